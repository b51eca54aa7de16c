package vn.doichieu.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.tabular.CellText;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

class RuleBaseTest {

  private static final Path HOC_MON = Path.of("rules", "hoc_mon_2024");

  private static final long NOTHING_TO_JUDGE = -1;

  @TempDir private Path folder;

  @Test
  void hasOneRuleForEveryRowThatIsEvaluatedNamedByItsIdAndTitle() {
    Plan plan = PlanReader.read(HOC_MON);

    List<String> names = RuleBase.of(plan).names();

    assertThat(names)
        .hasSize(56)
        .containsExactlyInAnyOrderElementsOf(
            plan.targets().stream()
                .filter(Target::evaluated)
                .map(target -> target.id() + " " + target.wording().title())
                .toList());
  }

  @Test
  void refusesAPlanThatAsksNothing() {
    Plan plan =
        new SmallPlan(folder).target("T1", "information").target("T2", "not_checked").read();

    InvalidRules refusal = catchThrowableOfType(InvalidRules.class, () -> RuleBase.of(plan));

    assertThat(refusal.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.NO_TARGETS);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 19, 20, 21, 100})
  void firesARuleExactlyWhereItsTargetHolds(long n) {
    RuleBase rules = RuleBase.of(new SmallPlan(folder).target("T1", "ratio").read());
    Lines lines = ratios(0, n, 20, NOTHING_TO_JUDGE);

    rules.judge(List.of(lines));

    assertThat(lines.verdicts().held(0)).isEqualTo(n >= 20);
    assertThat(lines.verdicts().exceeded(0)).isFalse();
    assertThat(lines.verdicts().held(1)).as("its neighbour").isTrue();
    assertThat(lines.verdicts().held(2)).as("nothing to judge").isFalse();
  }

  @Test
  void accusesNobodyWhereNoRuleHasFired() {
    RuleBase rules = RuleBase.of(new SmallPlan(folder).target("T1", "ratio").read());
    List<Lines> ofNoRule = List.of(ratios(0, 100), ratios(1, 100));

    assertThatThrownBy(() -> rules.judge(ofNoRule)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readsEveryLineOnce() {
    RuleBase rules = RuleBase.of(new SmallPlan(folder).target("T1", "ratio").read());
    List<Integer> read = new ArrayList<>();
    Lines lines =
        new Lines(
            0,
            ReportingPeriod.year(2024),
            false,
            3,
            2,
            (line, numbers) -> {
              read.add(line);
              return false;
            });

    rules.judge(List.of(lines));

    assertThat(read).containsExactly(0, 1, 2);
  }

  @Test
  void judgesNothingWithoutLines() {
    RuleBase rules = RuleBase.of(new SmallPlan(folder).target("T1", "ratio").read());

    rules.judge(List.of());

    assertThat(rules.names()).hasSize(1);
  }

  @Test
  void givesTheSameOnTwoThreads() throws Exception {
    RuleBase rules = RuleBase.of(new SmallPlan(folder).target("T1", "ratio").read());
    Callable<List<Boolean>> judging =
        () -> {
          List<Boolean> held = new ArrayList<>();
          for (int round = 0; round < 20; round++) {
            Lines lines = ratios(0, LongStream.rangeClosed(0, 100).toArray());
            rules.judge(List.of(lines));
            IntStream.rangeClosed(0, 100).forEach(n -> held.add(lines.verdicts().held(n)));
          }
          return held;
        };
    List<Boolean> alone = judging.call();

    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<List<Boolean>> held :
          threads.invokeAll(List.of(judging, judging, judging, judging))) {
        assertThat(held.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(alone).filteredOn(held -> held).hasSize(20 * 81);
  }

  @Nested
  class TakesForTextAndNothingElse {

    static final List<String> HOSTILE =
        List.of(
            "\"); System.exit(1); //",
            "\\\"); System.exit(1); //",
            "\\u0022); System.exit(1); //",
            "\\u0022\\u0029\\u003b System.exit(1);",
            "x\n\"); Runtime.getRuntime().halt(1); //",
            "eval(System.exit(1))",
            "end rule \"x\" when then System.exit(1); end",
            "$measured.hold(0, true);",
            "@{System.exit(1)} ${System.exit(1)} #{System.exit(1)}",
            "T(java.lang.Runtime).getRuntime().halt(1)",
            "=cmd|'/c calc'!A1",
            "' OR 1=1 --",
            "%s %n %d {0} \\ \\n \\u000a",
            "\u202Eđảo chữ\u0000");

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void whatARowSays(String hostile) {
      SmallPlan small = new SmallPlan(folder.resolve("rules"));
      small.target("T1", "ratio", everywhere(hostile));
      Plan plan = small.target("T2", "ratio", "title", "Chỉ tiêu khác").read();
      String text = CellText.clean(hostile);
      DataFolder data = new DataFolder(folder.resolve("data"));
      data.figures("h,done,2024,19", "h,total,2024,100");

      RuleBase rules = RuleBase.of(plan);
      Evaluation evaluation =
          Evaluator.evaluate(plan, rules, data.read(plan), LocalDate.of(2025, 1, 2), false);

      assertThat(rules.names()).containsExactlyInAnyOrder("T1 " + text, "T2 Chỉ tiêu khác");
      Target target = plan.targets().get(0);
      assertThat(target.wording()).isEqualTo(new Target.Wording(text, text, text, text));
      assertThat(target.citation()).isEqualTo(new Target.Citation(text, text));
      assertThat(target.reading()).isEqualTo(text);
      assertThat(target.note()).isEqualTo(text);
      assertThat(evaluation.findings())
          .filteredOn(finding -> finding.unit().code().equals("h"))
          .extracting(Finding::result)
          .containsExactly(Result.NOT_MET, Result.NOT_MET);
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void butNeverAnId(String hostile) {
      Path written =
          new SmallPlan(folder)
              .target(hostile, "ratio")
              .target("T2", "ratio")
              .target("T3" + hostile, "ratio")
              .write();

      InvalidRules refusal =
          catchThrowableOfType(InvalidRules.class, () -> PlanReader.read(written));

      assertThat(refusal.problems())
          .extracting(p -> p.kind() + " " + p.location().column() + " " + p.read())
          .containsExactly(
              "RULE_CELL_INVALID target " + CellText.clean(hostile),
              "RULE_CELL_INVALID target " + CellText.clean("T3" + hostile));
    }

    private static String[] everywhere(String text) {
      return Stream.of(
              "title", "title_en", "action", "counted", "section", "quote", "reading", "note")
          .flatMap(column -> Stream.of(column, text))
          .toArray(String[]::new);
    }
  }

  /** Lines of ratios with these numerators, over 100. */
  private static Lines ratios(int target, long... parts) {
    return new Lines(
        target,
        ReportingPeriod.year(2024),
        false,
        parts.length,
        2,
        (line, numbers) -> {
          numbers[0] = parts[line];
          numbers[1] = 100;
          return parts[line] != NOTHING_TO_JUDGE;
        });
  }
}
