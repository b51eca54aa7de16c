package vn.doichieu.form;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.doichieu.spreadsheet.LineCount;
import vn.doichieu.tabular.FormLayout;
import vn.doichieu.wording.Messages;

/** One sheet as it is written, row by row from the top. */
final class FormSheet {

  /** Column widths are given in 256ths of a character. */
  private static final int CHARACTER = 256;

  private static final double EDGE_INCHES = 0.4;
  private static final short WIDE_PERCENT = 60;
  private static final double FOOT_INCHES = 0.7;

  private final SXSSFSheet sheet;
  private Row row;

  FormSheet(SXSSFWorkbook workbook, String name) {
    sheet = workbook.createSheet(name);
    row = sheet.createRow(0);
  }

  SXSSFSheet sheet() {
    return sheet;
  }

  /** Column widths in characters; 0 hides a column. */
  void widths(int... characters) {
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] == 0) {
        sheet.setColumnHidden(i, true);
      } else {
        sheet.setColumnWidth(i, characters[i] * CHARACTER);
      }
    }
  }

  /** The first row: what tells a program whose form this is. Nobody sees it. */
  void marker(String... cells) {
    cell(0, FormLayout.MARKER);
    for (int i = 0; i < cells.length; i++) {
      cell(i + 1, cells[i]);
    }
    row.setZeroHeight(true);
  }

  /** Begins the next row and hides it. */
  void nextHidden() {
    next();
    row.setZeroHeight(true);
  }

  /** Begins the next row. */
  void next() {
    row = sheet.createRow(row.getRowNum() + 1);
  }

  /**
   * Begins the next row with room for some lines: merged cells do not grow with their text, and not
   * every program lets the others grow when it opens a file.
   */
  void next(double lines) {
    next();
    row.setHeightInPoints((float) (LineCount.LINE_POINTS * lines));
  }

  /** How many lines a text takes in a column of some width. */
  static int lines(String text, int width) {
    return LineCount.of(text, width);
  }

  /** The number of the row that is being written, from 0. */
  int at() {
    return row.getRowNum();
  }

  void cell(int column, String text) {
    row.createCell(column).setCellValue(text);
  }

  void cell(int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  /** Makes a cell that is written already lead somewhere. */
  void link(int column, Hyperlink link) {
    row.getCell(column).setHyperlink(link);
  }

  void number(int column, int number, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(number);
    cell.setCellStyle(style);
  }

  /** A cell to fill in, or one that only carries lines. */
  void blank(int column, CellStyle style) {
    row.createCell(column).setCellStyle(style);
  }

  /** One text across several columns. */
  void across(int first, int last, String text, CellStyle style) {
    cell(first, text, style);
    for (int column = first + 1; column <= last; column++) {
      blank(column, style);
    }
    sheet.addMergedRegionUnsafe(new CellRangeAddress(at(), at(), first, last));
  }

  /** Locks all but the cells to fill in. Without a password: against slips, not against people. */
  void protect() {
    sheet.enableLocking();
    sheet.lockFormatRows(false); // A long note may need a higher row.
    sheet.lockFormatColumns(false);
  }

  /**
   * Sets the sheet up for A4.
   *
   * @param wide across the paper and on as many pages as it takes; else upright, one page wide
   */
  void print(boolean wide, Messages messages) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(wide);
    if (wide) {
      setup.setScale(WIDE_PERCENT);
      setup.setLeftToRight(true);
    } else {
      sheet.setFitToPage(true);
      setup.setFitWidth((short) 1);
      setup.setFitHeight((short) 0);
    }
    sheet.setMargin(PageMargin.LEFT, EDGE_INCHES);
    sheet.setMargin(PageMargin.RIGHT, EDGE_INCHES);
    sheet.setMargin(PageMargin.TOP, EDGE_INCHES);
    sheet.setMargin(PageMargin.BOTTOM, FOOT_INCHES);
    sheet.getFooter().setLeft("&A"); // The sheet's own name, whatever characters it has.
    sheet.getFooter().setRight(messages.text("form.page", "&P", "&N"));
  }
}
