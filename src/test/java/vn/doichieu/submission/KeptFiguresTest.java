package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Rate;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** Figures that no target reads are told, and kept for the consistency checks all the same. */
class KeptFiguresTest {

  @TempDir private Path folder;
  private Plan plan;
  private DataFolder data;

  @BeforeEach
  void plan() {
    plan =
        new SmallPlan(folder.resolve("rules"))
            .item("t1_rate", "rate, rate_of: T1")
            .target("T1", "ratio", "scope", "each+area")
            .target("T2", "duty", "scope", "each:district")
            .read();
    data = new DataFolder(folder.resolve("data"));
  }

  private Optional<Figure> figure(Submission submission, String unit, String item, String period) {
    Input input = new Input(plan.items().get(item), new ReportingPeriod(period));
    return submission.given().contains(input)
        ? Optional.of(submission.figure(submission.units().find(unit), input))
        : Optional.empty();
  }

  @ParameterizedTest
  @CsvSource({
    "x1,total,2024-H1,7,UNKNOWN_PERIOD,7",
    "x1,total,2024-9M,không phát sinh,UNKNOWN_PERIOD,0",
    "x1,total,2023,7,UNKNOWN_PERIOD,7",
    "x1,forms,2024,7,FIGURE_UNUSED,7",
    "x1,issued,2024,có,FIGURE_NOT_ASKED,1"
  })
  void areKept(String unit, String item, String period, String text, String told, long value) {
    Submission submission =
        data.figures("%s,%s,%s,%s".formatted(unit, item, period, text)).read(plan);

    assertThat(submission.problems()).extracting(p -> p.kind().name()).contains(told);
    Figure figure = figure(submission, unit, item, period).orElseThrow();
    assertThat(figure.state()).isEqualTo(Figure.State.VALID);
    assertThat(figure.value()).isEqualTo(value);
    assertThat(figure.location()).isNotNull();
    assertThat(figure.location().row()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x1,total,2024-Q1,7",
        "x1,total,2024-05,7",
        "x1,report_submitted_on,2024,2024-05-02",
        "x1,nothing,2024,7",
        "x9,forms,2024,7"
      })
  void areNotKeptOfOtherPeriodsTypesAndUnknownNames(String row) {
    Submission without = data.figures().read(plan);
    Submission submission = data.figures(row).read(plan);

    assertThat(submission.problems()).isNotEmpty();
    assertThat(submission.given()).isEqualTo(without.given());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bảy", "7.5", "-1"})
  void areInvalidWhereTheyDoNotFitAndToldOnce(String text) {
    Submission submission = data.figures("x1,total,2024-H1," + text).read(plan);

    assertThat(submission.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.UNKNOWN_PERIOD);
    assertThat(figure(submission, "x1", "total", "2024-H1").map(Figure::state))
        .contains(Figure.State.INVALID);
  }

  @Test
  void areInvalidWhereTheyAreGivenTwiceWithDifferentValues() {
    Submission submission =
        data.figures(
                "x1,total,2024-H1,7",
                "x1,total,2024-H1,8",
                "x2,total,2024-H1,7",
                "x2,total,2024-H1,07")
            .read(plan);

    assertThat(figure(submission, "x1", "total", "2024-H1").map(Figure::state))
        .contains(Figure.State.INVALID);
    assertThat(figure(submission, "x2", "total", "2024-H1").map(Figure::state))
        .contains(Figure.State.VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h", "x1"})
  void ratesMayBeGivenByTheUnitsOfTheirTarget(String unit) {
    Submission submission = data.figures(unit + ",t1_rate,2024,\"99,96%\"").read(plan);

    assertThat(submission.problems()).isEmpty();
    assertThat(figure(submission, unit, "t1_rate", "2024").map(Figure::value))
        .contains(new Rate(9996, 2).packed());
  }

  @Test
  void ratesAreToldWhereTheirCommaSplitThem() {
    Submission submission = data.figures("x1,t1_rate,2024,99,96%").read(plan);

    assertThat(submission.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.WRONG_CELL_COUNT);
  }
}
