package vn.doichieu.xlsx;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Tone;
import vn.doichieu.spreadsheet.LineCount;

/**
 * Writes what goes on a sheet. A table that has its sheet to itself can be filtered and keeps its
 * headings in sight; texts that would leave it no room on the screen then follow below it.
 */
final class ContentWriter {

  /** More lines above the headings than these would leave no room to scroll. */
  private static final int MOST_FROZEN = 10;

  /** A table with fewer rows than this is seen without scrolling. */
  private static final int SCREEN = 30;

  private final Function<String, SheetPage> pages;
  private final CellContents contents;

  /**
   * A writer.
   *
   * @param pages begins a sheet with a name like the one given
   */
  ContentWriter(Function<String, SheetPage> pages, CellContents contents) {
    this.pages = pages;
    this.contents = contents;
  }

  void write(SheetContent content) {
    List<FlatTable> tables = new ArrayList<>();
    List<SheetContent.Line> lines = new ArrayList<>();
    int[] widths = {};
    for (SheetContent.Part part : content.parts()) {
      if (part instanceof FlatTable table) {
        tables.add(table);
        widths = Widths.widest(widths, Widths.of(table));
      } else if (part instanceof SheetContent.Line line) {
        lines.add(line);
      }
    }
    boolean grid = tables.stream().anyMatch(FlatTable::isGrid);
    Sheets sheets = new Sheets(content.name(), widths, grid);
    if (tables.size() != 1) {
      stack(content.parts(), sheets);
      return;
    }
    FlatTable table = tables.get(0);
    int above = lines.stream().mapToInt(sheets.page()::lines).sum();
    boolean fits = above <= MOST_FROZEN;
    boolean below = !fits && table.rows().limit(SCREEN).count() == SCREEN;
    if (!below) {
      lines.forEach(line -> sheets.roomFor(1).line(line));
    }
    writeTable(table, sheets, true, fits || below);
    if (below) {
      sheets.roomFor(1).skip();
      lines.forEach(line -> sheets.roomFor(1).line(line));
    }
  }

  private void stack(List<SheetContent.Part> parts, Sheets sheets) {
    for (SheetContent.Part part : parts) {
      if (part instanceof FlatTable table) {
        writeTable(table, sheets, false, false);
        sheets.roomFor(1).skip();
      } else if (part instanceof SheetContent.Line line) {
        boolean heading = line.role() == Look.Role.HEADING;
        if (heading && sheets.page().at() > 1) {
          sheets.roomFor(1).skip();
        }
        sheets.roomFor(1).line(line);
      }
    }
  }

  private void writeTable(FlatTable table, Sheets sheets, boolean alone, boolean frozen) {
    ResultColours colours = new ResultColours(table);
    Iterator<List<Cell>> rows = table.rows().iterator();
    do {
      SheetPage page = sheets.roomFor(2);
      int header = page.at();
      writeHeader(table, page, sheets.widths());
      while (rows.hasNext() && page.hasRoomFor(1)) {
        writeRow(table, rows.next(), colours, page, sheets.widths());
      }
      colour(table, header, page, colours);
      if (alone) {
        int last = table.columns().size() - 1;
        page.sheet()
            .setAutoFilter(new CellRangeAddress(header, Math.max(header, page.at() - 1), 0, last));
        page.sheet().setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
        if (table.isGrid()) {
          page.sheet().setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 0));
        }
        boolean top = header == 0 || frozen;
        page.sheet().createFreezePane(table.isGrid() ? 1 : 0, top ? header + 1 : 0);
      }
    } while (rows.hasNext());
  }

  private static void writeHeader(FlatTable table, SheetPage page, int[] widths) {
    int lines = 1;
    for (int i = 0; i < table.columns().size(); i++) {
      int room = widths[i] - Widths.BUTTON;
      lines = Math.max(lines, RowHeights.lines(table.columns().get(i).heading(), room));
    }
    Row row = page.row(LineCount.points(lines));
    for (int i = 0; i < table.columns().size(); i++) {
      String heading = table.columns().get(i).heading();
      page.text(row, i, heading, Look.of(Look.Role.HEAD, Tone.NONE, heading));
    }
  }

  private void writeRow(
      FlatTable table, List<Cell> cells, ResultColours colours, SheetPage page, int[] widths) {
    int lines = 1;
    for (int i = 0; i < cells.size(); i++) {
      lines = Math.max(lines, RowHeights.lines(cells.get(i).text(), widths[i]));
    }
    Row row = page.row(LineCount.points(lines));
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      boolean follows = table.isResult(i) && !table.isGrid() && colours.colours(cell);
      Tone tone = follows ? Tone.NONE : cell.tone();
      Look.Role role = role(table.columns().get(i).kind());
      Optional<CellContents.Number> number = contents.number(cell);
      if (number.isPresent()) {
        page.number(row, i, number.get(), role, tone);
      } else {
        page.text(row, i, cell.text(), Look.of(role, tone, cell.text()));
      }
    }
  }

  private static Look.Role role(Kind kind) {
    return switch (kind) {
      case TEXT, QUOTE -> Look.Role.TEXT;
      case NUMBER -> Look.Role.NUMBER;
      case RESULT -> Look.Role.RESULT;
    };
  }

  private static void colour(FlatTable table, int header, SheetPage page, ResultColours colours) {
    int last = page.at() - 1;
    CellRangeAddress[] regions =
        IntStream.range(0, table.columns().size())
            .filter(table::isResult)
            .mapToObj(column -> new CellRangeAddress(header + 1, last, column, column))
            .toArray(CellRangeAddress[]::new);
    if (last > header && regions.length > 0) {
      colours.applyTo(page.sheet().getSheetConditionalFormatting(), regions);
    }
  }

  /** The sheets that one content takes: one, or more where there are more rows than fit. */
  private final class Sheets {

    private final String name;
    private final int[] widths;
    private final boolean grid;
    private SheetPage page;

    Sheets(String name, int[] widths, boolean grid) {
      this.name = name;
      this.widths = widths;
      this.grid = grid;
      page = next();
    }

    private SheetPage next() {
      SheetPage next = pages.apply(name);
      next.lay(widths, grid);
      return next;
    }

    SheetPage page() {
      return page;
    }

    int[] widths() {
      return widths;
    }

    /** The sheet to write to; a new one if so many rows do not fit any more. */
    SheetPage roomFor(int rows) {
      if (!page.hasRoomFor(rows)) {
        page = next();
      }
      return page;
    }
  }
}
