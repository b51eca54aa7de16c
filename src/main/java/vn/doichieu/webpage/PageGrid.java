package vn.doichieu.webpage;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Group;
import vn.doichieu.document.Table.Row;
import vn.doichieu.webpage.Html.Tag;

/**
 * Writes a heat map, which scrolls inside a frame of its own: the page never does so sideways. A
 * long one stands there in parts, of which a browser lays out those in sight.
 */
final class PageGrid {

  private final Html html;
  private final Marks marks;
  private final StyleSheet styleSheet;
  private final Cells cells;

  PageGrid(Html html, Marks marks, StyleSheet styleSheet) {
    this.html = html;
    this.marks = marks;
    this.styleSheet = styleSheet;
    cells = new Cells(html);
  }

  /**
   * Writes a grid.
   *
   * @param heading the id of the heading that it stands under
   */
  void write(Table table, String heading) {
    String name = heading;
    if (!table.caption().isEmpty()) {
      name = table.id() + "_caption";
      html.open(Tag.P, "class", "caption", "id", name).text(table.caption()).close(Tag.P).line();
    }
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
    if (table.rows().count() > PageTable.PART) {
      for (Group part : parts(table.groups())) {
        html.open(Tag.DIV, "class", "group part " + styleSheet.shape(table)).line();
        part(table, List.of(part), name);
        html.close(Tag.DIV).line();
      }
    } else {
      part(table, table.groups(), name);
    }
    html.close(Tag.DIV).line();
  }

  /** The groups, none with too many rows; its first part keeps the name of a group. */
  private static List<Group> parts(List<Group> groups) {
    List<Group> parts = new ArrayList<>();
    for (Group group : groups) {
      List<Row> rows = group.rows();
      for (int from = 0; from < rows.size(); from += PageTable.PART) {
        List<Row> part = rows.subList(from, Math.min(from + PageTable.PART, rows.size()));
        parts.add(from == 0 ? new Group(group.id(), group.title(), part) : new Group("", "", part));
      }
    }
    return parts;
  }

  private void part(Table table, List<Group> groups, String name) {
    html.open(Tag.TABLE, "class", styleSheet.classes(table), "aria-labelledby", name).line();
    cells.headings(table, table.pageColumns());
    for (Group group : groups) {
      html.open(Tag.TBODY);
      if (!group.id().isEmpty()) {
        html.open(Tag.TR, "class", "title", "id", group.id());
        html.open(Tag.TH, "scope", "rowgroup", "colspan", Integer.toString(table.columns().size()));
        html.text(group.title()).line();
      }
      for (Row row : group.rows()) {
        html.open(Tag.TR, marks.of(row));
        for (int i = 0; i < row.cells().size(); i++) {
          cells.write(row.cells().get(i), i == 0);
        }
        html.line();
      }
    }
    html.close(Tag.TABLE).line();
  }
}
