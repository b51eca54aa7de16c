package vn.doichieu.authoring;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of exported rules look. All of them hold text, whatever is typed into them. */
final class RuleStyles {

  /** Offices write in it (decree 30/2020/NĐ-CP, annex I). */
  private static final String FONT = "Times New Roman";

  private static final short POINTS = 11;
  private static final short TITLE_POINTS = 14;
  private static final String HEAD = "D6E3F0";
  private static final String COMMENT = "FFF8DC";
  private static final String LINES = "A6A6A6";

  /** Else 20% would become 0,2 and 10/10 the tenth of October. */
  private static final String TEXT = "@";

  final CellStyle title;
  final CellStyle head;
  final CellStyle cell;
  final CellStyle comment;
  final CellStyle paragraph;

  private final XSSFWorkbook workbook;

  RuleStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    XSSFFont plain = workbook.getFontAt(0); // Also the measure of column widths.
    plain.setFontName(FONT);
    plain.setFontHeightInPoints(POINTS);
    XSSFFont bold = font(POINTS);
    bold.setBold(true);
    XSSFFont large = font(TITLE_POINTS);
    large.setBold(true);
    XSSFFont italic = font(POINTS);
    italic.setItalic(true);

    title = style(large, false);
    paragraph = style(plain, true);
    cell = lined(style(plain, true));
    XSSFCellStyle named = lined(style(bold, true));
    named.setAlignment(HorizontalAlignment.CENTER);
    named.setVerticalAlignment(VerticalAlignment.CENTER);
    head = filled(named, HEAD);
    comment = filled(style(italic, false), COMMENT);
  }

  private XSSFFont font(short points) {
    XSSFFont font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints(points);
    return font;
  }

  private XSSFCellStyle style(XSSFFont font, boolean wrapped) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setDataFormat(workbook.createDataFormat().getFormat(TEXT));
    style.setAlignment(HorizontalAlignment.LEFT);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setWrapText(wrapped);
    return style;
  }

  private static XSSFCellStyle lined(XSSFCellStyle style) {
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

  private static XSSFCellStyle filled(XSSFCellStyle style, String rgb) {
    style.setFillForegroundColor(colour(rgb));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  private static XSSFColor colour(String rgb) {
    int value = Integer.parseInt(rgb, 16);
    return new XSSFColor(
        new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value}, null);
  }
}
