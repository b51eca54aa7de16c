package vn.doichieu.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.doichieu.testing.WorkbookFile.number;
import static vn.doichieu.testing.WorkbookFile.text;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.tabular.SheetCell;
import vn.doichieu.testing.WorkbookFile;

/** Whether a cell shows all that it holds. */
class CellFormatsTest {

  @TempDir private Path folder;

  private SheetCell cell(String cell, String numFmts, int format) {
    WorkbookFile file = new WorkbookFile();
    file.sheet("a").row(1, cell);
    file.part(
        "xl/styles.xml",
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + numFmts
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\""
            + format
            + "\"/></cellXfs></styleSheet>");
    try (Workbook workbook = Workbook.open(file.write(folder.resolve("a.xlsx")));
        SheetRows rows = workbook.rows(workbook.sheets().get(0))) {
      return java.util.Objects.requireNonNull(rows.next()).cell(0);
    }
  }

  private SheetCell inFormat(String value, String code) {
    String escaped = code.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    String numFmts = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"" + escaped + "\"/></numFmts>";
    return cell(number(value, 1), numFmts, 164);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0.2 | 0% | 20%",
        "0.125 | 0.0% | 12,5%",
        "2024 | General | 2024",
        "2024 | 0 | 2024",
        "100 | #,##0 | 100",
        "100 | 0\" vụ\" | 100",
        "5 | @ | 5",
        "0.2 | General | 0.2",
        "45422 | dd/mm/yyyy | 2024-05-10",
        "45422 | [$-42A]d mmmm yyyy | 2024-05-10",
        "45413 | mm/yyyy | 2024-05",
      })
  void showsAllItHolds(String value, String code, String text) {
    SheetCell cell = inFormat(value, code);

    assertThat(cell.text()).isEqualTo(text);
    assertThat(cell.shownInPart()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0.196 | 0% | 19,6%",
        "0.1999 | 0.0% | 19,99%",
        "4.5 | 0 | 4.5",
        "1500 | 0, | 1500",
        "0.5 | # ?/? | 0.5",
        "7 | ;;; | 7",
        "45575 | d-mmm | 2024-10-10",
        "45575 | dd/mm | 2024-10-10",
        "45422.5 | dd/mm/yyyy | 2024-05-10",
        "45422 | dd/mm/yyyy hh:mm | 2024-05-10",
        "45422 | mm/yyyy | 2024-05-10",
        "0.75 | hh:mm | 0.75",
      })
  void showsLessThanItHolds(String value, String code, String text) {
    SheetCell cell = inFormat(value, code);

    assertThat(cell.text()).isEqualTo(text);
    assertThat(cell.shownInPart()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 9, false",
    "0.205, 9, true",
    "0.1234, 10, false",
    "0.12345, 10, true",
    "12, 1, false",
    "12.5, 1, true",
    "12.55, 2, false",
    "1200, 3, false",
    "1200.5, 3, true",
    "45422, 14, false",
    "45422, 15, false",
    "45422, 16, true",
    "45413, 17, false",
    "45422, 17, true",
    "45422, 22, true",
    "0.5, 12, true",
  })
  void knowsTheFormatsThatGoByNumber(String value, int format, boolean inPart) {
    assertThat(cell(number(value, 1), "", format).shownInPart()).isEqualTo(inPart);
  }

  @Test
  void textIsShownAsItIs() {
    assertThat(cell(text("20%", 1), "", 16)).isEqualTo(SheetCell.text("20%"));
  }
}
