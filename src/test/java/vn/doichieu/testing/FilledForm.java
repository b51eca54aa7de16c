package vn.doichieu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.FormLayout;

/**
 * A form as a clerk fills it in: only cells that are not locked, numbers as numbers and dates as
 * dates.
 */
public final class FilledForm implements AutoCloseable {

  /** The columns of a sheet that is one unit's: the value, and what may stand beside it. */
  private record Place(Cell value, Cell evidence, Cell note) {}

  private final Workbook workbook;
  private final Map<String, Place> places = new HashMap<>();

  private FilledForm(Workbook workbook) {
    this.workbook = workbook;
    for (Sheet sheet : workbook) {
      Row marker = sheet.getRow(0);
      if (marker != null && text(marker.getCell(0)).equals(FormLayout.MARKER)) {
        if (text(marker.getCell(2)).equals(FormLayout.LAYOUT_KEY + FormLayout.LAYOUT_UNIT)) {
          findRows(sheet, text(marker.getCell(3)).substring(FormLayout.UNIT_KEY.length()));
        } else {
          findColumns(sheet);
        }
      }
    }
  }

  /** Opens a blank form. */
  public static FilledForm of(Path form) throws IOException {
    try (InputStream in = Files.newInputStream(form)) {
      return new FilledForm(new XSSFWorkbook(in));
    }
  }

  private void findRows(Sheet sheet, String unit) {
    Map<String, Integer> columns = new HashMap<>();
    sheet.getRow(1).forEach(cell -> columns.put(text(cell), cell.getColumnIndex()));
    for (Row row : sheet) {
      String code = text(row.getCell(columns.get(FormLayout.CODE)));
      if (FormLayout.isCode(code)) {
        Cell value = row.getCell(columns.get(FormLayout.VALUE));
        Cell evidence = row.getCell(columns.get(FormLayout.EVIDENCE));
        Cell note = row.getCell(columns.get(FormLayout.NOTE));
        places.put(unit + " " + code, new Place(value, evidence, note));
      }
    }
  }

  private void findColumns(Sheet sheet) {
    Row header = sheet.getRow(1);
    for (Row row : sheet) {
      String unit = text(row.getCell(0));
      if (row.getRowNum() > 1 && !unit.isEmpty()) {
        for (Cell code : header) {
          Cell value = row.getCell(code.getColumnIndex());
          if (FormLayout.isCode(text(code)) && !value.getCellStyle().getLocked()) {
            places.put(unit + " " + text(code), new Place(value, null, null));
          }
        }
      }
    }
  }

  private static String text(Cell cell) {
    return cell == null ? "" : cell.toString();
  }

  /** How many figures the form asks for. */
  public int size() {
    return places.size();
  }

  /**
   * Fills in figures as {@code figures.csv} has them.
   *
   * @return how many of them the form does not ask for
   */
  public long fill(List<Map<String, String>> figures) {
    return figures.stream().filter(figure -> !fill(figure)).count();
  }

  private boolean fill(Map<String, String> figure) {
    String code = FormLayout.code(figure.get("item"), figure.get("period"));
    Place place = places.get(figure.get("unit") + " " + code);
    if (place == null) {
      return figure.get("value").isBlank();
    }
    type(place.value(), figure.get("value"));
    if (place.evidence() != null) {
      type(place.evidence(), figure.getOrDefault("evidence", ""));
      type(place.note(), figure.getOrDefault("note", ""));
    }
    return true;
  }

  private static void type(Cell cell, String value) {
    assertThat(cell.getCellStyle().getLocked()).as("locked: %s", cell.getAddress()).isFalse();
    String format = cell.getCellStyle().getDataFormatString();
    if (value.isBlank()) {
      cell.setBlank();
    } else if (format.equals("#,##0") && value.matches("[0-9]{1,15}")) {
      cell.setCellValue(Long.parseLong(value));
    } else if (format.equals("dd/mm/yyyy") && DateText.isoOrDayFirst(value).isPresent()) {
      LocalDate day = DateText.isoOrDayFirst(value).orElseThrow();
      cell.setCellValue(day);
    } else {
      cell.setCellValue(value);
    }
  }

  /** Saves the form. */
  public Path save(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
