package vn.doichieu.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is held back from sessions, and that no rule misses it. */
class ScreenTest {

  private static final String PAIR =
      "$r : Reported( value > 5 ) $s : Reported( value == 1, body == $r.body )";

  @TempDir private Path folder;
  private RulesFolder rules;

  @BeforeEach
  void folder() {
    rules = new RulesFolder(folder);
  }

  /** The values of the facts of one body that pass. */
  private List<Long> passing(long... values) {
    List<Reported> facts = new ArrayList<>();
    for (long value : values) {
      facts.add(new Reported("h", value, new Reported("h", 4, null)));
    }
    return rules.read().screen().relevant(facts).stream().map(Reported::getValue).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "value > 5 ; 6 7",
        "value > 5 && value < 7 ; 6",
        "value < 3 || value == 7 ; 1 7",
        "value < 3, year == 2024 ; 1",
        "value < 3, year == 2023 ; none",
        "$w : whole != null, value > $w.value ; 6 7",
        "$v : value, $y : year, $v > 6 && $y == 2024 ; 7",
        "whole == null ; none",
        "waived == false ; 1 4 6 7",
      })
  void passesOnlyWhatAgreesWithAPatternByItself(String constraints, String passing) {
    rules.rule("$r : Reported( " + constraints + " )", "$r.emit();");

    assertThat(passing(1, 4, 6, 7))
        .extracting(String::valueOf)
        .containsExactly(passing.equals("none") ? new String[0] : passing.split(" "));
  }

  @Test
  void passesNothingWhereAPatternHasNoFact() {
    rules.rule(PAIR, "$r.emit( $s );");

    assertThat(passing(6, 7, 2)).isEmpty();
    assertThat(passing(1, 2)).isEmpty();
    assertThat(passing(6, 1, 2, 7)).containsExactly(6L, 1L, 7L);
  }

  @Test
  void needsNoFactForWhatMustNotBe() {
    rules.rule(
        "$r : Reported( value > 5 ) not Reported( value == 1, body == $r.body )", "$r.emit();");

    assertThat(passing(6, 2)).containsExactly(6L);
    assertThat(passing(6, 1)).containsExactly(6L, 1L);
    assertThat(passing(1)).isEmpty();
  }

  @Test
  void needsAFactForWhatMustBe() {
    rules.rule(
        "$r : Reported( value > 5 ) exists Reported( value == 1, body == $r.body )", "$r.emit();");

    assertThat(passing(6, 2)).isEmpty();
    assertThat(passing(6, 1)).containsExactly(6L, 1L);
  }

  @Test
  void needsNoFactForWhatIsTakenTogether() {
    rules.rule(
        "$r : Reported( value > 5 ) accumulate( Reported( body == $r.body, value < 3, $v : value );"
            + " $s : sum( $v ); $s < 3 )",
        "$r.emit();");

    assertThat(passing(6)).containsExactly(6L);
    assertThat(passing(6, 2, 4, 1)).containsExactly(6L, 2L, 1L);
  }

  @Test
  void holdsNoSessionForFactsThatNoRuleCouldHoldFor() {
    rules.rule(PAIR, "$r.emit( $s );");

    assertThat(rules.read().fire(List.of(new Reported("h", 6, null)))).isEmpty();
    assertThat(rules.read().fire(List.of())).isEmpty();
  }

  /** Random rules over random facts say the same with all facts in the session. */
  @Test
  void changesNothingThatRulesSay() {
    Random random = new Random(20241109);
    StringBuilder text = new StringBuilder();
    for (int rule = 0; rule < 12; rule++) {
      text.append("rule \"too_many ").append(rule).append("\"\nwhen\n");
      text.append("  $r : Reported( ").append(constraints(random, "$v")).append(" )\n");
      for (int more = random.nextInt(3); more > 0; more--) {
        text.append("  ").append(joined(random, more)).append('\n');
      }
      text.append("then\n  $r.emit();\nend\n");
    }
    DrlRules read = rules.file("a.drl", text.toString()).read();

    int told = 0;
    int heldBack = 0;
    for (int round = 0; round < 200; round++) {
      List<Reported> facts = facts(random);
      List<String> all = told(read.session(facts, 100));
      assertThat(told(read.fire(read.screen().relevant(facts), 100))).isEqualTo(all);
      told += all.size();
      heldBack += facts.size() - read.screen().relevant(facts).size();
    }

    assertThat(told).isGreaterThan(200);
    assertThat(heldBack).isGreaterThan(100);
  }

  private static String constraints(Random random, String variable) {
    String[] some = {
      "value > 7",
      "value == 0",
      "value != 3, value < 5",
      "waived == true",
      "$b : body == \"b\"",
      "year == 2024 && value > 8",
      "value > 8 || value < 1",
      "whole == null, value > 6",
      "$w : whole != null, value > $w.value",
      "$w : whole != null, $w.value == 2",
      "$n : value > 6, year > $n",
    };
    return some[random.nextInt(some.length)].replaceAll("\\$[bnw]", "\\" + variable);
  }

  private static String joined(Random random, int number) {
    String asked = "body == $r.body, " + constraints(random, "$v" + number);
    return switch (random.nextInt(4)) {
      case 0 -> "Reported( " + asked + " )";
      case 1 -> "not Reported( " + asked + " )";
      case 2 -> "exists Reported( " + asked + " )";
      default ->
          "accumulate( Reported( %s, $a%d : value ); $s%d : sum( $a%d ); $s%d < 9 )"
              .formatted(asked, number, number, number, number);
    };
  }

  private static List<Reported> facts(Random random) {
    List<Reported> facts = new ArrayList<>();
    String body = random.nextBoolean() ? "a" : "b";
    for (int left = random.nextInt(8); left > 0; left--) {
      Reported whole = random.nextInt(3) == 0 ? new Reported(body, random.nextInt(4), null) : null;
      facts.add(new Reported(body, random.nextInt(10), whole));
    }
    return facts;
  }

  private static List<String> told(List<Emission> emissions) {
    return emissions.stream().map(Emission::toString).sorted().toList();
  }
}
