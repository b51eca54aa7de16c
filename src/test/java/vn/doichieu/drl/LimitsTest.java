package vn.doichieu.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.rules.InvalidRules;

/** Rules that pass the fence and would keep the machine busy for years are ended. */
@Timeout(120)
class LimitsTest {

  private static final String SAME = "Reported( body == $r.body ) ";

  @TempDir private Path folder;
  private RulesFolder rules;

  @BeforeEach
  void folder() {
    rules = new RulesFolder(folder);
  }

  /** Facts of some bodies, of each the same number. */
  private static List<Reported> facts(int bodies, int each) {
    List<Reported> facts = new ArrayList<>();
    for (int body = 0; body < bodies; body++) {
      for (int value = 0; value < each; value++) {
        facts.add(new Reported("b" + body, value, null));
      }
    }
    return facts;
  }

  private Problem ended(List<Reported> facts) {
    DrlRules read = rules.read();
    List<Problem> problems =
        catchThrowableOfType(InvalidRules.class, () -> read.fire(facts)).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SAME + SAME + SAME + SAME,
        "$a : Reported( body == $r.body ) $b : Reported( body == $a.body )"
            + " not Reported( body == $b.body, value < 0 )",
        SAME + "accumulate( Reported( body == $r.body, $v : value ); $s : sum( $v ) )" + SAME,
        "not Reported( body == $r.body, $r.value < 0 )",
      })
  void whereTheyJoinEachFactWithEachOther(String more) {
    rules.rule("$r : Reported( ) " + more, "$r.emit();");

    assertThat(ended(facts(1, 2_000)))
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.DRL_JOINS);
              assertThat(problem.read()).isEqualTo("too_many");
              assertThat(problem.arguments()).containsExactly("410000");
              assertThat(problem.location().file()).isEqualTo("a.drl");
              assertThat(problem.location().row()).isEqualTo(1);
            });
  }

  @Test
  void namingTheOneThatJoinsTheMost() {
    rules.file(
        "a.drl",
        """
        rule "other"
        when
          $r : Reported( value == 1 )
          $s : Reported( body == $r.body )
        then
          $r.emit( $s );
        end

        rule "too_many"
        when
          $r : Reported( )
          $s : Reported( body == $r.body )
          Reported( body == $s.body, value == 3 )
        then
          $r.emit( $s );
        end
        """);

    assertThat(ended(facts(1, 2_000)))
        .satisfies(
            problem -> {
              assertThat(problem.read()).isEqualTo("too_many");
              assertThat(problem.location().row()).isEqualTo(9);
            });
  }

  @Test
  void whereTheyFireWithoutMeasure() {
    rules.rule("$r : Reported( ) $s : Reported( body == $r.body )", "$r.emit( $s );");

    assertThat(ended(facts(1, 60)))
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.DRL_FIRINGS);
              assertThat(problem.read()).isEqualTo("too_many");
              assertThat(problem.arguments()).containsExactly("1200");
            });
  }

  @Test
  void butNotWhereAnyUnitHasManyFigures() {
    rules.rule(
        """
        $r : Reported( value == 7 )
        $a : Reported( body == $r.body, value == 8 )
        $b : Reported( body == $a.body, value == 9 )
        not Reported( body == $r.body, value > 300 )
        accumulate( Reported( body == $r.body, $v : value ); $n : count( $v ); $n == 300 )
        """,
        "$r.emit( $a, $b );");

    assertThat(rules.read().fire(facts(100, 300))).hasSize(100);
  }
}
