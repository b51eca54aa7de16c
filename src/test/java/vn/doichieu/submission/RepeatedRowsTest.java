package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** What was found of one row never passes for what the next one says. */
class RepeatedRowsTest {

  @TempDir private Path folder;
  private Plan plan;
  private DataFolder data;

  @BeforeEach
  void aPlanAndItsFolder() {
    plan =
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "ratio", "scope", "each+area")
            .target("T3", "duty", "scope", "agency:police")
            .read();
    data = new DataFolder(folder.resolve("data"));
    data.units(
        "h,Huyện,district,,",
        "xã_1,Xã 1,commune,,h",
        "x2,Xã 2,commune,,h",
        "a1,Công an,agency,police,h");
  }

  private Figure figure(Submission submission, String unit, String item) {
    Input input = new Input(plan.items().get(item), new ReportingPeriod("2024"));
    return submission.figure(submission.units().find(unit), input);
  }

  @ParameterizedTest
  @ValueSource(strings = {" xã_1", "\"xã_1\"", "xã_1\u00A0", "xa\u0303_1", "\u200Bxã_1"})
  void namesTheSameUnitInEverySpelling(String spelling) {
    Submission submission =
        data.figures("xã_1,total,2024,9", spelling + ",done,2024,7", "xã_1,done,2024,8").read(plan);

    assertThat(submission.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.CONFLICTING_FIGURES);
    assertThat(figure(submission, "xã_1", "total").value()).isEqualTo(9);
    assertThat(figure(submission, "xã_1", "done").state()).isEqualTo(State.INVALID);
  }

  @Test
  void asksEachUnitForItsOwnFiguresWhicheverUnitStandsAbove() {
    Submission submission =
        data.figures(
                "x2,total,2024,9",
                "a1,total,2024,9",
                "nobody,total,2024,9",
                "h,issued,2024,có",
                "a1,issued,2024,có",
                "x2,issued,2024,có",
                "x2,done,2024,7")
            .read(plan);

    assertThat(submission.problems())
        .extracting(p -> p.kind() + " " + p.location().row())
        .contains(
            "FIGURE_NOT_ASKED 3", "UNKNOWN_UNIT 4", "FIGURE_NOT_ASKED 5", "FIGURE_NOT_ASKED 7");
    assertThat(figure(submission, "x2", "done").value()).isEqualTo(7);
    assertThat(figure(submission, "a1", "issued").value()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"１２", "٣", "1\u20092", "12\u200B3", "①"})
  void countsInPlainDigitsOnly(String value) {
    Submission submission = data.figures("x2,total,2024,12", "x2,done,2024," + value).read(plan);

    assertThat(submission.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.NOT_A_COUNT);
    assertThat(figure(submission, "x2", "done").state()).isEqualTo(State.INVALID);
  }

  @Test
  void namesEveryRowWithTheSameTelephoneNumber() {
    data.figures(
        "x2,total,2024,12",
        "x2,done,2024,0912345678",
        "x2,total,2024,12",
        "x2,done,2024,0912345678");

    UnreadableInput refusal = catchThrowableOfType(UnreadableInput.class, () -> data.read(plan));

    assertThat(refusal.problems()).hasSize(1);
    assertThat(refusal.problems().get(0).location().row()).isEqualTo(3);
    assertThat(refusal.problems().get(0).alsoAt()).containsExactly(5);
  }

  @Test
  void tellsTheFirstProblemsInTheOrderOfTheRowsOfALargeFile() {
    String[] rows =
        IntStream.range(0, 60_000)
            .mapToObj(i -> i % 20_000 == 7 ? "x2,total,2024,nhiều" + i : "xã_1,total,2024,12")
            .toArray(String[]::new);

    Submission submission = data.figures(rows).read(plan);

    assertThat(submission.problems())
        .extracting(p -> p.read() + " " + p.location().row())
        .containsExactly("nhiều7 9", "nhiều20007 20009", "nhiều40007 40009");
    assertThat(figure(submission, "xã_1", "total").location().row()).isEqualTo(2);
  }

  @Test
  void isRefusedBeyondTheLastRowThatAFigureCanHave() {
    ReportingUnits units = data.figures("x2,total,2024,12").read(plan).units();
    List<String> columns = List.of("unit", "item", "period", "value");
    List<String> texts = List.of("x2", "total", "2024", "12");
    ListTable waivers =
        new ListTable(
            "waivers.csv",
            List.of("unit", "target", "until", "reason", "approved_by", "decision"),
            List.of());

    for (int row : new int[] {FigureColumn.LAST_ROW, FigureColumn.LAST_ROW + 1}) {
      ListTable figures =
          new ListTable("figures.csv", columns, List.of(new ListTable.Line(row, texts)));
      List<Problem.Kind> refused =
          Stream.ofNullable(
                  catchThrowableOfType(
                      UnreadableInput.class,
                      () -> SubmissionReader.of(units, figures, waivers, plan)))
              .flatMap(e -> e.problems().stream())
              .map(Problem::kind)
              .toList();

      assertThat(refused)
          .isEqualTo(
              row == FigureColumn.LAST_ROW ? List.of() : List.of(Problem.Kind.TABLE_TOO_LONG));
    }
  }
}
