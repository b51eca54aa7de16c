package vn.doichieu.docx;

import java.io.IOException;
import java.util.List;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Group;
import vn.doichieu.document.Table.Layout;
import vn.doichieu.document.Table.Row;
import vn.doichieu.document.Tone;
import vn.doichieu.spreadsheet.LineCount;

/** The tables of one stretch of pages. */
final class Tables {

  /** The broadest that a word of a grid needs, in twips, with what stands free beside it. */
  private static final int GRID_COLUMN = 950;

  /** How many columns the names of a grid take the place of. */
  private static final int GRID_NAMES = 3;

  private static final double ROWS_POINTS = 10;
  private static final double GRID_POINTS = 7.5;
  private static final int TWIPS_PER_POINT = 20;

  /** A row of more lines may go on overleaf: kept whole it would leave half a page empty. */
  private static final int MOST_LINES_KEPT = 12;

  private static final String HEADING_FILL = "EDEDED";

  private final Xml xml;
  private final Paragraphs paragraphs;
  private final int breadth;

  Tables(Xml xml, int breadth) {
    this.xml = xml;
    this.paragraphs = new Paragraphs(xml);
    this.breadth = breadth;
  }

  /**
   * Writes a table.
   *
   * @param about what it is about, for people who hear it read and if it has no caption
   */
  void write(Table table, String about) throws IOException {
    for (Table part : table.parts(breadth / GRID_COLUMN - GRID_NAMES)) {
      if (!part.caption().isEmpty()) {
        paragraphs.write("Caption", part.caption());
      }
      int[] widths = ColumnWidths.of(part, breadth, points(part));
      for (Group group : part.groups()) {
        if (!group.title().isEmpty()) {
          paragraphs.write("Heading2", group.title());
        }
        write(part, group, widths, about);
        paragraphs.gap();
      }
    }
  }

  private static double points(Table table) {
    return table.layout() == Layout.GRID ? GRID_POINTS : ROWS_POINTS;
  }

  private void write(Table table, Group group, int[] widths, String about) throws IOException {
    xml.start("w:tbl");
    xml.start("w:tblPr");
    xml.empty("w:tblStyle", "w:val", "DataTable");
    xml.empty("w:tblW", "w:w", Integer.toString(sum(widths)), "w:type", "dxa");
    xml.empty("w:tblLayout", "w:type", "fixed");
    xml.empty("w:tblLook", "w:val", "0020", "w:firstRow", "1");
    String title = table.caption().isEmpty() ? about : table.caption();
    xml.empty(
        "w:tblCaption", "w:val", group.title().isEmpty() ? title : title + " - " + group.title());
    xml.end();
    xml.start("w:tblGrid");
    for (int width : widths) {
      xml.empty("w:gridCol", "w:w", Integer.toString(width));
    }
    xml.end();
    headings(table, widths);
    for (Row row : group.rows()) {
      row(table, row, widths);
    }
    xml.end();
  }

  private void headings(Table table, int[] widths) throws IOException {
    boolean grid = table.layout() == Layout.GRID;
    List<Integer> columns = table.pageColumns();
    xml.start("w:tr");
    xml.start("w:trPr");
    xml.empty("w:cantSplit");
    xml.empty("w:tblHeader");
    xml.end();
    for (int i = 0; i < widths.length; i++) {
      cell(widths[i], HEADING_FILL);
      for (int place : table.stacked(columns.get(i))) {
        Column column = table.columns().get(place);
        boolean first = place == columns.get(i);
        String style = grid ? "GridHeading" : first ? "TableHeading" : "TableSubheading";
        paragraphs.write(style, column.heading());
      }
      xml.end();
    }
    xml.end();
  }

  private void row(Table table, Row row, int[] widths) throws IOException {
    List<Integer> columns = table.pageColumns();
    xml.start("w:tr");
    if (lines(table, row, widths) <= MOST_LINES_KEPT) {
      xml.start("w:trPr");
      xml.empty("w:cantSplit");
      xml.end();
    }
    for (int i = 0; i < widths.length; i++) {
      int place = columns.get(i);
      Cell first = row.cells().get(place);
      cell(widths[i], first.tone() == Tone.NONE ? "" : first.tone().fill());
      paragraphs.write(style(table, place, place), first.text(), first.tone(), false);
      for (int below : table.stacked(place)) {
        Cell cell = row.cells().get(below);
        if (below != place && !cell.text().isEmpty()) {
          paragraphs.write(style(table, below, place), cell.text(), cell.tone(), true);
        }
      }
      xml.end();
    }
    xml.end();
  }

  /** The style of a cell: what stands below another stands to the same side. */
  private static String style(Table table, int place, int above) {
    if (table.layout() == Layout.GRID) {
      return place == 0 ? "GridName" : "GridText";
    }
    Kind kind = table.columns().get(place).kind();
    return switch (kind == Kind.QUOTE ? kind : table.columns().get(above).kind()) {
      case TEXT -> "TableText";
      case QUOTE -> "TableQuote";
      case NUMBER -> "TableNumber";
      case RESULT -> "TableResult";
    };
  }

  private static int lines(Table table, Row row, int[] widths) {
    List<Integer> columns = table.pageColumns();
    double digit = points(table) * TWIPS_PER_POINT / 2;
    int most = 0;
    for (int i = 0; i < widths.length; i++) {
      int digits = Math.max(2, (int) (widths[i] / digit) - 1);
      int lines = 0;
      for (int place : table.stacked(columns.get(i))) {
        String text = row.cells().get(place).text();
        lines += text.isEmpty() ? 0 : LineCount.of(text, digits);
      }
      most = Math.max(most, lines);
    }
    return most;
  }

  /** Opens a cell. */
  private void cell(int width, String fill) throws IOException {
    xml.start("w:tc");
    xml.start("w:tcPr");
    xml.empty("w:tcW", "w:w", Integer.toString(width), "w:type", "dxa");
    if (!fill.isEmpty()) {
      xml.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", fill);
    }
    xml.end();
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int width : widths) {
      sum += width;
    }
    return sum;
  }
}
