package vn.doichieu.pdf;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.SAXException;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Group;
import vn.doichieu.document.Table.Layout;
import vn.doichieu.document.Table.Row;
import vn.doichieu.document.Tone;

/**
 * A table that fits a sheet in breadth: header rows on every page, whole rows, columns one below
 * the other.
 */
final class PaperTable {

  private static final double ROW_SIZE = 10.5;
  private static final double BELOW_SIZE = 9.5;
  private static final double GRID_SIZE = 8;

  /** On both sides of a cell together, its lines included. */
  private static final double PADDING = 6;

  /** How much of a page a row may take to be kept whole. */
  private static final double WHOLE = 0.6;

  private static final double LINE = 1.2;
  private static final String LINE_STYLE = "0.4pt solid #606060";

  private final Markup markup;
  private final Pages pages;
  private final Table table;
  private final String heading;
  private final Pages.Kind sheet;
  private final boolean grid;
  private final double size;
  private final List<Place> places = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param heading the role of the titles of its groups
   */
  PaperTable(Markup markup, Pages pages, Table table, String heading) {
    this.markup = markup;
    this.pages = pages;
    this.table = table;
    this.heading = heading;
    sheet = pages.kind();
    grid = table.layout() == Layout.GRID;
    size = grid ? GRID_SIZE : ROW_SIZE;
    int all = table.pageColumns().stream().mapToInt(i -> table.columns().get(i).width()).sum();
    for (int column : table.pageColumns()) {
      double share = sheet.points() * table.columns().get(column).width() / all;
      places.add(new Place(column, table.stacked(column), share - PADDING));
    }
  }

  void write() throws SAXException {
    start();
    for (Group group : table.groups()) {
      if (!group.title().isEmpty()) {
        makeRoom();
        title(group);
      }
      for (Row row : group.rows()) {
        makeRoom();
        row(row);
      }
    }
    end();
  }

  private void makeRoom() throws SAXException {
    if (pages.full()) {
      end();
      pages.end();
      pages.on(sheet);
      start();
    }
  }

  private void start() throws SAXException {
    markup.start(
        "table",
        "table-layout",
        "fixed",
        "width",
        "100%",
        "font-size",
        size + "pt",
        "space-before",
        "6pt",
        "space-after",
        "6pt",
        "linefeed-treatment",
        "preserve");
    for (Place place : places) {
      String width = "proportional-column-width(" + table.columns().get(place.column).width() + ")";
      if (grid && place.column == 0) {
        markup.empty("table-column", "column-width", width, "fox:header", "true");
      } else {
        markup.empty("table-column", "column-width", width);
      }
    }
    header();
    markup.start("table-body");
  }

  private void end() throws SAXException {
    markup.end("table-body");
    markup.end("table");
  }

  private void header() throws SAXException {
    markup.start("table-header");
    markup.start("table-row", "keep-together.within-page", "always");
    for (Place place : places) {
      markup.start(
          "table-cell",
          "border",
          LINE_STYLE,
          "padding",
          "2pt",
          "background-color",
          "#E8EDF2",
          "text-align",
          "center",
          "display-align",
          "center");
      for (int column : place.stack) {
        heading(place, column);
      }
      markup.end("table-cell");
    }
    markup.end("table-row");
    markup.end("table-header");
  }

  private void heading(Place place, int column) throws SAXException {
    Column shown = table.columns().get(column);
    if (column == place.column) {
      markup.block(LongWords.breakable(shown.heading(), place.points, size), "font-weight", "bold");
    } else {
      markup.block(
          LongWords.breakable(shown.heading(), place.points, BELOW_SIZE),
          "font-size",
          BELOW_SIZE + "pt",
          "font-style",
          shown.kind() == Kind.QUOTE ? "italic" : "normal");
    }
  }

  private void title(Group group) throws SAXException {
    markup.start("table-row", "keep-with-next.within-page", "always");
    markup.start(
        "table-cell",
        "number-columns-spanned",
        Integer.toString(places.size()),
        "border",
        LINE_STYLE,
        "padding",
        "3pt 2pt",
        "background-color",
        "#F4F4F4");
    markup.block(
        LongWords.breakable(group.title(), sheet.points() - PADDING, size),
        "id",
        group.id(),
        "role",
        heading,
        "font-weight",
        "bold");
    markup.end("table-cell");
    markup.end("table-row");
    pages.wrote(1);
  }

  private void row(Row row) throws SAXException {
    if (fitsPage(row)) {
      markup.start("table-row", "keep-together.within-page", "always");
    } else {
      markup.start("table-row");
    }
    for (Place place : places) {
      cell(row, place);
    }
    markup.end("table-row");
    pages.wrote(places.size());
  }

  private boolean fitsPage(Row row) {
    double most = 0;
    for (Place place : places) {
      int lines = 0;
      for (int column : place.stack) {
        lines += LongWords.lines(row.cells().get(column).text(), place.points, size);
      }
      most = Math.max(most, lines * size * LINE);
    }
    return most < sheet.height() * WHOLE;
  }

  private void cell(Row row, Place place) throws SAXException {
    Tone tone =
        place.stack.stream()
            .map(column -> row.cells().get(column).tone())
            .filter(t -> t != Tone.NONE)
            .findFirst()
            .orElse(Tone.NONE);
    List<String> style =
        new ArrayList<>(
            List.of(
                "border",
                LINE_STYLE,
                "padding",
                "2pt",
                "text-align",
                align(table.columns().get(place.column).kind())));
    if (tone != Tone.NONE) {
      style.addAll(List.of("background-color", "#" + tone.fill()));
    }
    markup.start("table-cell", style.toArray(String[]::new));
    List<Integer> filled =
        place.stack.stream().filter(i -> !row.cells().get(i).text().isEmpty()).toList();
    if (filled.isEmpty()) {
      markup.empty("block", "role", LeanTags.NO_TAG);
    }
    for (int column : filled) {
      text(row.cells().get(column), place, column, filled.size() == 1);
    }
    markup.end("table-cell");
  }

  private void text(Cell cell, Place place, int column, boolean alone) throws SAXException {
    List<String> style = new ArrayList<>();
    if (alone) {
      style.addAll(List.of("role", LeanTags.NO_TAG));
    }
    if (cell.tone() != Tone.NONE) {
      style.addAll(List.of("color", "#" + cell.tone().ink()));
    }
    double height = size;
    if (column != place.column) {
      height = BELOW_SIZE;
      style.addAll(List.of("font-size", BELOW_SIZE + "pt"));
      if (table.columns().get(column).kind() == Kind.QUOTE) {
        style.addAll(List.of("font-style", "italic"));
      }
    }
    markup.block(
        LongWords.breakable(cell.text(), place.points, height), style.toArray(String[]::new));
  }

  private String align(Kind kind) {
    if (grid && kind == Kind.RESULT) {
      return "center";
    }
    return kind == Kind.NUMBER ? "end" : "start";
  }

  /**
   * What stands in one column of paper.
   *
   * @param column the first of its columns
   * @param stack all of them, from top to bottom
   * @param points how broad its text may be
   */
  private record Place(int column, List<Integer> stack, double points) {}
}
