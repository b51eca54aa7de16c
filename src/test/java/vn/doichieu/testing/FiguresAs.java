package vn.doichieu.testing;

import static vn.doichieu.testing.WorkbookFile.number;
import static vn.doichieu.testing.WorkbookFile.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.doichieu.oracle.NaiveEvaluation;

/**
 * The figures of a folder in the other kinds of files, values typed as a person would type them.
 */
public final class FiguresAs {

  private static final List<String> COLUMNS = List.of("unit", "item", "period", "value");

  private FiguresAs() {}

  /** Copies all of a folder but its figures. */
  public static void copyRest(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (String name : List.of("units.csv", "waivers.csv")) {
      if (Files.exists(from.resolve(name))) {
        Files.copy(from.resolve(name), to.resolve(name));
      }
    }
  }

  /** Writes {@code figures.csv} of a folder as a list in a workbook. */
  public static Path workbook(Path from, Path file) {
    WorkbookFile workbook = new WorkbookFile();
    workbook.sheet("Hướng dẫn").row(1, text("Điền số liệu ở trang figures"));
    WorkbookFile.Sheet sheet =
        workbook.sheet("figures").row(1, WorkbookFile.texts(COLUMNS.toArray(String[]::new)));
    int row = 1;
    for (Map<String, String> figure : NaiveEvaluation.readCsv(from.resolve("figures.csv"))) {
      row++;
      sheet.row(
          row,
          text(figure.get("unit")),
          text(figure.get("item")),
          period(figure.get("period")),
          value(figure.get("value")));
    }
    return workbook.write(file);
  }

  /** Excel makes a date of a month that is typed in. */
  private static String period(String period) {
    if (period.matches("[0-9]{4}")) {
      return number(period);
    }
    return period.matches("[0-9]{4}-(?:0[1-9]|1[0-2])")
        ? number(serial(LocalDate.parse(period + "-01")), WorkbookFile.MONTH)
        : text(period);
  }

  private static String value(String value) {
    if (value.matches("0|[1-9][0-9]{0,14}")) {
      return number(value);
    } else if (value.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}")) {
      return number(serial(LocalDate.parse(value)), WorkbookFile.DATE);
    }
    return value.isBlank() ? "" : text(value);
  }

  /** The number of a day after 1 March 1900. */
  public static String serial(LocalDate day) {
    return Long.toString(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day));
  }

  /** Writes {@code figures.csv} of a folder as a list of objects. */
  public static void json(Path from, Path file) throws IOException {
    List<String> objects = new ArrayList<>();
    for (Map<String, String> figure : NaiveEvaluation.readCsv(from.resolve("figures.csv"))) {
      List<String> members = new ArrayList<>();
      for (String column : COLUMNS) {
        members.add(quoted(column) + ": " + json(figure.get(column)));
      }
      objects.add("  {" + String.join(", ", members) + "}");
    }
    Files.writeString(file, "[\n" + String.join(",\n", objects) + "\n]\n");
  }

  private static String json(String value) {
    if (value.isBlank()) {
      return "null";
    } else if (value.equals("true") || value.equals("false")) {
      return value;
    }
    return value.matches("0|[1-9][0-9]{0,17}") ? value : quoted(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
