package vn.doichieu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.testing.SmallPlan;

/** What a finding would be under the other readings of its sentence. */
class VerdictsTest {

  @TempDir private Path folder;

  private SmallPlan plan() {
    return new SmallPlan(folder.resolve("rules"));
  }

  /** "T1 h met: a not_met" for every finding that has other readings. */
  private List<String> verdicts(Plan plan, String... figures) {
    Evaluation found = new SmallEvaluation(folder).of(plan, figures);
    return found.findings().stream()
        .filter(finding -> !found.otherReadings().apply(finding).isEmpty())
        .map(
            finding ->
                finding.target().id()
                    + " "
                    + finding.unit().code()
                    + " "
                    + finding.result().code()
                    + ":"
                    + found.otherReadings().apply(finding).stream()
                        .map(
                            v ->
                                " "
                                    + v.reading().letter()
                                    + " "
                                    + (v.result() == null ? "?" : v.result().code())
                                    + (v.differsFrom(finding) ? "!" : ""))
                        .reduce("", String::concat))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "102, not_met: a not_met",
    "103, met: a met",
    "105, met: a met",
    "106, met: a not_met!"
  })
  void aCeilingFailsAboveItAndNowhereElse(String now, String expected) {
    Plan plan = plan().target("T1", "change").reading("T1", "a", "comparator", "within").read();

    assertThat(verdicts(plan, "h,done,2024," + now, "h,done,2023,100"))
        .containsExactly("T1 h " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "9, not_met: a not_met",
    "8, met: a met",
    "7, met: a met",
    "6, met: a not_met!",
    "0, met: a met"
  })
  void aReductionWithACeilingIsStillMetWhenNothingIsLeft(String now, String expected) {
    Plan plan = plan().target("T1", "reduction").reading("T1", "a", "comparator", "within").read();

    assertThat(verdicts(plan, "h,done,2024," + now, "h,done,2023,10"))
        .containsExactly("T1 h " + expected);
  }

  @Test
  void allTargetsHaveToBeMetWhereAReadingAsksForAll() {
    Plan plan =
        plan()
            .target("T1", "ratio", "inputs", "done / total", "applies_to", "")
            .target("T2", "ratio", "inputs", "pending / total", "applies_to", "")
            .reading("T1", "a", "all_of", "T1 & T2")
            .read();

    assertThat(verdicts(plan, "h,done,2024,2", "h,total,2024,10", "h,pending,2024,1"))
        .containsExactly("T1 h met: a not_met!");
    assertThat(verdicts(plan, "h,done,2024,2", "h,total,2024,10", "h,pending,2024,2"))
        .containsExactly("T1 h met: a met");
  }

  @Test
  void aReadingMayBeAboutSomeUnitsOnly() {
    Plan plan =
        plan()
            .target("T1", "duty", "scope", "area,each:commune")
            .reading("T1", "a", "result", "not_applicable", "scope", "each:commune")
            .read();

    assertThat(verdicts(plan, "x1,issued,2024,có"))
        .contains("T1 x1 met: a not_applicable!")
        .noneMatch(line -> line.startsWith("T1 h "));
  }

  @Test
  void whatTheFiguresCannotTellIsSaidToBeUnknown() {
    Plan plan = plan().target("T1", "duty").reading("T1", "a").read();

    assertThat(verdicts(plan, "x1,issued,2024,có")).contains("T1 x1 met: a ?");
  }

  @Test
  void aReadingMayAskForFiguresThatTheChosenOneDoesNot() {
    Plan plan =
        plan()
            .target("T1", "monthly_count", "periods", "2024-11..2024-12")
            .reading("T1", "a", "periods", "2024-10..2024-12")
            .read();
    String[] twoMonths = {"h,done,2024-11,1", "h,done,2024-12,1"};

    assertThat(verdicts(plan, twoMonths)).containsExactly("T1 h met: a missing!");
    assertThat(verdicts(plan, twoMonths[0], twoMonths[1], "h,done,2024-10,0"))
        .containsExactly("T1 h met: a not_met!");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-04-09, met: a met",
    "2024-05-09, met: a not_met!",
    "2024-04-10, met: a needs_review!"
  })
  void aMonthsReportMayBeDueInTheMonthItself(String sent, String expected) {
    Plan plan =
        plan()
            .target(
                "T1",
                "deadline",
                "threshold",
                "the 10th of the month after",
                "periods",
                "2024-04..2024-04")
            .reading("T1", "a", "threshold", "the 10th of the month")
            .read();

    assertThat(verdicts(plan, "x1,report_submitted_on,2024-04," + sent))
        .contains("T1 x1 " + expected);
  }
}
