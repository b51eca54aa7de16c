package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.doichieu.testing.WorkbookFile.DATE;
import static vn.doichieu.testing.WorkbookFile.GROUPED;
import static vn.doichieu.testing.WorkbookFile.bool;
import static vn.doichieu.testing.WorkbookFile.error;
import static vn.doichieu.testing.WorkbookFile.formula;
import static vn.doichieu.testing.WorkbookFile.number;
import static vn.doichieu.testing.WorkbookFile.text;
import static vn.doichieu.testing.WorkbookFile.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.testing.WorkbookFile;

/** {@code figures.xlsx} and {@code figures.json}, alone and beside {@code figures.csv}. */
class WorkbookFiguresTest {

  @TempDir Path folder;
  private Plan plan;
  private DataFolder data;
  private WorkbookFile workbook;
  private WorkbookFile.Sheet sheet;

  @BeforeEach
  void makeAFolder() throws IOException {
    plan =
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "ratio", "scope", "each+area")
            .target("T2", "duty")
            .target("T3", "deadline")
            .read();
    data = new DataFolder(folder.resolve("data"));
    Files.delete(data.path().resolve("figures.csv"));
    workbook = new WorkbookFile();
    sheet = workbook.sheet("figures").row(1, texts("unit", "item", "period", "value", "note"));
  }

  @Nested
  class ACount {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"5 | 5", "5.0 | 5", "1.2E3 | 1200", "999999999999999 | 999999999999999", "0 | 0"})
    void isAWholeNumber(String stored, long count) {
      assertThat(value("done", number(stored))).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "12.5 | NUMBER_NOT_WHOLE",
          "1.234 | NUMBER_NOT_WHOLE",
          "3.0000000000000004 | NUMBER_NOT_WHOLE",
          "2.9999999999999996 | NUMBER_NOT_WHOLE",
          "1E15 | NUMBER_ROUNDED",
          "-3 | NOT_A_COUNT"
        })
    void isNoOtherNumber(String stored, String kind) {
      assertThat(refusal("done", number(stored))).isEqualTo(kind + " value");
    }

    @Test
    void withAFractionOfThreePlacesHintsAtThousands() {
      refusal("done", number("1.234"));

      assertThat(problem.arguments()).endsWith("1234");
      refusal("done", number("1.5"));
      assertThat(problem.arguments()).endsWith("");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "1234 | 1234",
          "1 234 | 1234",
          "1\u00A0234\u00A0567 | 1234567",
          "1\u202F234 | 1234",
          "0012 | 12",
          "Không  phát sinh | 0"
        })
    void mayBeTextWithSpacesBetweenThousands(String text, long count) {
      assertThat(value("done", text(text))).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "1.234 | NUMBER_AMBIGUOUS",
          "1.234.567 | NUMBER_AMBIGUOUS",
          "1,234 | NUMBER_AMBIGUOUS",
          "12 34 | NOT_A_COUNT",
          "1 2345 | NOT_A_COUNT",
          "1234 567 | NOT_A_COUNT",
          "1.23 | NOT_A_COUNT",
          "12,5 | NOT_A_COUNT",
          "1.234,5 | NOT_A_COUNT",
          "khoảng 5 | NOT_A_COUNT"
        })
    void isNoTextThatMayMeanTwoThingsOrNone(String text, String kind) {
      assertThat(refusal("done", text(text))).isEqualTo(kind + " value");
    }

    @Test
    void mayBeTextWithDotsWhereTheCellShowsNumbersSo() {
      assertThat(value("done", text("1.234.567", GROUPED))).isEqualTo(1234567);
      assertThat(refusal("done", text("1,234", GROUPED))).isEqualTo("NUMBER_AMBIGUOUS value");
      assertThat(value("done", number("1234", GROUPED))).isEqualTo(1234);
    }

    @Test
    void isNoDateAndNoTruthValue() {
      assertThat(refusal("done", number("5", DATE))).isEqualTo("NOT_A_COUNT value");
      assertThat(problem.read()).isEqualTo("1900-01-05");
      assertThat(refusal("done", bool(true))).isEqualTo("NOT_A_COUNT value");
    }

    @Test
    void isNothingThatAFormulaFailedToGive() {
      assertThat(value("done", formula("2+3", "5"))).isEqualTo(5);
      assertThat(refusal("done", formula("2+3"))).isEqualTo("FORMULA_WITHOUT_VALUE value");
      assertThat(refusal("done", error("#REF!"))).isEqualTo("CELL_ERROR value");
      assertThat(problem.location())
          .isEqualTo(new SourceLocation("figures.xlsx", "figures", 2, "value"));
    }
  }

  @Nested
  class ADate {

    @Test
    void isTheDayThatTheCellShows() {
      assertThat(day(number("45420", DATE))).isEqualTo("2024-05-08");
      assertThat(day(number("45420.75", DATE))).isEqualTo("2024-05-08");
    }

    @Test
    void isADayCountedFrom1904WhereTheWorkbookSaysSo() {
      workbook.since1904();

      assertThat(day(number("43958", DATE))).isEqualTo("2024-05-08");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8/5/2024", "08/05/2024", "2024-05-08"})
    void mayBeText(String text) {
      assertThat(day(text(text))).isEqualTo("2024-05-08");
    }

    @Test
    void mayBeABareNumberThatFallsIntoTheYearsOfThePlan() {
      assertThat(day(number("45420"))).isEqualTo("2024-05-08");
      assertThat(refusal("report_submitted_on", number("2024")))
          .isEqualTo("DATE_OUTSIDE_PLAN value");
      assertThat(problem.read()).isEqualTo("2024");
      assertThat(refusal("report_submitted_on", number("20240508"))).isEqualTo("NOT_A_DATE value");
      assertThat(refusal("report_submitted_on", number("45420.5"))).isEqualTo("NOT_A_DATE value");
    }

    private String day(String cell) {
      return LocalDate.ofEpochDay(value("report_submitted_on", cell)).toString();
    }
  }

  @Nested
  class AnAnswer {

    @ParameterizedTest
    @CsvSource({"có,1", "KHÔNG,0", "x,1"})
    void mayBeText(String text, long answer) {
      assertThat(value("issued", text(text))).isEqualTo(answer);
    }

    @Test
    void mayBeATruthValueOrANumber() {
      assertThat(value("issued", bool(true))).isEqualTo(1);
      assertThat(value("issued", bool(false))).isEqualTo(0);
      assertThat(value("issued", number("1"))).isEqualTo(1);
      assertThat(refusal("issued", number("2"))).isEqualTo("NOT_YES_NO value");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Chưa có số liệu", "CHƯA  CÓ SỐ LIỆU", " "})
  void whatIsNotKnownYetIsBlank(String text) {
    sheet.row(2, texts("x1", "done", "2024", text));

    assertThat(told()).isEmpty();
    assertThat(figure("x1", "done").state()).isEqualTo(State.ABSENT);
  }

  @Nested
  class MergedCells {

    @Test
    void ofUnitsItemsAndPeriodsStandForEachOfTheirRows() {
      sheet
          .row(2, texts("x1", "done", "2024", "5"))
          .row(3, texts("", "total", "", "10"))
          .row(4, texts("x2", "done", "", "6"))
          .merge("A2:A3")
          .merge("C2:C4");

      assertThat(told()).isEmpty();
      assertThat(figure("x1", "total").value()).isEqualTo(10);
      assertThat(figure("x2", "done").value()).isEqualTo(6);
    }

    @Test
    void ofValuesAreRefusedRowByRow() {
      sheet
          .row(2, texts("x1", "done", "2024", "5"))
          .row(3, texts("x2", "done", "2024", ""))
          .merge("D2:D3");

      assertThat(told()).containsExactly("MERGED_CELLS 2 value []", "MERGED_CELLS 3 value []");
      assertThat(figure("x2", "done").state()).isEqualTo(State.INVALID);
    }

    @Test
    void acrossCodesAreRefusedAtTheCodeThatIsLost() {
      sheet.row(2, texts("x1", "done", "", "5")).merge("B2:C2");

      assertThat(told()).containsExactly("MERGED_CELLS 2 period []");
      assertThat(figure("x1", "done").state()).isEqualTo(State.ABSENT);
    }
  }

  @Test
  void codesMayBeNumbersAndFormulas() {
    data.units("h,H,district,,", "79,X,commune,,h");
    sheet.row(2, number("79"), "t=\"str\"><f>A1</f><v>total</v>", number("2024"), number("9"));

    assertThat(told()).isEmpty();
    assertThat(figure("79", "total").value()).isEqualTo(9);
  }

  @Test
  void codesThatCannotBeReadAreTold() {
    sheet.row(2, error("#N/A"), text("done"), number("2024"), number("5"));
    sheet.row(3, text("x1"), formula("A1"), number("2024"), number("5"));

    assertThat(told()).containsExactly("CELL_ERROR 2 unit []", "FORMULA_WITHOUT_VALUE 3 item []");
  }

  @Test
  void hiddenRowsCountAndAreTold() {
    sheet.row(2, "hidden=\"1\"", texts("x1", "done", "2024", "5"));

    assertThat(told()).containsExactly("HIDDEN_ROWS 2 null []");
    assertThat(figure("x1", "done").value()).isEqualTo(5);
  }

  /** A number that ran over from an unquoted cell is a thing of text files only. */
  @Test
  void aNumberInTheNextColumnIsANote() throws IOException {
    sheet.row(2, text("x1"), text("done"), text("2024"), number("5"), number("7"), text("beside"));
    json("[{\"unit\":\"x2\",\"item\":\"done\",\"period\":2024,\"value\":5,\"note\":7}]");

    assertThat(told()).isEmpty();
  }

  @Nested
  class OneSet {

    @Test
    void keepsEachFigureWithItsPlace() throws IOException {
      data.file("figures.csv", "unit,item,period,value", "x1,done,2024,5");
      sheet.row(7, text("x2"), text("done"), text("2024"), number("6"));
      json("[\n{\"unit\":\"x2\",\"item\":\"total\",\"period\":\"2024\",\"value\":9}]");

      assertThat(told()).isEmpty();
      assertThat(figure("x1", "done").location())
          .isEqualTo(SourceLocation.of("figures.csv", 2, "value"));
      assertThat(figure("x2", "done").location())
          .isEqualTo(new SourceLocation("figures.xlsx", "figures", 7, "value"));
      assertThat(figure("x2", "total").location())
          .isEqualTo(SourceLocation.of("figures.json", 2, "value"));
      assertThat(figure("x1", "total").location()).isNull();
    }

    @Test
    void takesTheSameValueTwiceWithoutAWord() throws IOException {
      data.file("figures.csv", "unit,item,period,value", "x1,done,2024,05", "x1,issued,2024,x");
      sheet.row(2, text("x1"), text("done"), text("2024"), number("5"));
      json("[{\"unit\":\"x1\",\"item\":\"issued\",\"period\":\"2024\",\"value\":true}]");

      assertThat(told()).isEmpty();
      assertThat(figure("x1", "done").location().file()).isEqualTo("figures.csv");
    }

    @Test
    void namesBothPlacesOfDifferentValues() {
      data.file("figures.csv", "unit,item,period,value", "x2,done,2024,1", "x1,done,2024,5");
      sheet.row(4, text("x1"), text("done"), text("2024"), number("6"));

      assertThat(told()).containsExactly("CONFLICTING_FIGURES 4 value []");
      assertThat(problem.location().sheet()).isEqualTo("figures");
      assertThat(problem.other()).isEqualTo(SourceLocation.of("figures.csv", 3, "value"));
      assertThat(figure("x1", "done").state()).isEqualTo(State.INVALID);
    }

    @Test
    void needsNoFileOfAnyOneKind() throws IOException {
      json("[]");

      write();
      Files.delete(data.path().resolve("figures.xlsx"));

      assertThat(data.read(plan).problems()).isEmpty();
    }

    @Test
    void listsEveryFileThatItReads() {
      sheet.row(2, texts("x1"));
      write();
      data.file("b.xlsx", "").file("a.XLSX", "").file("~$a.xlsx", "").file("c.xls", "");

      assertThat(SubmissionReader.files(data.path()))
          .extracting(file -> file.getFileName().toString())
          .containsExactly(
              "units.csv",
              "figures.csv",
              "figures.xlsx",
              "figures.json",
              "waivers.csv",
              "explanations.csv",
              "a.XLSX",
              "b.xlsx");
      assertThat(SubmissionReader.files(folder.resolve("none"))).hasSize(6);
    }
  }

  @Nested
  class Refuses {

    @Test
    void aWorkbookWithoutTheSheetOrAForm() {
      workbook = new WorkbookFile();
      workbook.sheet("Trang 1").row(1, texts("unit", "item", "period", "value"));

      assertThat(refusals()).containsExactly("SHEET_NOT_FOUND figures.xlsx Trang 1");
    }

    @Test
    void personalDataInAnyCellOfAList() {
      sheet.row(2, text("x1"), text("done"), text("2024"), text("Nguyễn Văn An"));
      sheet.row(3, text("x1"), text("done"), text("2024"), number("5"), text("0912 345 678"));
      sheet.row(4, text("x1"), text("done"), text("2024"), number("5"), number("912345678"));
      sheet.row(5, text("x1"), text("done"), text("2024"), number("5"), "", text("079123456789"));

      assertThat(refusals())
          .containsExactly("PERSONAL_VALUE figures.xlsx null", "PERSONAL_VALUE figures.xlsx null");
      assertThat(refused)
          .extracting(p -> p.location().column() + " " + p.location().row() + " " + p.alsoAt())
          .containsExactly("value 2 [5]", "note 3 [4]");
    }

    @Test
    void aColumnForPersonalDataInAWorkbookAndInJson() throws IOException {
      workbook = new WorkbookFile();
      workbook.sheet("figures").row(1, texts("unit", "item", "period", "value", "Họ và tên"));
      json("[{\"unit\":\"x1\",\"item\":\"done\",\"period\":\"2024\",\"value\":1,\"cccd\":\"\"}]");

      assertThat(refusals())
          .containsExactly(
              "PERSONAL_COLUMN figures.json cccd", "PERSONAL_COLUMN figures.xlsx họ và tên");
    }

    private List<Problem> refused;

    private List<String> refusals() {
      write();
      refused = catchThrowableOfType(UnreadableInput.class, () -> data.read(plan)).problems();
      return refused.stream()
          .map(p -> p.kind() + " " + p.location().file() + " " + p.read())
          .toList();
    }
  }

  private Problem problem;

  private void json(String text) throws IOException {
    Files.writeString(data.path().resolve("figures.json"), text);
  }

  private void write() {
    workbook.write(data.path().resolve("figures.xlsx"));
  }

  /** The value of a cell that fits its item. */
  private long value(String item, String cell) {
    only(item, cell);
    assertThat(told()).isEmpty();
    Figure figure = figure("x1", item);
    assertThat(figure.state()).isEqualTo(State.VALID);
    return figure.value();
  }

  /** Why a cell does not fit its item. */
  private String refusal(String item, String cell) {
    only(item, cell);
    assertThat(told()).hasSize(1);
    assertThat(figure("x1", item).state()).isEqualTo(State.INVALID);
    return problem.kind() + " " + problem.location().column();
  }

  private void only(String item, String cell) {
    WorkbookFile next = new WorkbookFile();
    if (workbook.isSince1904()) {
      next.since1904();
    }
    workbook = next;
    workbook
        .sheet("figures")
        .row(1, texts("unit", "item", "period", "value"))
        .row(2, text("x1"), text(item), text(period(item)), cell);
  }

  private static String period(String item) {
    return item.equals("report_submitted_on") ? "2024-H1" : "2024";
  }

  private Figure figure(String unit, String item) {
    Submission submission = data.read(plan);
    return submission.figure(
        submission.units().find(unit),
        new Input(plan.items().get(item), ReportingPeriod.parse(period(item)).orElseThrow()));
  }

  private List<String> told() {
    write();
    List<Problem> problems = data.read(plan).problems();
    problem = problems.isEmpty() ? null : problems.get(0);
    return problems.stream()
        .map(
            p ->
                "%s %d %s %s"
                    .formatted(p.kind(), p.location().row(), p.location().column(), p.alsoAt()))
        .toList();
  }
}
