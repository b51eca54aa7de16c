package vn.doichieu.webpage;

import java.util.List;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Group;
import vn.doichieu.document.Table.Row;
import vn.doichieu.webpage.Html.Tag;

/**
 * Writes a table: each group by itself, and long groups in parts, so that a browser lays out only
 * what is looked at.
 */
final class PageTable {

  /** The rows of a part: a few screens full. */
  static final int PART = 200;

  private final Html html;
  private final Marks marks;
  private final StyleSheet styleSheet;
  private final Cells cells;

  PageTable(Html html, Marks marks, StyleSheet styleSheet) {
    this.html = html;
    this.marks = marks;
    this.styleSheet = styleSheet;
    cells = new Cells(html);
  }

  /**
   * Writes a table.
   *
   * @param heading the id of the heading that it stands under
   */
  void write(Table table, String heading) {
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
    cells.headings(table, columns);
    html.open(Tag.TBODY).line();
    List<List<Integer>> below =
        columns.stream()
            .map(column -> table.stacked(column).stream().filter(i -> !i.equals(column)).toList())
            .toList();
    int naming = naming(table, columns);
    for (Row row : rows) {
      html.open(Tag.TR, marks.of(row));
      for (int i = 0; i < columns.size(); i++) {
        cells.write(row.cells().get(columns.get(i)), i == naming);
        for (int other : below.get(i)) {
          cells.below(table.columns().get(other), row.cells().get(other));
        }
      }
      html.line();
    }
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
}
