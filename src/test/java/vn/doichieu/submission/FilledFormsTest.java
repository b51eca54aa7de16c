package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.doichieu.testing.WorkbookFile.DATE;
import static vn.doichieu.testing.WorkbookFile.formula;
import static vn.doichieu.testing.WorkbookFile.number;
import static vn.doichieu.testing.WorkbookFile.text;
import static vn.doichieu.testing.WorkbookFile.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
import vn.doichieu.testing.LibreOffice;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.testing.WorkbookFile;

class FilledFormsTest {

  private static final String HIDDEN = "hidden=\"1\"";

  @TempDir Path folder;
  private Plan plan;
  private DataFolder data;
  private WorkbookFile workbook;

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
  }

  /** The sheet of a unit as it is handed out, up to its first figure in row 6. */
  private WorkbookFile.Sheet ofUnit(String unit) {
    return workbook
        .sheet("Xã " + unit)
        .row(1, HIDDEN, texts("doichieu-form", "plan=small", "layout=unit", "unit=" + unit))
        .row(2, HIDDEN, texts("code", "", "", "value", "evidence", "note"))
        .row(3, texts("", "BIỂU NHẬP SỐ LIỆU"))
        .merge("B3:F3")
        .row(4, texts("", "Nội dung", "Kỳ", "Số liệu", "Minh chứng", "Ghi chú"))
        .row(5, texts("", "T1. Tỷ lệ", "", "", "", ""))
        .merge("B5:F5");
  }

  private WorkbookFile.Sheet wide() {
    return workbook
        .sheet("Biểu chung")
        .row(1, HIDDEN, texts("doichieu-form", "plan=small", "layout=wide"))
        .row(2, HIDDEN, texts("unit", "", "done@2024", "total@2024", "report_submitted_on@2024-H1"))
        .row(3, texts("", "Đơn vị", "Đã làm", "Tổng số", "Ngày gửi"));
  }

  private static String[] row(String code, String value) {
    return new String[] {code.isEmpty() ? "" : text(code), text("nhãn"), text("2024"), value};
  }

  @Nested
  class OfOneUnitASheet {

    @Test
    void areReadByTheirCodesWithTheCellsTheyStandIn() {
      ofUnit("x1").row(6, row("done@2024", number("5"))).row(7, row("total@2024", number("10")));
      ofUnit("x2")
          .row(6, row("done@2024", text("Không phát sinh")))
          .row(9, row("report_submitted_on@2024-H1", number("45420", DATE)));
      workbook.sheet("Hướng dẫn").row(1, texts("doichieu", "Điền vào ô trắng"));

      assertThat(told()).isEmpty();
      assertThat(figure("x1", "done").value()).isEqualTo(5);
      assertThat(figure("x1", "done").location())
          .isEqualTo(new SourceLocation("Biểu.xlsx", "Xã x1", 6, "D"));
      assertThat(figure("x1", "total").value()).isEqualTo(10);
      assertThat(figure("x2", "done").value()).isZero();
      assertThat(figure("x2", "report_submitted_on").location())
          .isEqualTo(new SourceLocation("Biểu.xlsx", "Xã x2", 9, "D"));
      assertThat(figure("x2", "total").location()).isNull();
    }

    @Test
    void areReadWhereverRowsAndColumnsMovedThem() {
      workbook
          .sheet("Đổi tên")
          .row(1, texts("Ghi thêm ở trên"))
          .row(4, texts("", "", "doichieu-form", "plan=small", "layout=unit", "unit=x1"))
          .row(6, texts("", "", "", "thêm"))
          .row(7, texts("", "value", "note", "Cột thêm", "CODE"))
          .row(12, "", number("5"), text("ghi chú"), text("abc"), text("done@2024"));

      assertThat(told()).isEmpty();
      assertThat(figure("x1", "done").location())
          .isEqualTo(new SourceLocation("Biểu.xlsx", "Đổi tên", 12, "B"));
    }

    @Test
    void tellOfARowThatSomebodyPutIn() {
      ofUnit("x1")
          .row(6, row("done@2024", number("5")))
          .row(7, row("", number("3")))
          .row(8, row("", text("chưa có số liệu")))
          .row(9, row("total@2024", number("10")))
          .row(10, texts("", "T2. Việc khác", "", ""))
          .merge("B10:F10")
          .row(12, row("", text("Người lập biểu")));

      assertThat(told()).containsExactly("VALUE_WITHOUT_CODE 7 D []", "VALUE_WITHOUT_CODE 12 D []");
      assertThat(figure("x1", "total").value()).isEqualTo(10);
    }

    @Test
    void tellOfANumberAboveTheFirstCode() {
      ofUnit("x1").row(6, row("", number("3"))).row(7, row("done@2024", number("5")));

      assertThat(told()).containsExactly("VALUE_WITHOUT_CODE 6 D []");
    }

    @Test
    void tellOfCodesThatThePlanDoesNotKnow() {
      ofUnit("x9").row(6, row("done@2024", number("5"))).row(7, row("total@2024", number("5")));
      ofUnit("x1")
          .row(6, row("dnoe@2024", number("5")))
          .row(7, row("done@2023", number("5")))
          .row(8, row("done", number("5")))
          .row(9, row("nothing@1999", ""));

      assertThat(told())
          .containsExactly(
              "UNKNOWN_ITEM 6 A []",
              "UNKNOWN_PERIOD 7 A []",
              "UNKNOWN_PERIOD 8 A []",
              "UNKNOWN_UNIT 1 D []");
    }

    @Test
    void tellOfMergedValues() {
      ofUnit("x1")
          .row(6, row("done@2024", number("5")))
          .row(7, row("total@2024", ""))
          .merge("D6:D7");

      assertThat(told()).containsExactly("MERGED_CELLS 6 D []", "MERGED_CELLS 7 D []");
      assertThat(figure("x1", "total").state()).isEqualTo(State.INVALID);
    }

    @Test
    void mayHaveTheValueMergedWithWhatStandsBesideIt() {
      ofUnit("x1").row(6, row("done@2024", number("5"))).merge("D6:E6");

      assertThat(told()).isEmpty();
      assertThat(figure("x1", "done").value()).isEqualTo(5);
    }

    @Test
    void tellOfHiddenRowsThatHoldFigures() {
      ofUnit("x1")
          .row(6, HIDDEN, row("done@2024", number("5")))
          .row(7, HIDDEN, row("total@2024", ""))
          .isProtected();

      assertThat(told()).containsExactly("HIDDEN_ROWS 6 null []");
      assertThat(figure("x1", "done").value()).isEqualTo(5);
    }

    @Test
    void mayBeHiddenSheets() {
      ofUnit("x1").row(6, row("done@2024", number("5"))).hidden();

      assertThat(told()).containsExactly("HIDDEN_SHEET 0 null []");
    }

    @Test
    void copiedForAnotherUnitWithTheOldCodeContradictEachOther() {
      ofUnit("x1").row(6, row("done@2024", number("5")));
      workbook
          .sheet("Xã x1 (2)")
          .row(1, HIDDEN, texts("doichieu-form", "plan=small", "layout=unit", "unit=x1"))
          .row(2, HIDDEN, texts("code", "", "", "", "value"))
          .row(6, texts("done@2024", "", "", "", "6"));

      assertThat(told()).containsExactly("CONFLICTING_FIGURES 6 E []");
      assertThat(problems.get(0).other())
          .isEqualTo(new SourceLocation("Biểu.xlsx", "Xã x1", 6, "D"));
    }

    @Test
    void mayStandOneBelowTheOtherOnASheet() {
      ofUnit("x1")
          .row(6, row("done@2024", number("5")))
          .row(10, HIDDEN, texts("doichieu-form", "plan=small", "layout=unit", "unit=x2"))
          .row(11, HIDDEN, texts("code", "", "value"))
          .row(12, text("done@2024"), "", number("7"));

      assertThat(told()).isEmpty();
      assertThat(figure("x1", "done").value()).isEqualTo(5);
      assertThat(figure("x2", "done").location())
          .isEqualTo(new SourceLocation("Biểu.xlsx", "Xã x1", 12, "C"));
    }
  }

  @Nested
  class OfAllUnitsOnASheet {

    @Test
    void areReadByTheirCodesWithTheCellsTheyStandIn() {
      wide()
          .row(4, text("x1"), text("Xã 1"), number("5"), number("10"), number("45420", DATE))
          .row(5, text("x2"), text("Xã 2"), number("6"), "", text("9/5/2024"));

      assertThat(told()).isEmpty();
      assertThat(figure("x1", "done").location())
          .isEqualTo(new SourceLocation("Biểu.xlsx", "Biểu chung", 4, "C"));
      assertThat(figure("x1", "total").location())
          .isEqualTo(new SourceLocation("Biểu.xlsx", "Biểu chung", 4, "D"));
      assertThat(figure("x2", "report_submitted_on").location())
          .isEqualTo(new SourceLocation("Biểu.xlsx", "Biểu chung", 5, "E"));
      assertThat(figure("x2", "total").state()).isEqualTo(State.ABSENT);
    }

    @Test
    void tellOfARowWithoutAUnitOnce() {
      wide()
          .row(4, text("x1"), "", number("5"), number("10"))
          .row(6, "", text("Tổng cộng"), formula("SUM(C4)", "5"), formula("SUM(D4)", "10"));

      assertThat(told()).containsExactly("VALUE_WITHOUT_CODE 6 C []");
    }

    @Test
    void tellOfAColumnWithoutACodeOnce() {
      workbook
          .sheet("Biểu chung")
          .row(1, texts("doichieu-form", "plan=small", "layout=wide"))
          .row(2, texts("unit", "", "done@2024", "", "total@2024", "ghi chú"))
          .row(4, texts("x1", "Xã 1", "5", "7", "10", "thêm", "xa"))
          .row(5, texts("x2", "Xã 2", "5", "8", "10", "thêm", "xa"));

      assertThat(told()).containsExactly("VALUE_WITHOUT_CODE 4 D []", "VALUE_WITHOUT_CODE 4 G []");
      assertThat(figure("x2", "total").value()).isEqualTo(10);
    }

    @Test
    void tellOfCodesThatThePlanDoesNotKnowAtTheirHeads() {
      workbook
          .sheet("Biểu chung")
          .row(1, texts("doichieu-form", "plan=small", "layout=wide"))
          .row(2, texts("unit", "dnoe@2024", "done@2023"))
          .row(4, texts("x1", "1", "2"))
          .row(5, texts("x2", "1", ""))
          .row(6, texts("x9", "", ""));

      assertThat(told()).containsExactly("UNKNOWN_ITEM 2 B []", "UNKNOWN_PERIOD 2 C []");
    }

    @Test
    void withACodeTwiceAreHeldAgainstEachOther() {
      workbook
          .sheet("Biểu chung")
          .row(1, texts("doichieu-form", "plan=small", "layout=wide"))
          .row(2, texts("unit", "done@2024", "done@2024"))
          .row(4, texts("x1", "1", "1"))
          .row(5, texts("x2", "1", "2"));

      assertThat(told()).containsExactly("CONFLICTING_FIGURES 5 C []");
      assertThat(problems.get(0).other())
          .isEqualTo(new SourceLocation("Biểu.xlsx", "Biểu chung", 5, "B"));
    }
  }

  @Nested
  class AreRefused {

    @Test
    void whenNoSheetIsOne() {
      workbook.sheet("Danh sách").row(1, texts("unit", "item", "period", "value"));

      assertThat(refused()).containsExactly("NOT_A_FORM Biểu.xlsx null 0 null Danh sách");
    }

    @Test
    void whenTheyAreAnotherPlans() {
      workbook
          .sheet("Xã 1")
          .row(3, texts("doichieu-form", "plan=other", "layout=unit", "unit=x1"))
          .row(4, texts("code", "value"));

      assertThat(refused()).containsExactly("FORM_OF_OTHER_PLAN Biểu.xlsx Xã 1 3 B other");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"plan=small,layout=tall", "plan=small,layout=unit", "layout=wide", "plan=small"})
    void whenTheirMarkerIsNotWhole(String marker) {
      workbook
          .sheet("Xã 1")
          .row(3, texts(("doichieu-form," + marker).split(",")))
          .row(4, texts("code", "value"));

      assertThat(refused())
          .singleElement()
          .satisfies(p -> assertThat(p).startsWith("FORM_MARKER_INVALID Biểu.xlsx Xã 1 3 null"));
    }

    @Test
    void whenOneOfTheirSheetsLostItsMarker() {
      ofUnit("x1").row(6, row("done@2024", number("5")));
      workbook
          .sheet("Xã 2")
          .row(2, HIDDEN, texts("code", "", "value"))
          .row(6, texts("done@2024", "", "6"));

      assertThat(refused()).containsExactly("FORM_MARKER_INVALID Biểu.xlsx Xã 2 6 A ∅");
    }

    @Test
    void whenTheirHeadIsGoneAllAtOnce() {
      workbook
          .sheet("Xã 1")
          .row(3, texts("doichieu-form", "plan=small", "layout=unit", "unit=x1"))
          .row(4, texts("code", "số liệu"));
      workbook
          .sheet("Xã 2")
          .row(5, texts("doichieu-form", "plan=small", "layout=wide"))
          .row(6, texts("unit", "done"));

      assertThat(refused())
          .containsExactly(
              "FORM_HEADER_NOT_FOUND Biểu.xlsx Xã 1 3 null null",
              "FORM_HEADER_NOT_FOUND Biểu.xlsx Xã 2 5 null null");
    }

    @Test
    void whenTheyCarryPersonalData() {
      ofUnit("x1")
          .row(6, row("done@2024", text("Nguyễn Văn An")))
          .row(7, texts("total@2024", "", "", "5", "0912 345 678", "CCCD 079123456789"))
          .row(8, row("", text("Bà Trần Thị Bình")));

      assertThat(refused())
          .containsExactly(
              "PERSONAL_VALUE Biểu.xlsx Xã x1 6 D null",
              "PERSONAL_VALUE Biểu.xlsx Xã x1 7 E null",
              "PERSONAL_VALUE Biểu.xlsx Xã x1 7 F null");
    }
  }

  @Test
  void manyFilesAreOneSetWithTheLists() {
    ofUnit("x1").row(6, row("done@2024", number("5")));
    write("a.xlsx");
    workbook = new WorkbookFile();
    ofUnit("x2").row(6, row("done@2024", number("6")));
    write("B.XLSX");
    workbook = new WorkbookFile();
    wide().row(4, text("x1"), "", number("5"), number("10"));
    write("c.xlsx");
    data.file("figures.csv", "unit,item,period,value", "x2,total,2024,9", "x2,done,2024,7");
    workbook = new WorkbookFile();
    wide();

    assertThat(told()).containsExactly("CONFLICTING_FIGURES 6 D []");
    assertThat(problems.get(0).location().file()).isEqualTo("B.XLSX");
    assertThat(figure("x1", "done").location().file()).isEqualTo("a.xlsx");
    assertThat(figure("x1", "total").location().file()).isEqualTo("c.xlsx");
    assertThat(figure("x2", "total").location().file()).isEqualTo("figures.csv");
  }

  @Test
  void aFormMayAlsoBeNamedAsTheList() {
    ofUnit("x1").row(6, row("done@2024", number("5")));
    write("figures.xlsx");
    workbook = new WorkbookFile();
    wide();

    assertThat(told()).isEmpty();
    assertThat(figure("x1", "done").location().file()).isEqualTo("figures.xlsx");
  }

  @Test
  void savedByLibreOfficeSayTheSame() throws Exception {
    LibreOffice.require();
    ofUnit("x1")
        .row(6, row("done@2024", formula("2+3", "5")))
        .row(7, HIDDEN, row("total@2024", text("1 234")))
        .row(8, row("report_submitted_on@2024-H1", number("45420", DATE)))
        .row(9, row("issued@2024", workbook.shared("<si><r><t>c</t></r><r><t>ó</t></r></si>")))
        .row(10, row("", number("3")))
        .row(11, texts("", "Việc khác"))
        .merge("B11:F11")
        .isProtected();
    wide().row(4, text("x2"), "", number("5"), text("1.234"), text("9/5/2024"));
    Path made = workbook.write(folder.resolve("made").resolve("Biểu.xlsx"));

    LibreOffice.save(List.of(made), "xlsx", data.path());

    assertThat(toldAsTheyAre())
        .containsExactly(
            "NUMBER_AMBIGUOUS 4 D []", "HIDDEN_ROWS 7 null []", "VALUE_WITHOUT_CODE 10 D []");
    assertThat(figureAsItIs("x1", "done").value()).isEqualTo(5);
    assertThat(figureAsItIs("x1", "total").value()).isEqualTo(1234);
    assertThat(figureAsItIs("x1", "issued").value()).isEqualTo(1);
    assertThat(figureAsItIs("x1", "report_submitted_on").location())
        .isEqualTo(new SourceLocation("Biểu.xlsx", "Xã x1", 8, "D"));
    assertThat(figureAsItIs("x2", "report_submitted_on").state()).isEqualTo(State.VALID);
  }

  private List<Problem> problems = List.of();

  private void write(String name) {
    workbook.write(data.path().resolve(name));
  }

  private List<String> told() {
    write("Biểu.xlsx");
    return toldAsTheyAre();
  }

  private List<String> toldAsTheyAre() {
    problems = data.read(plan).problems();
    return problems.stream()
        .map(
            p ->
                "%s %d %s %s"
                    .formatted(p.kind(), p.location().row(), p.location().column(), p.alsoAt()))
        .toList();
  }

  private List<String> refused() {
    write("Biểu.xlsx");
    return catchThrowableOfType(UnreadableInput.class, () -> data.read(plan)).problems().stream()
        .map(
            p ->
                "%s %s %s %d %s %s"
                    .formatted(
                        p.kind(),
                        p.location().file(),
                        p.location().sheet(),
                        p.location().row(),
                        p.location().column(),
                        p.read()))
        .toList();
  }

  private Figure figure(String unit, String item) {
    write("Biểu.xlsx");
    return figureAsItIs(unit, item);
  }

  private Figure figureAsItIs(String unit, String item) {
    String period = item.equals("report_submitted_on") ? "2024-H1" : "2024";
    Submission submission = data.read(plan);
    return submission.figure(
        submission.units().find(unit),
        new Input(plan.items().get(item), ReportingPeriod.parse(period).orElseThrow()));
  }
}
