package vn.doichieu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** Each unit is asked for what the plan asks of it, once. */
class QuestionsTest {

  @TempDir private Path folder;
  private SmallPlan plan;
  private ReportingUnits units;

  @BeforeEach
  void smallPlan() {
    plan = new SmallPlan(folder.resolve("small"));
    DataFolder data =
        new DataFolder(folder.resolve("data"))
            .units(
                "h,Huyện,district,,",
                "x1,Xã 1,commune,,h",
                "p,Công an,agency,police,h",
                "t,Kho bạc,agency,treasury,h");
    List<Problem> problems = new ArrayList<>();
    units = UnitsReader.read(data.path().resolve("units.csv"), problems);
    assertThat(problems).isEmpty();
  }

  /** What a unit is asked, group by group: {@code A: total@2024 done@2024}. */
  private List<String> asked(String code) {
    Plan read = plan.read();
    Questions questions = Questions.of(read, target -> units.asked(read, target, units.find(code)));
    return questions.groups().stream().map(QuestionsTest::line).toList();
  }

  private static String line(Questions.Group group) {
    StringBuilder line = new StringBuilder(group.target().id()).append(':');
    for (Questions.Question question : group.questions()) {
      line.append(' ').append(question.input().item().code());
      line.append('@').append(question.input().period());
      question.targets().stream().skip(1).forEach(t -> line.append('+').append(t.id()));
    }
    return line.toString();
  }

  /** Below one heading, and no row is named twice for one figure. */
  @Test
  void theThresholdsOfARowAskTogether() {
    plan.target(
            "A", "ratio", "threshold", "2024-H1: 10%; 2024: 20%", "periods", "", "closes_on", "")
        .target(
            "B",
            "count",
            "scope",
            "each",
            "applies_to",
            "commune",
            "threshold",
            "urban: 5; mountain: 2");

    assertThat(asked("h")).containsExactly("A: total@2024-H1 done@2024-H1 total@2024 done@2024");
    Plan read = plan.read();
    assertThat(
            Questions.of(read, target -> target.criterion().inputs(target.periods().get(0)))
                .groups()
                .stream()
                .map(QuestionsTest::line))
        .containsExactly("A: total@2024-H1 done@2024-H1 total@2024 done@2024+B");
  }

  @Test
  void theYearsOfAnAverageStandBeforeTheYearComparedWithThem() {
    plan.target("A", "change", "periods", "2024 against average 2021..2023");

    assertThat(asked("h")).containsExactly("A: done@2021 done@2022 done@2023 done@2024");
  }

  @Test
  void aWholeStandsBeforeItsPart() {
    plan.target("A", "ratio", "inputs", "done / (total - pending)");

    assertThat(asked("x1")).containsExactly("A: total@2024 pending@2024 done@2024");
    assertThat(asked("h")).isEqualTo(asked("x1"));
  }

  @Test
  void anEarlierYearStandsBeforeALaterOne() {
    plan.target("A", "change");

    assertThat(asked("h")).containsExactly("A: done@2023 done@2024");
    assertThat(asked("x1")).isEmpty();
  }

  @Test
  void aConditionStandsFirst() {
    plan.target("A", "duty", "condition", "asked=yes");

    assertThat(asked("x1")).containsExactly("A: asked@2024 issued@2024");
  }

  @Test
  void aFigureOfSeveralTargetsIsAskedOnce() {
    plan.target("A", "count").target("B", "ratio", "scope", "area", "applies_to", "");

    assertThat(asked("h")).containsExactly("A: done@2024+B", "B: total@2024");
  }

  @Test
  void theAreaIsNotAskedWhatItsMembersAnswer() {
    plan.target("A", "share_of_units");

    assertThat(asked("h")).isEmpty();
    assertThat(asked("x1")).containsExactly("A: forms@2024 issued@2024");
  }

  @Test
  void everyMonthIsAskedFor() {
    plan.target("A", "monthly_count", "periods", "2024-03..2024-05");

    assertThat(asked("h")).containsExactly("A: done@2024-03 done@2024-04 done@2024-05");
  }

  @Test
  void anAgencyIsAskedByItsRole() {
    plan.target("A", "duty", "scope", "agency:police");

    assertThat(asked("p")).containsExactly("A: issued@2024");
    assertThat(asked("t")).isEmpty();
    assertThat(asked("x1")).isEmpty();
  }
}
