package vn.doichieu.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** The form of a plan with a figure of each usual type, for a district and two communes. */
final class SmallForm {

  final DataFolder data;
  private final SmallPlan plan;

  SmallForm(Path folder) {
    plan =
        new SmallPlan(folder.resolve("small"))
            .target("A", "ratio", "inputs", "done / (total - pending)")
            .target("B", "share_of_units", "inputs", "forms>=1 & issued=yes")
            .target("C", "deadline");
    data = new DataFolder(folder.resolve("data"));
  }

  EntryForm read() {
    return EntryForm.read(plan.write(), data.path().resolve("units.csv"));
  }

  byte[] bytes(boolean wide, Language language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (wide) {
      read().writeWide(out, new Messages(language));
    } else {
      read().writeSheets(out, new Messages(language));
    }
    return out.toByteArray();
  }

  XSSFWorkbook workbook(boolean wide, Language language) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes(wide, language)));
  }

  XSSFWorkbook workbook(boolean wide) throws IOException {
    return workbook(wide, Language.VI);
  }

  /** The texts of a row, without its blank cells. */
  static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    row.forEach(cell -> texts.add(cell.toString()));
    texts.removeIf(String::isEmpty);
    return texts;
  }

  /** The unlocked cells, as {@code F9}. */
  static List<String> unlocked(Sheet sheet) {
    List<String> cells = new ArrayList<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (!cell.getCellStyle().getLocked()) {
          cells.add(cell.getAddress().formatAsString());
        }
      }
    }
    return cells;
  }

  static Cell cell(Sheet sheet, String address) {
    CellReference place = new CellReference(address);
    return sheet.getRow(place.getRow()).getCell(place.getCol());
  }
}
