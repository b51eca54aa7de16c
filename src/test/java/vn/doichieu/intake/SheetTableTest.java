package vn.doichieu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.doichieu.testing.WorkbookFile.DATE;
import static vn.doichieu.testing.WorkbookFile.GROUPED;
import static vn.doichieu.testing.WorkbookFile.MONTH;
import static vn.doichieu.testing.WorkbookFile.OWN_DATE;
import static vn.doichieu.testing.WorkbookFile.PERCENT;
import static vn.doichieu.testing.WorkbookFile.bool;
import static vn.doichieu.testing.WorkbookFile.error;
import static vn.doichieu.testing.WorkbookFile.formula;
import static vn.doichieu.testing.WorkbookFile.number;
import static vn.doichieu.testing.WorkbookFile.text;
import static vn.doichieu.testing.WorkbookFile.texts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.tabular.SheetCell;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.WorkbookFile;
import vn.doichieu.workbook.SheetRow;
import vn.doichieu.workbook.SheetRows;
import vn.doichieu.workbook.Workbook;

class SheetTableTest {

  private static final List<String> REQUIRED = List.of("unit", "value");

  @TempDir Path folder;
  private WorkbookFile workbook;
  private WorkbookFile.Sheet sheet;

  @BeforeEach
  void startASheet() {
    workbook = new WorkbookFile();
    sheet = workbook.sheet("figures").row(1, texts("unit", "value"));
  }

  @Nested
  class ReadsACell {

