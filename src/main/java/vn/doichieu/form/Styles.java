package vn.doichieu.form;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.doichieu.domain.Plan.Item;

/** How the cells of a form look, and which of them can be filled in. */
final class Styles {

  /** Offices write in it (decree 30/2020/NĐ-CP, annex I). */
  private static final String FONT = "Times New Roman";

  private static final short POINTS = 11;
  private static final short TITLE_POINTS = 14;

  private static final String TO_FILL = "FFF8DC";
  private static final String HEAD = "D6E3F0";
  private static final String GROUP = "EEF3F8";
  private static final String UNASKED = "E7E6E6";
  private static final String LINES = "A6A6A6";

  final CellStyle title;
  final CellStyle subtitle;
  final CellStyle name;
  final CellStyle remark;
  final CellStyle head;
  final CellStyle group;
  final CellStyle label;
  final CellStyle centred;
  final CellStyle small;
  final CellStyle smallHead;
  final CellStyle term;
  final CellStyle banner;
  final CellStyle unasked;
  final CellStyle paragraph;
  final CellStyle link;
  final CellStyle text;

  private final XSSFWorkbook workbook;
  private final CellStyle count;
  private final CellStyle yesNo;
  private final CellStyle date;
  private final CellStyle rate;

  Styles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    XSSFFont plain = workbook.getFontAt(0); // Also the measure of column widths.
    plain.setFontName(FONT);
    plain.setFontHeightInPoints(POINTS);
    XSSFFont bold = font(POINTS, true);
    XSSFFont italic = font(POINTS, false);
    italic.setItalic(true);
    XSSFFont blue = font(POINTS, false);
    blue.setColor(IndexedColors.BLUE.getIndex());
    blue.setUnderline(XSSFFont.U_SINGLE);

    title = style(font(TITLE_POINTS, true), HorizontalAlignment.CENTER);
    subtitle = style(plain, HorizontalAlignment.CENTER);
    name = style(font(TITLE_POINTS, true), HorizontalAlignment.LEFT);
    remark = style(italic, HorizontalAlignment.LEFT);
    XSSFCellStyle prose = style(plain, HorizontalAlignment.LEFT);
    prose.setVerticalAlignment(VerticalAlignment.TOP);
    paragraph = prose;
    head = filled(lined(style(bold, HorizontalAlignment.CENTER)), HEAD);
    group = filled(lined(style(bold, HorizontalAlignment.LEFT)), GROUP);
    label = lined(style(plain, HorizontalAlignment.LEFT));
    centred = lined(style(plain, HorizontalAlignment.CENTER));
    XSSFFont little = font((short) (POINTS - 2), false);
    small = lined(style(little, HorizontalAlignment.LEFT));
    smallHead = filled(lined(style(little, HorizontalAlignment.CENTER)), HEAD);
    XSSFCellStyle top = style(bold, HorizontalAlignment.LEFT);
    top.setVerticalAlignment(VerticalAlignment.TOP);
    term = top;
    XSSFCellStyle oneLine = style(bold, HorizontalAlignment.LEFT);
    oneLine.setWrapText(false);
    banner = oneLine;
    unasked = filled(lined(style(plain, HorizontalAlignment.CENTER)), UNASKED);
    link = lined(style(blue, HorizontalAlignment.LEFT));
    count = toFill(HorizontalAlignment.RIGHT, "#,##0");
    yesNo = toFill(HorizontalAlignment.CENTER, "General");
    date = toFill(HorizontalAlignment.CENTER, "dd/mm/yyyy");
    rate = toFill(HorizontalAlignment.RIGHT, "@"); // 38,0% says more than 38%.
    text = toFill(HorizontalAlignment.LEFT, "@"); // Else "5/2024" would become a date.
  }

  /** A cell that takes a value of a type. */
  CellStyle value(Item.Type type) {
    return switch (type) {
      case COUNT -> count;
      case YES_NO -> yesNo;
      case DATE -> date;
      case RATE -> rate;
    };
  }

  private XSSFFont font(short points, boolean bold) {
    XSSFFont font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints(points);
    font.setBold(bold);
    return font;
  }

  private XSSFCellStyle style(XSSFFont font, HorizontalAlignment alignment) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setAlignment(alignment);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    return style;
  }

  private XSSFCellStyle toFill(HorizontalAlignment alignment, String format) {
    XSSFCellStyle style = filled(lined(style(workbook.getFontAt(0), alignment)), TO_FILL);
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setLocked(false);
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
