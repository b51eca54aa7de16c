package vn.doichieu.webpage;

import java.util.List;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.webpage.Html.Tag;

/** Writes the cells of tables. */
final class Cells {

  private final Html html;

  Cells(Html html) {
    this.html = html;
  }

  /** The row of headings, which stays in sight. */
  void headings(Table table, List<Integer> columns) {
    html.open(Tag.THEAD).open(Tag.TR);
    for (int column : columns) {
      html.open(Tag.TH, "scope", "col").text(table.columns().get(column).heading());
    }
    html.line();
  }

  /** A cell, which may be the one that names its row. */
  void write(Cell cell, boolean names) {
    String tone = StyleSheet.tone(cell.tone());
    if (names) {
      if (tone.isEmpty()) {
        html.open(Tag.TH, "scope", "row");
      } else {
        html.open(Tag.TH, "scope", "row", "class", tone);
      }
    } else if (tone.isEmpty()) {
      html.open(Tag.TD);
    } else {
      html.open(Tag.TD, "class", tone);
    }
    html.lines(cell.text());
  }

  /** A line below the text of a cell, which says by itself what it is. */
  void below(Column column, Cell cell) {
    if (cell.text().isEmpty()) {
      return;
    }
    if (column.kind() == Kind.QUOTE) {
      html.open(Tag.P, "class", "q");
    } else {
      html.open(Tag.P, "class", "l").text(column.heading() + ": ");
    }
    html.lines(cell.text());
  }
}
