package vn.doichieu.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.doichieu.ruletable.RuleColumns;
import vn.doichieu.tabular.CellText;

/**
 * A line of a CSV file as it is written; a cell in quotes may hold several lines of text.
 *
 * @param number the line of the file on which it starts, from 1; 0 for one that is new
 * @param cells the cells as they are written, quotes and all; a line of comment is one cell
 * @param end the line break behind it; empty behind the last line of some files, and of new ones
 */
record CsvLine(int number, List<String> cells, String end) {

  CsvLine {
    cells = List.copyOf(cells);
  }

  /** A new line of cells. */
  static CsvLine of(List<String> values, char separator) {
    return new CsvLine(
        0, values.stream().map(value -> written(value, separator, false)).toList(), "");
  }

  /** A new line for people only. */
  static CsvLine comment(String text) {
    boolean several = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    return new CsvLine(0, List.of(several ? quoted(text) : text), "");
  }

  /** The cleaned text of a cell; empty where the line is shorter. */
  String value(int column) {
    return column >= 0 && column < cells.size() ? CellText.clean(unquoted(cells.get(column))) : "";
  }

  boolean isBlank() {
    for (int i = 0; i < cells.size(); i++) {
      if (!value(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  boolean isComment() {
    return RuleColumns.DIALECT.isComment(value(0));
  }

  /** What a line of comment says. */
  String comment() {
    if (cells.get(0).startsWith("#")) {
      return CellText.clean(cells.get(0));
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      texts.add(value(i));
    }
    return texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
  }

  /** This line with another text in a cell, quoted if it was or has to be. */
  CsvLine with(int column, String text, char separator) {
    List<String> changed = new ArrayList<>(cells);
    while (changed.size() <= column) {
      changed.add("");
    }
    changed.set(column, written(text, separator, changed.get(column).startsWith("\"")));
    return new CsvLine(number, changed, end);
  }

  String text(char separator) {
    return String.join(String.valueOf(separator), cells);
  }

  private static String written(String text, char separator, boolean inQuotes) {
    boolean needed =
        text.indexOf(separator) >= 0
            || text.indexOf('"') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0;
    return inQuotes || needed ? quoted(text) : text;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String unquoted(String written) {
    int last = written.length() - 1;
    return last > 0 && written.charAt(0) == '"' && written.charAt(last) == '"'
        ? written.substring(1, last).replace("\"\"", "\"")
        : written;
  }
}
