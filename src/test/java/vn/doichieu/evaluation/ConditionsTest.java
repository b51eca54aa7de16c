package vn.doichieu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.testing.SmallPlan;

/** Conditions on kinds that no plan of the register puts one on, and what rests on members. */
class ConditionsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "yes, not_met late",
    "no, not_applicable condition_not_met",
    "'', missing condition_unknown"
  })
  void decideWhetherADeadlineIsJudged(String asked, String result) {
    Plan plan =
        plan().target("T1", "deadline", "condition", "asked=yes", "periods", "2024-H1").read();

    assertThat(
            lines(plan, "x1,asked,2024-H1," + asked, "x1,report_submitted_on,2024-H1,2024-06-12"))
        .contains("T1 x1 " + result);
  }

  @Test
  void leaveAMemberThatIsNotAskedOutOfAShare() {
    Plan plan =
        plan()
            .target("T1", "share_of_units", "inputs", "issued=yes", "condition", "asked=yes")
            .read();

    Evaluation found =
        evaluate(
            plan,
            "h,asked,2024,yes",
            "x1,asked,2024,yes",
            "x1,issued,2024,yes",
            "x2,asked,2024,no",
            "x2,issued,2024,no");

    Finding area = found.findings().get(0);
    assertThat(area.numerator() + "/" + area.denominator()).isEqualTo("1/1");
    assertThat(area.result().code()).isEqualTo("met");
  }

  @Test
  void ofTheAreaKeepItsShareFromBeingJudged() {
    Plan plan =
        plan()
            .target("T1", "share_of_units", "inputs", "issued=yes", "condition", "asked=yes")
            .read();

    assertThat(lines(plan, "h,asked,2024,no", "x1,asked,2024,yes", "x1,issued,2024,no"))
        .contains("T1 h not_applicable condition_not_met");
  }

  @Test
  void aTotalBelowItsMembersShowsTheMembersFiguresToo() {
    Plan plan = plan().target("T1", "ratio").read();

    Finding area =
        evaluate(
                plan,
                "h,done,2024,2",
                "h,total,2024,20",
                "x1,done,2024,8",
                "x1,total,2024,8",
                "x2,done,2024,1",
                "x2,total,2024,2")
            .findings()
            .get(0);

    assertThat(area.reason().code()).isEqualTo("total_mismatch");
    assertThat(
            evaluate(plan, "h,done,2024,2", "h,total,2024,20", "x1,done,2024,8")
                .evidence()
                .apply(area))
        .extracting(Figure::unit)
        .extracting(unit -> unit.code())
        .contains("h", "x1", "x2");
  }

  private SmallPlan plan() {
    return new SmallEvaluation(folder).plan();
  }

  private Evaluation evaluate(Plan plan, String... figures) {
    return new SmallEvaluation(folder).of(plan, figures);
  }

  private List<String> lines(Plan plan, String... figures) {
    return evaluate(plan, figures).findings().stream()
        .map(
            f ->
                f.target().id()
                    + " "
                    + f.unit().code()
                    + " "
                    + f.result().code()
                    + " "
                    + f.reason().code())
        .toList();
  }
}