    @ParameterizedTest
    @CsvSource({
      "12,12,NUMBER",
      "0,0,NUMBER",
      "-0,0,NUMBER",
      "12.0,12,NUMBER",
      "1.2E3,1200,NUMBER",
      "1E15,1000000000000000,NUMBER",
      "12.5,12.5,NUMBER",
      "-3,-3,NUMBER",
      "3.0000000000000004,3.0000000000000004,NUMBER",
      "2.9999999999999996,2.9999999999999996,NUMBER",
      "1E-7,0.0000001,NUMBER",
      "NaN,NaN,ERROR",
      "1E999999999,1E999999999,ERROR"
    })
    void asANumberInPlainDigits(String stored, String text, SheetCell.Kind kind) {
      assertThat(cell(number(stored)))
          .isEqualTo(text)
          .isEqualTo(last.text())
          .satisfies(t -> assertThat(last.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({
      "45605,2024-11-09",
      "45605.75,2024-11-09",
      "1,1900-01-01",
      "59,1900-02-28",
      "61,1900-03-01",
      "2958465,9999-12-31"
    })
    void asADateIfItIsShownAsOne(String serial, String date) {
      assertThat(cell(number(serial, DATE))).isEqualTo(date);
      assertThat(cell(number(serial, OWN_DATE))).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"0", "60", "60.5", "-1", "2958466"})
    void asANumberIfItStandsForNoDay(String serial) {
      assertThat(cell(number(serial, DATE))).isEqualTo(serial);
      assertThat(last.kind()).isEqualTo(SheetCell.Kind.NUMBER);
      assertThat(last.day()).isNull();
    }

    @Test
    void asADateCountedFrom1904WhereTheWorkbookSaysSo() {
      workbook.since1904();

      assertThat(cell(number("44143", DATE))).isEqualTo("2024-11-09");
      assertThat(cell(number("0", DATE))).isEqualTo("1904-01-01");
    }

    /** Excel makes a date of 2024-05 when it is typed in. */
    @Test
    void asAMonthIfItShowsNoDay() {
      assertThat(cell(number("45413", MONTH))).isEqualTo("2024-05");
      assertThat(cell(number("45414", MONTH))).isEqualTo("2024-05-02");
    }

    @Test
    void asAPercentage() {
      assertThat(cell(number("0.9898", PERCENT))).isEqualTo("98,98%");
      assertThat(cell(number("0.98980000000000001", PERCENT))).isEqualTo("98,98%");
      assertThat(cell(number("1", PERCENT))).isEqualTo("100%");
    }

    @Test
    void asATruthValueInWords() {
      assertThat(cell(bool(true))).isEqualTo("true");
      assertThat(cell(bool(false))).isEqualTo("false");
    }

    @Test
    void asTextWhereverItStands() {
      assertThat(cell(text("  có\u00A0"))).isEqualTo("có");
      assertThat(cell(workbook.shared("<si><t>không</t></si>"))).isEqualTo("không");
      assertThat(
              cell(
                  workbook.shared(
                      "<si><r><rPr><b/></rPr><t>kh</t></r><r><t xml:space=\"preserve\">ông </t></r>"
                          + "<rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>")))
          .isEqualTo("không");
      assertThat(cell("t=\"str\"><f>A1</f><v>có</v>")).isEqualTo("có");
      assertThat(cell(text("5_x000D_"))).isEqualTo("5");
      assertThat(cell("t=\"inlineStr\"><is><t><![CDATA[a<b]]></t></is>")).isEqualTo("a<b");
      assertThat(cell("t=\"d\"><v>2024-11-09T00:00:00</v>")).isEqualTo("2024-11-09");
    }

    @Test
    void asTextWithSeparatorsOnlyWhereTheCellShowsNumbersSo() {
      cell(text("1.234", GROUPED));
      assertThat(last.kind()).isEqualTo(SheetCell.Kind.GROUPED_TEXT);
      cell(text("1.234"));
      assertThat(last.kind()).isEqualTo(SheetCell.Kind.TEXT);
    }

    /** Java 25 counts the characters of a document that has references to characters in it. */
    @Test
    void howeverManyCharactersAreWrittenByTheirNumbers() {
      String row = "<c t=\"inlineStr\"><is><t>&#273;&amp;&lt;" + "x".repeat(1000) + "</t></is></c>";
      workbook
          .sheet("many")
          .raw(("<row>" + row + "</row>").repeat(400))
          .raw("<row><c t=\"inlineStr\"><is><t>cuối &amp; hết</t></is></c></row>");
      workbook.write(file());
      String text = "";
      try (Workbook opened = Workbook.open(file());
          SheetRows rows = opened.rows(opened.sheets().get(1))) {
        for (SheetRow next = rows.next(); next != null; next = rows.next()) {
          text = next.cell(0).text();
        }
      }

      assertThat(text).isEqualTo("cuối & hết");
    }

    @Test
    void byTheValueThatAFormulaHad() {
      assertThat(cell(formula("SUM(A1:A9)", "12"))).isEqualTo("12");
      assertThat(last.kind()).isEqualTo(SheetCell.Kind.NUMBER);
    }

    @Test
    void asUnreadableIfAFormulaWasNeverCalculatedOrFailed() {
      cell(formula("SUM(A1:A9)"));
      assertThat(last.kind()).isEqualTo(SheetCell.Kind.NO_VALUE);
      cell(error("#REF!"));
      assertThat(last).isEqualTo(new SheetCell(SheetCell.Kind.ERROR, "#REF!", null));
      cell("t=\"e\"><f>1/0</f><v>#DIV/0!</v>");
      assertThat(last.kind()).isEqualTo(SheetCell.Kind.ERROR);
    }

    @Test
    void asBlankIfThereIsNothing() {
      cell("s=\"1\">");
      assertThat(last.isBlank()).isTrue();
      cell("t=\"str\"><f>IF(A1=\"\",\"\",1)</f><v></v>");
      assertThat(last.isBlank()).isTrue();
    }

    private SheetCell last = SheetCell.BLANK;

    private String cell(String content) {
      WorkbookFile.Sheet cells = workbook.sheet("s" + content.hashCode());
      cells.row(1, content);
      workbook.write(file());
      try (Workbook opened = Workbook.open(file());
          SheetRows rows = opened.rows(opened.sheets().get(opened.sheets().size() - 1))) {
        SheetRow row = rows.next();
        last = row == null ? SheetCell.BLANK : row.cell(0);
        return last.text();
      }
    }
  }

  @Nested
  class ReadsAList {

    @Test
    void withPlacesByRow() {
      sheet.row(3, texts("x1", "5")).row(9, texts("x2", "6"));

      assertThat(rows()).containsExactly("3 x1=5", "9 x2=6");
    }

    @Test
    void whoseRowsAndCellsHaveNoNumbers() {
      sheet.raw(
          "<row><c t=\"inlineStr\"><is><t>x1</t></is></c><c><v>5</v></c></row>"
              + "<row><c t=\"inlineStr\"><is><t>x2</t></is></c><c><v>6</v></c></row>");

      assertThat(rows()).containsExactly("2 x1=5", "3 x2=6");
    }

    @Test
    void whoseTagsHaveAPrefix() {
      workbook.part(
          "xl/worksheets/sheet1.xml",
          "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
              + "<x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>unit</x:t></x:is></x:c>"
              + "<x:c r=\"B1\" t=\"inlineStr\"><x:is><x:t>value</x:t></x:is></x:c></x:row>"
              + "<x:row r=\"2\"><x:c r=\"A2\" t=\"inlineStr\"><x:is><x:t>x1</x:t></x:is></x:c>"
              + "<x:c r=\"B2\"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>");

      assertThat(rows()).containsExactly("2 x1=5");
    }

    @Test
    void whoseHeaderStandsInAnyOrderAndFurtherDown() {
      WorkbookFile.Sheet other = workbook.sheet("OTHER");
      other.row(4, texts("", "Value", "", "UNIT ")).row(5, texts("note", "5", "", "x1"));
      workbook.write(file());

      try (Workbook opened = Workbook.open(file());
          SheetTable table = SheetTable.open(opened, "other", REQUIRED, List.of())) {
        assertThat(table.header()).containsExactly("", "value", "", "unit");
        assertThat(table.headerRow()).isEqualTo(4);
        table.forEach(
            row -> assertThat(row.cell(table.column("unit")) + row.line()).isEqualTo("x15"));
      }
    }

    @Test
    void withTheValueOfMergedCellsInEveryRow() {
      sheet
          .row(2, texts("x1", "5"))
          .row(3, "", number("6"))
          .row(4, "", number("7"))
          .row(5, texts("x2", "8"))
          .merge("A2:A4");

      assertThat(rows()).containsExactly("2 x1=5", "3 x1=6", "4 x1=7", "5 x2=8");
    }

    @Test
    void withMergedValuesToldForEachOfTheirRows() {
      sheet.row(2, texts("x1", "5")).row(3, texts("x2", "")).merge("B2:B3");

      assertThat(rows()).containsExactly("2 x1=MERGED", "3 x2=MERGED");
    }

    @Test
    void withBlankMergedCellsAsBlank() {
      sheet.row(2, texts("x1", "")).row(3, texts("x2", "")).merge("B2:B3");

      assertThat(rows()).containsExactly("2 x1=", "3 x2=");
    }

    @Test
    void withAValueMergedIntoTheColumnBesideIt() {
      sheet.row(2, texts("x1", "5")).merge("B2:C2");

      assertThat(rows()).containsExactly("2 x1=5");
    }

    @Test
    void withAValueSwallowedByItsNeighbourTold() {
      sheet.row(2, texts("x1 5", "")).merge("A2:B2");

      assertThat(rows()).containsExactly("2 x1 5=MERGED");
    }

    @Test
    void withHiddenRowsToldOnce() {
      sheet
          .row(2, texts("x1", "5"))
          .row(3, "hidden=\"1\"", texts("x2", "6"))
          .row(4, "hidden=\"true\"", texts("", ""))
          .row(5, "hidden=\"true\"", texts("x3", "7"));

      assertThat(rows()).containsExactly("2 x1=5", "3 x2=6", "5 x3=7");
      assertThat(remarks).containsExactly("HIDDEN_ROWS 3 [5]");
    }

    @Test
    void onAHiddenOrProtectedSheet() {
      sheet.isProtected().hidden().row(2, "hidden=\"1\"", texts("x1", "5"));

      assertThat(rows()).containsExactly("2 x1=5");
      assertThat(remarks).containsExactly("HIDDEN_SHEET 0 []");
    }

    private List<String> remarks = List.of();

    private List<String> rows() {
      workbook.write(file());
      List<String> rows = new ArrayList<>();
      try (Workbook opened = Workbook.open(file());
          SheetTable table = SheetTable.open(opened, "figures", REQUIRED, List.of("unit"))) {
        table.forEach(
            row -> {
              SheetCell value = row.sheetCell(1);
              boolean merged = value.kind() == SheetCell.Kind.MERGED;
              rows.add(row.line() + " " + row.cell(0) + "=" + (merged ? "MERGED" : value.text()));
            });
        remarks =
            table.remarks().stream()
                .map(p -> p.kind() + " " + p.location().row() + " " + p.alsoAt())
                .toList();
      }
      return rows;
    }
  }

  @Nested
  class Refuses {

    @Test
    void aSheetWithoutTheColumns() {
      assertThat(refusal(List.of("unit", "item")).kind()).isEqualTo(Problem.Kind.MISSING_COLUMN);
      assertThat(refusal(List.of("item", "period")).kind())
          .isEqualTo(Problem.Kind.HEADER_NOT_FOUND);
    }

    @Test
    void anEmptySheet() {
      workbook = new WorkbookFile();
      workbook.sheet("figures");

      assertThat(refusal(REQUIRED))
          .satisfies(
              problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.EMPTY_FILE);
                assertThat(problem.location().sheet()).isEqualTo("figures");
              });
    }

    private Problem refusal(List<String> required) {
      workbook.write(file());
      try (Workbook opened = Workbook.open(file())) {
        return catchThrowableOfType(
                UnreadableInput.class,
                () -> SheetTable.open(opened, "figures", required, List.of()))
            .problems()
            .get(0);
      }
    }
  }

  private Path file() {
    return folder.resolve("a.xlsx");
  }
}
