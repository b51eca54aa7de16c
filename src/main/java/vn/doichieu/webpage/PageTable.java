package vn.doichieu.webpage;

import java.util.List;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Group;
import vn.doichieu.document.Table.Layout;
import vn.doichieu.document.Table.Row;
import vn.doichieu.webpage.Html.Tag;

/**
 * Writes a table: each group by itself, and long groups in parts, so that a browser lays out only
 * what is looked at.
 */
final class PageTable {

  /** The rows of a part: a few screens full. */
  private static final int PART = 200;

  private final Html html;
  private final Marks marks;
  private final StyleSheet styleSheet;

  PageTable(Html html, Marks marks, StyleSheet styleSheet) {
    this.html = html;
    this.marks = marks;
    this.styleSheet = styleSheet;
  }

  /**
   * Writes a table.
   *
   * @param heading the id of the heading that it stands under
   */
  void write(Table table, String heading) {
    if (table.layout() == Layout.GRID) {
      grid(table, heading);
      return;
    }
    html.open(Tag.DIV, "id", table.id() + "_table").line();
    boolean titled = table.groups().stream().anyMatch(group -> !group.title().isEmpty());
    String name = heading;
    if (titled && !table.caption().isEmpty()) {
      name = table.id() + "_caption";
      html.open(Tag.P, "class", "caption", "id", name).text(table.caption()).close(Tag.P).line();
    }
    for (Group group : table.groups()) {
      group(table, group, name, titled);
    }
    html.close(Tag.DIV).line();
  }

  private void group(Table table, Group group, String heading, boolean titled) {
    String name = heading;
    String classes = group.rows().size() > PART ? "group" : "group few";
    if (group.id().isEmpty()) {
      html.open(Tag.DIV, "class", classes).line();
    } else {
      html.open(Tag.SECTION, "class", classes, "id", group.id()).line();
    }
    if (!group.title().isEmpty()) {
      name = group.id().isEmpty() ? heading : group.id() + "_";
      if (group.id().isEmpty()) {
        html.open(Tag.H3);
      } else {
        html.open(Tag.H3, "id", name);
      }
      html.text(group.title()).close(Tag.H3).line();
    }
    List<Row> rows = group.rows();
    for (int from = 0; from < rows.size(); from += PART) {
      List<Row> part = rows.subList(from, Math.min(from + PART, rows.size()));
      boolean captioned = !titled && from == 0 && !table.caption().isEmpty();
      if (rows.size() > PART) {
        html.open(Tag.DIV, "class", "group part").line();
      }
      String shape = styleSheet.classes(table);
      if (captioned) {
        html.open(Tag.TABLE, "class", shape);
        html.open(Tag.CAPTION).text(table.caption()).close(Tag.CAPTION);
      } else {
        html.open(Tag.TABLE, "class", shape, "aria-labelledby", name);
      }
      html.line();
      part(table, part);
      html.close(Tag.TABLE).line();
      if (rows.size() > PART) {
        html.close(Tag.DIV).line();
      }
    }
    html.close(group.id().isEmpty() ? Tag.DIV : Tag.SECTION).line();
  }

  private void part(Table table, List<Row> rows) {
    List<Integer> columns = table.pageColumns();
    html.open(Tag.COLGROUP);
    columns.forEach(column -> html.open(Tag.COL));
    html.close(Tag.COLGROUP);
    headings(table, columns);
    html.open(Tag.TBODY).line();
    List<List<Integer>> below =
        columns.stream()
            .map(column -> table.stacked(column).stream().filter(i -> !i.equals(column)).toList())
            .toList();
    int naming = naming(table, columns);
    for (Row row : rows) {
      html.open(Tag.TR, marks.of(row));
      for (int i = 0; i < columns.size(); i++) {
        cell(row.cells().get(columns.get(i)), i == naming);
        for (int other : below.get(i)) {
          below(table.columns().get(other), row.cells().get(other));
        }
      }
      html.line();
    }
  }

  private void headings(Table table, List<Integer> columns) {
    html.open(Tag.THEAD).open(Tag.TR);
    for (int column : columns) {
      html.open(Tag.TH, "scope", "col").text(table.columns().get(column).heading());
    }
    html.line();
  }

  /** The place of the column that says what a row is about: the first one of text. */
  private static int naming(Table table, List<Integer> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (table.columns().get(columns.get(i)).kind() == Kind.TEXT) {
        return i;
      }
    }
    return 0;
  }

  private void cell(Cell cell, boolean names) {
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
    Lines.write(html, cell.text());
  }

  /** A line below the text of a cell, which says by itself what it is. */
  private void below(Column column, Cell cell) {
    if (cell.text().isEmpty()) {
      return;
    }
    if (column.kind() == Kind.QUOTE) {
      html.open(Tag.P, "class", "q");
    } else {
      html.open(Tag.P, "class", "l").text(column.heading() + ": ");
    }
    Lines.write(html, cell.text());
  }

  private void grid(Table table, String heading) {
    String name = table.caption().isEmpty() ? heading : table.id() + "_caption";
    html.open(
        Tag.DIV,
        "id",
        table.id() + "_table",
        "class",
        "group scroll",
        "role",
        "group",
        "tabindex",
        "0",
        "aria-labelledby",
        name);
    html.line();
    if (table.caption().isEmpty()) {
      html.open(Tag.TABLE, "class", styleSheet.classes(table), "aria-labelledby", name).line();
    } else {
      html.open(Tag.TABLE, "class", styleSheet.classes(table)).line();
      html.open(Tag.CAPTION, "id", name).text(table.caption()).close(Tag.CAPTION).line();
    }
    headings(table, table.pageColumns());
    for (Group group : table.groups()) {
      html.open(Tag.TBODY);
      if (!group.id().isEmpty()) {
        html.open(Tag.TR, "class", "title", "id", group.id());
        html.open(Tag.TH, "scope", "rowgroup", "colspan", Integer.toString(table.columns().size()));
        html.text(group.title()).line();
      }
      for (Row row : group.rows()) {
        html.open(Tag.TR, marks.of(row));
        for (int i = 0; i < row.cells().size(); i++) {
          cell(row.cells().get(i), i == 0);
        }
        html.line();
      }
    }
    html.close(Tag.TABLE).close(Tag.DIV).line();
  }
}
