package vn.doichieu.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.rules.InvalidRules;

/**
 * The rows of a table of rules, to be changed one at a time: every byte of the others stays, and in
 * the row itself every cell whose text stays.
 */
public final class TableRows {

  private final CsvDocument document;

  private TableRows(CsvDocument document) {
    this.document = document;
  }

  /** The rows of a document. */
  public static TableRows of(CsvDocument document) {
    return new TableRows(document);
  }

  /**
   * A row.
   *
   * @param line the line of the file on which it starts; 0 for one that is new
   * @param cells the cleaned text of every named column, in the order of the file
   */
  public record Row(int line, Map<String, String> cells) {}

  /** The columns that have a name, in the order of the file. */
  public List<String> columns() {
    return document.columns().stream().filter(column -> !column.isEmpty()).distinct().toList();
  }

  /** All rows, in the order of the file. */
  public List<Row> all() {
    List<Row> rows = new ArrayList<>();
    for (int index : indexes()) {
      CsvLine line = document.lines().get(index);
      Map<String, String> cells = new LinkedHashMap<>();
      for (String column : columns()) {
        cells.put(column, line.value(document.columns().indexOf(column)));
      }
      rows.add(new Row(line.number(), cells));
    }
    return rows;
  }

  private List<Integer> indexes() {
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < document.lines().size(); i++) {
      if (document.isRow(i)) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  /**
   * With other texts in some cells of a row.
   *
   * @param row which of {@link #all}
   * @throws InvalidRules if it would be read as a comment then
   */
  public TableRows with(int row, Map<String, String> cells) {
    int index = indexes().get(row);
    List<CsvLine> lines = new ArrayList<>(document.lines());
    lines.set(index, changed(lines.get(index), cells));
    return new TableRows(document.with(lines));
  }

  /** With one more row behind another; as the first one for -1. Throws as above. */
  public TableRows plus(int after, Map<String, String> cells) {
    List<String> values = document.columns().stream().map(c -> "").toList();
    CsvLine line = changed(CsvLine.of(values, document.separator()), cells);
    List<CsvLine> lines = new ArrayList<>(document.lines());
    lines.add((after < 0 ? document.header() : indexes().get(after)) + 1, line);
    return new TableRows(document.with(lines));
  }

  /** Without a row. */
  public TableRows without(int row) {
    List<CsvLine> lines = new ArrayList<>(document.lines());
    lines.remove((int) indexes().get(row));
    return new TableRows(document.with(lines));
  }

  private CsvLine changed(CsvLine line, Map<String, String> cells) {
    CsvLine changed = line;
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      int column = document.columns().indexOf(cell.getKey());
      String before = line.value(column).replaceAll("\\R", "\n");
      if (column >= 0 && !before.equals(cell.getValue().replaceAll("\\R", "\n"))) {
        changed = changed.with(column, cell.getValue(), document.separator());
      }
    }
    if (changed.isComment()) {
      throw new InvalidRules(
          List.of(
              new Problem(
                  Problem.Kind.RULE_CELL_INVALID,
                  SourceLocation.of("targets.csv", line.number(), columns().get(0)),
                  changed.value(0),
                  "A-1")));
    }
    return changed;
  }

  /** What the file holds, byte order mark and all. */
  public String text() {
    return document.text();
  }
}
