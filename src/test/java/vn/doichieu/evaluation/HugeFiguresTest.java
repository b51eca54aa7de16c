package vn.doichieu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.testing.SmallPlan;

/** A sum past 2^63 is invalid, never a wrong number. */
class HugeFiguresTest {

  private static final LocalDate AFTER_CLOSING = LocalDate.of(2025, 2, 1);
  private static final String MAX = "9223372036854775807";

  @TempDir private Path folder;

  @Test
  void areInvalidInASumAtAUnit() {
    Plan plan = plan().target("T1", "ratio", "inputs", "done / (total + forms)").read();

    assertThat(area(plan, "h,done,2024,1", "h,total,2024," + MAX, "h,forms,2024,1"))
        .containsExactly("T1 invalid figure_invalid 1/- -");
    assertThat(area(plan, "h,done,2024,1", "h,total,2024," + MAX, "h,forms,2024,0"))
        .containsExactly("T1 not_met below_threshold 1/" + MAX + " 1844674407370955161");
  }

  @Test
  void areInvalidInASumOverTheMembers() {
    Plan plan = plan().target("T1", "ratio").read();

    assertThat(
            area(
                plan,
                "x1,done,2024," + MAX,
                "x1,total,2024," + MAX,
                "x2,done,2024,1",
                "x2,total,2024,1"))
        .singleElement()
        .asString()
        .startsWith("T1 invalid figure_invalid");
  }

  @Test
  void areStillRightAtTheVeryEdge() {
    Plan plan = plan().target("T1", "ratio", "threshold", "100%").read();

    assertThat(
            area(
                plan,
                "x1,done,2024,9223372036854775806",
                "x1,total,2024,9223372036854775806",
                "x2,done,2024,0",
                "x2,total,2024,1"))
        .containsExactly("T1 not_met below_threshold 9223372036854775806/" + MAX + " 1");
  }

  @Test
  void areComparedWithTheMembersWithoutASum() {
    Plan plan = plan().target("T1", "ratio").read();

    Evaluation found =
        evaluate(
            plan,
            "h,done,2024,5",
            "h,total,2024,5",
            "x1,done,2024,5",
            "x1,total,2024," + MAX,
            "x2,done,2024,5",
            "x2,total,2024," + MAX);

    assertThat(found.findings().get(0).flags()).containsExactly(Finding.Flag.TOTAL_MISMATCH);
    assertThat(SmallEvaluation.area(found)).containsExactly("T1 invalid total_mismatch 5/5 -");
  }

  @Test
  void areComparedWithTheirBaselineWithoutOverflow() {
    Plan change = plan().target("T1", "change").read();
    Plan reduction = plan().target("T1", "reduction").read();

    assertThat(area(change, "h,done,2024,5", "h,done,2023," + MAX))
        .as("5 more than 103%% of the greatest count fits no number: the greatest is told")
        .containsExactly("T1 not_met below_threshold 5/" + MAX + " " + MAX);
    assertThat(area(change, "h,done,2024," + MAX, "h,done,2023,5"))
        .containsExactly("T1 met exceeded " + MAX + "/5 0");
    assertThat(area(reduction, "h,done,2024," + MAX, "h,done,2023,5"))
        .containsExactly("T1 not_met below_threshold " + MAX + "/5 9223372036854775804");
  }

  @Test
  void areNotTakenForAbsentOnes() {
    Plan plan = plan().target("T1", "share_of_units", "inputs", "forms=5").read();

    assertThat(area(plan, "x1,forms,2024," + MAX, "x2,forms,2024," + MAX))
        .containsExactly("T1 not_met below_threshold 0/2 1");
  }

  private SmallPlan plan() {
    return new SmallEvaluation(folder).plan();
  }

  private List<String> area(Plan plan, String... figures) {
    return new SmallEvaluation(folder).area(plan, figures);
  }

  private Evaluation evaluate(Plan plan, String... figures) {
    return new SmallEvaluation(folder).of(plan, figures);
  }
}
