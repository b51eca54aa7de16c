package vn.doichieu.xlsx;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.doichieu.document.Tone;
import vn.doichieu.spreadsheet.LineCount;

/** One sheet as it is written, row by row from the top. */
final class SheetPage {

  /** Column widths are given in 256ths of a digit. */
  private static final int DIGIT = 256;

  private static final int USUAL_WIDTH = 9;

  /** How broad a text of its own is set. */
  private static final int TEXT_BREADTH = 110;

  private static final double EDGE_INCHES = 0.4;
  private static final double FOOT_INCHES = 0.7;

  private final SXSSFSheet sheet;
  private final int mostRows;
  private final Looks looks;
  private final CellContents contents;
  private int[] widths = {};
  private int at;

  SheetPage(SXSSFWorkbook workbook, String name, int mostRows, Looks looks, CellContents contents) {
    this.sheet = workbook.createSheet(name);
    this.mostRows = mostRows;
    this.looks = looks;
    this.contents = contents;
  }

  SXSSFSheet sheet() {
    return sheet;
  }

  /** The number of the row that is written next, from 0. */
  int at() {
    return at;
  }

  /** Whether so many more rows fit. */
  boolean hasRoomFor(int rows) {
    return at + rows <= mostRows;
  }

  /** Sets the widths of columns, in digits, and the paper. */
  void lay(int[] tableWidths, boolean grid) {
    widths = tableWidths;
    int total = 0;
    for (int i = 0; i < widths.length; i++) {
      sheet.setColumnWidth(i, widths[i] * DIGIT);
      total += widths[i];
    }
    int pages = grid ? Math.max(1, (total + Widths.PAPER - 1) / Widths.PAPER) : 1;
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(true);
    sheet.setFitToPage(true);
    setup.setFitWidth((short) pages);
    setup.setFitHeight((short) 0);
    sheet.setMargin(PageMargin.LEFT, EDGE_INCHES);
    sheet.setMargin(PageMargin.RIGHT, EDGE_INCHES);
    sheet.setMargin(PageMargin.TOP, EDGE_INCHES);
    sheet.setMargin(PageMargin.BOTTOM, FOOT_INCHES);
    sheet.getFooter().setLeft("&A"); // The sheet's own name, whatever characters it has.
    sheet.getFooter().setRight(contents.pageCodes());
  }

  /** Leaves a row free. */
  void skip() {
    at++;
  }

  /** How many lines a text of its own takes. */
  int lines(SheetContent.Line line) {
    int breadth = line.role() == Look.Role.TITLE ? breadth() * 2 / 3 : breadth();
    return RowHeights.lines(line.text(), breadth);
  }

  /** A text of its own, across the sheet. */
  void line(SheetContent.Line line) {
    int last = lastOfText();
    int lines = lines(line);
    boolean large = line.role() == Look.Role.TITLE || line.role() == Look.Role.HEADING;
    float more = large ? lines * LineCount.LINE_POINTS / 2 : 0;
    Row row = row(Math.min(LineCount.MOST_POINTS, LineCount.points(lines) + more));
    text(row, 0, line.text(), Look.of(line.role(), Tone.NONE, line.text()));
    if (last > 0) {
      sheet.addMergedRegionUnsafe(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, last));
    }
  }

  private int width(int column) {
    return column < widths.length ? widths[column] : USUAL_WIDTH;
  }

  private int lastOfText() {
    int total = width(0);
    int last = 0;
    while (total < TEXT_BREADTH) {
      last++;
      total += width(last);
    }
    return last;
  }

  private int breadth() {
    int total = 0;
    for (int i = 0; i <= lastOfText(); i++) {
      total += width(i);
    }
    return total;
  }

  /** Begins the next row, of some height in points. */
  Row row(float points) {
    Row row = sheet.createRow(at++);
    row.setHeightInPoints(points);
    return row;
  }

  void text(Row row, int column, String text, Look look) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(looks.style(look));
    if (!text.isEmpty()) {
      cell.setCellValue(contents.text(text));
    }
  }

  void number(Row row, int column, CellContents.Number number, Look.Role role, Tone tone) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(looks.style(new Look(role, tone, number.format(), false)));
    cell.setCellValue(number.value());
  }
}
