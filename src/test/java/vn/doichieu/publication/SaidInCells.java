package vn.doichieu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import vn.doichieu.document.Block;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Cell.Value;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Row;

/** The cells of a workbook, which have to say a document sheet by sheet. */
final class SaidInCells {

  private static final double EXACT = 1e-12;

  private final Workbook workbook;
  private final Map<String, Integer> reached = new HashMap<>();

  SaidInCells(Workbook workbook) {
    this.workbook = workbook;
  }

  void assertAll(Document document) {
    for (Section section : document.sections()) {
      Sheet sheet = workbook.getSheet(section.sheet());
      assertThat(sheet).as(section.sheet()).isNotNull();
      List<String> texts = new ArrayList<>();
      sheet.forEach(row -> row.forEach(cell -> texts.add(text(cell))));
      if (section.blocks().stream().anyMatch(block -> !(block instanceof Block.Chart))) {
        assertThat(texts).anyMatch(text -> text.startsWith(section.title()));
      }
      for (Block block : section.blocks()) {
        if (block instanceof Table table) {
          table.columns().forEach(column -> assertThat(texts).contains(column.heading()));
          table.groups().stream()
              .map(Table.Group::title)
              .filter(title -> !title.isEmpty())
              .forEach(title -> assertThat(texts).contains(title));
          table.rows().forEach(row -> assertRow(row, sheet));
        } else if (!(block instanceof Block.Chart)) {
          assertThat(texts).containsAll(Texts.of(block));
        }
      }
    }
  }

  /** Each row is looked for below the one before it. */
  private void assertRow(Row row, Sheet sheet) {
    int from = reached.getOrDefault(sheet.getSheetName(), -1) + 1;
    for (int i = from; i <= sheet.getLastRowNum(); i++) {
      if (sheet.getRow(i) != null && says(sheet.getRow(i), row)) {
        reached.put(sheet.getSheetName(), i);
        return;
      }
    }
    throw new AssertionError(sheet.getSheetName() + " does not say from row " + from + ": " + row);
  }

  private static boolean says(org.apache.poi.ss.usermodel.Row cells, Row row) {
    List<org.apache.poi.ss.usermodel.Cell> all = new ArrayList<>();
    cells.forEach(all::add);
    return row.cells().stream()
        .filter(cell -> !cell.text().isEmpty())
        .allMatch(cell -> all.stream().anyMatch(said -> says(said, cell)));
  }

  private static boolean says(org.apache.poi.ss.usermodel.Cell said, Cell cell) {
    if (said.getCellType() != CellType.NUMERIC) {
      return text(said).equals(cell.text());
    }
    double number = said.getNumericCellValue();
    if (cell.value() instanceof Value.Whole whole) {
      return number == whole.number();
    } else if (cell.value() instanceof Value.Fraction rate) {
      return Math.abs(number - (double) rate.numerator() / rate.denominator()) < EXACT;
    }
    return cell.value() instanceof Value.Day day
        && said.getLocalDateTimeCellValue().toLocalDate().equals(day.date());
  }

  private static String text(org.apache.poi.ss.usermodel.Cell cell) {
    return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
  }
}
