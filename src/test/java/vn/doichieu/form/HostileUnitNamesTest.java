package vn.doichieu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of units are text, whatever they look like. */
class HostileUnitNamesTest {

  @TempDir private Path folder;
  private SmallForm form;

  @BeforeEach
  void smallForm() {
    form = new SmallForm(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+A1",
        "@SUM(A1)",
        "-2",
        "=HYPERLINK(\"x\")",
        "</t><t>",
        "{0}",
        "&A&P",
        "'a'!b",
        "\u202Eđảo",
        "Hướng dẫn"
      })
  void areText(String name) throws IOException {
    form.data.units("h,Huyện,district,,", "x1,\"" + name.replace("\"", "\"\"") + "\",commune,,h");

    for (boolean wide : new boolean[] {false, true}) {
      try (XSSFWorkbook workbook = form.workbook(wide)) {
        List<String> texts = new ArrayList<>();
        for (Sheet sheet : workbook) {
          for (Row row : sheet) {
            for (Cell cell : row) {
              assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
              texts.add(cell.toString());
            }
          }
        }
        assertThat(texts).anyMatch(text -> text.contains(name.replace("\u202E", " ").strip()));
      }
    }
  }

  @Test
  void thatAreEndlessAreCut() throws IOException {
    form.data.units("h,Huyện,district,,", "x1," + "Xã ".repeat(20_000) + ",commune,,h");

    try (XSSFWorkbook workbook = form.workbook(false)) {
      assertThat(workbook.getSheetAt(2).getRow(4).getCell(1).toString())
          .startsWith("Đơn vị: Xã Xã")
          .hasSizeLessThan(1100);
    }
  }
}
