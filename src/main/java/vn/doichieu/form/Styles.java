package vn.doichieu.form;

import static vn.doichieu.spreadsheet.Typography.HEAD;
import static vn.doichieu.spreadsheet.Typography.POINTS;
import static vn.doichieu.spreadsheet.Typography.TEXT;
import static vn.doichieu.spreadsheet.Typography.TITLE_POINTS;
import static vn.doichieu.spreadsheet.Typography.filled;
import static vn.doichieu.spreadsheet.Typography.lined;
import static vn.doichieu.spreadsheet.Typography.placed;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.spreadsheet.Typography;

/** How the cells of a form look, and which of them can be filled in. */
final class Styles {

  private static final String GROUP = "EEF3F8";
  private static final String UNASKED = "E7E6E6";

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

  private final Typography typography;
  private final CellStyle count;
  private final CellStyle yesNo;
  private final CellStyle date;
  private final CellStyle rate;

  Styles(XSSFWorkbook workbook) {
    typography = new Typography(workbook);
    XSSFFont plain = typography.plain();
    XSSFFont bold = typography.font(POINTS, true);
    XSSFFont italic = typography.font(POINTS, false);
    italic.setItalic(true);
    XSSFFont blue = typography.font(POINTS, false);
    blue.setColor(IndexedColors.BLUE.getIndex());
    blue.setUnderline(XSSFFont.U_SINGLE);

    title = style(typography.font(TITLE_POINTS, true), HorizontalAlignment.CENTER);
    subtitle = style(plain, HorizontalAlignment.CENTER);
    name = style(typography.font(TITLE_POINTS, true), HorizontalAlignment.LEFT);
    remark = style(italic, HorizontalAlignment.LEFT);
    XSSFCellStyle prose = style(plain, HorizontalAlignment.LEFT);
    prose.setVerticalAlignment(VerticalAlignment.TOP);
    paragraph = prose;
    head = filled(lined(style(bold, HorizontalAlignment.CENTER)), HEAD);
    group = filled(lined(style(bold, HorizontalAlignment.LEFT)), GROUP);
    label = lined(style(plain, HorizontalAlignment.LEFT));
    centred = lined(style(plain, HorizontalAlignment.CENTER));
    XSSFFont little = typography.font((short) (POINTS - 2), false);
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
    rate = toFill(HorizontalAlignment.RIGHT, TEXT); // 38,0% says more than 38%.
    text = toFill(HorizontalAlignment.LEFT, TEXT); // Else "5/2024" would become a date.
  }

  /** A cell that takes a value of a typography. */
  CellStyle value(Item.Type type) {
    return switch (type) {
      case COUNT -> count;
      case YES_NO -> yesNo;
      case DATE -> date;
      case RATE -> rate;
    };
  }

  private XSSFCellStyle style(XSSFFont font, HorizontalAlignment alignment) {
    return placed(typography.style(font), alignment, VerticalAlignment.CENTER, true);
  }

  private XSSFCellStyle toFill(HorizontalAlignment alignment, String format) {
    XSSFCellStyle style = filled(lined(style(typography.plain(), alignment)), Typography.MARKED);
    typography.formatted(style, format).setLocked(false);
    return style;
  }
}
