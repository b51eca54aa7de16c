package vn.doichieu.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.cases.CaseRules;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Result;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.testing.CasesFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.trial.Boundaries.Boundary;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

class BoundariesTest {

  @TempDir private Path folder;

  private List<Boundary> of(String kind, String... cells) {
    return Boundaries.of(
        new SmallPlan(folder).target("T1", kind, cells).read(), "T1", DrlTargets.NONE);
  }

  /** The counts of an item for which the area's line has a result. */
  private static Set<Long> counts(List<Boundary> boundaries, String item, Result result) {
    Set<Long> counts = new TreeSet<>();
    for (Boundary boundary : boundaries) {
      boolean found =
          boundary.evaluation().findings().stream()
              .anyMatch(f -> f.unit().equals(boundary.evaluation().area()) && f.result() == result);
      boundary
          .probe()
          .values()
          .forEach(
              (input, value) -> {
                if (found && input.item().code().equals(item) && value.matches("[0-9]+")) {
                  counts.add(Long.parseLong(value));
                }
              });
    }
    return counts;
  }

  @ParameterizedTest
  @CsvSource({
    ">=, 20%, 19, 20",
    ">, 70%, 70, 71",
    ">=, 100%, 99, 100",
    "'>=', '12,5%', 124, 125",
    "'>=', '33,33%', 3332, 3333",
  })
  void aRatioIsTriedJustUnderAndJustOn(String comparator, String threshold, long under, long on) {
    List<Boundary> boundaries = of("ratio", "comparator", comparator, "threshold", threshold);

    assertThat(counts(boundaries, "done", Result.NOT_MET)).contains(under).doesNotContain(on);
    assertThat(counts(boundaries, "done", Result.MET)).contains(on).doesNotContain(under);
  }

  @Test
  void everyResultThatARatioCanComeToIsReached() {
    assertThat(Boundaries.results(of("ratio", "scope", "each+area")))
        .containsExactlyInAnyOrder(
            Result.MET,
            Result.NOT_MET,
            Result.IN_PROGRESS,
            Result.MISSING,
            Result.NOT_APPLICABLE,
            Result.INVALID,
            Result.WAIVED);
  }

  @Test
  void aCountIsTriedAroundItsThreshold() {
    List<Boundary> boundaries = of("count", "threshold", "7310");

    assertThat(counts(boundaries, "done", Result.NOT_MET)).contains(7309L);
    assertThat(counts(boundaries, "done", Result.MET)).contains(7310L);
  }

  @Test
  void aShareIsTriedWithOneUnitLess() {
    List<String> areas =
        of("share_of_units", "threshold", "50%").stream()
            .flatMap(b -> b.evaluation().findings().stream())
            .filter(finding -> finding.target().id().equals("T1"))
            .map(f -> f.result().code() + " " + f.numerator() + "/" + f.denominator())
            .toList();

    assertThat(areas).contains("met 50/100", "not_met 49/100");
  }

  @Test
  void aDeadlineIsTriedOnTheDayBeforeTheDayAndTheDayAfter() {
    Set<String> dates =
        of("deadline").stream()
            .flatMap(b -> b.probe().values().values().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(dates).contains("2024-05-09", "2024-05-10", "2024-05-11");
  }

  @Test
  void monthsAreMissedAndAConditionIsUnknown() {
    assertThat(of("monthly_count"))
        .flatExtracting(boundary -> boundary.evaluation().findings())
        .extracting(Finding::reason)
        .contains(Result.Reason.MONTHS_MISSED, Result.Reason.FIGURE_MISSING, Result.Reason.MET);
    assertThat(of("duty", "condition", "asked=yes"))
        .flatExtracting(boundary -> boundary.evaluation().findings())
        .extracting(Finding::reason)
        .contains(Result.Reason.CONDITION_NOT_MET, Result.Reason.NOT_DONE);
  }

  @Test
  void theCasesWrittenAreReadBackUnconfirmedAndPass() {
    SmallPlan small =
        new SmallPlan(folder)
            .target("T1", "ratio")
            .target("T2", "share_of_units")
            .target("T3", "monthly_count")
            .target("T4", "deadline", "applies_to", "commune, agency:police")
            .target("T5", "duty", "condition", "asked=yes")
            .target("T6", "judgement")
            .target("T7", "change", "on_miss", "needs_review");
    CasesFolder cases = new CasesFolder(small);
    Plan plan = PlanReader.read(cases.rules());
    StringWriter file = new StringWriter();
    BoundaryCases.write(
        plan,
        List.of("T1", "T2", "T3", "T4", "T5", "T6", "T7"),
        new Messages(Language.VI),
        file,
        DrlTargets.NONE);

    List<CaseRules.Outcome> outcomes = cases.file("a.yaml", file.toString()).run();

    assertThat(outcomes).hasSizeGreaterThan(100).allMatch(CaseRules.Outcome::passes);
    assertThat(outcomes).noneMatch(outcome -> outcome.of().confirmed());
  }
}
