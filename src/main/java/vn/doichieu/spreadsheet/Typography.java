package vn.doichieu.spreadsheet;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The type, lines and colours that all workbooks share; their styles are made of them. */
public final class Typography {

  /** The size of running text. */
  public static final short POINTS = 11;

  public static final short TITLE_POINTS = 14;

  /** The fill of headings of columns, in red, green and blue. */
  public static final String HEAD = "D6E3F0";

  /** The fill of what is to be filled in or noted. */
  public static final String MARKED = "FFF8DC";

  /** The number format of text: what is typed into such a cell stays what it is. */
  public static final String TEXT = "@";

  /** Offices write in it (decree 30/2020/NĐ-CP, annex I). */
  private static final String FONT = "Times New Roman";

  private static final String LINES = "A6A6A6";

  private final XSSFWorkbook workbook;
  private final XSSFFont plain;

  /** Sets the type of a workbook, which is also the measure of its column widths. */
  public Typography(XSSFWorkbook workbook) {
    this.workbook = workbook;
    plain = workbook.getFontAt(0);
    plain.setFontName(FONT);
    plain.setFontHeightInPoints(POINTS);
  }

  /** The font of running text. */
  public XSSFFont plain() {
    return plain;
  }

  /** A new font. */
  public XSSFFont font(short points, boolean bold) {
    XSSFFont font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints(points);
    font.setBold(bold);
    return font;
  }

  /** A new style. */
  public XSSFCellStyle style(XSSFFont font) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    return style;
  }

  /** Gives a style a number format. */
  public XSSFCellStyle formatted(XSSFCellStyle style, String format) {
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  /** Gives a style a place in its cell. */
  public static XSSFCellStyle placed(
      XSSFCellStyle style, HorizontalAlignment across, VerticalAlignment down, boolean wrapped) {
    style.setAlignment(across);
    style.setVerticalAlignment(down);
    style.setWrapText(wrapped);
    return style;
  }

  /** Gives a style thin lines all around. */
  public static XSSFCellStyle lined(XSSFCellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setTopBorderColor(colour(LINES));
    style.setBottomBorderColor(colour(LINES));
    style.setLeftBorderColor(colour(LINES));
    style.setRightBorderColor(colour(LINES));
    return style;
  }

  /** Gives a style a colour behind its text. */
  public static XSSFCellStyle filled(XSSFCellStyle style, String rgb) {
    style.setFillForegroundColor(colour(rgb));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  /** A colour from six hexadecimal digits: red, green, blue. */
  public static XSSFColor colour(String rgb) {
    int value = Integer.parseInt(rgb, 16);
    return new XSSFColor(
        new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value}, null);
  }
}
