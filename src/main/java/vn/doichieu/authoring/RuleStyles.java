package vn.doichieu.authoring;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.doichieu.spreadsheet.Typography;

/** How the cells of exported rules look. All of them hold text, whatever is typed into them. */
final class RuleStyles {

  final CellStyle title;
  final CellStyle head;
  final CellStyle cell;
  final CellStyle comment;
  final CellStyle paragraph;

  private final Typography type;

  RuleStyles(XSSFWorkbook workbook) {
    type = new Typography(workbook);
    XSSFFont bold = type.font(Typography.POINTS, true);
    XSSFFont large = type.font(Typography.TITLE_POINTS, true);
    XSSFFont italic = type.font(Typography.POINTS, false);
    italic.setItalic(true);

    title = style(large, false);
    paragraph = style(type.plain(), true);
    cell = Typography.lined(style(type.plain(), true));
    XSSFCellStyle named = Typography.lined(style(bold, true));
    named.setAlignment(HorizontalAlignment.CENTER);
    named.setVerticalAlignment(VerticalAlignment.CENTER);
    head = Typography.filled(named, Typography.HEAD);
    comment = Typography.filled(style(italic, false), Typography.MARKED);
  }

  private XSSFCellStyle style(XSSFFont font, boolean wrapped) {
    XSSFCellStyle style = type.formatted(type.style(font), Typography.TEXT);
    return Typography.placed(style, HorizontalAlignment.LEFT, VerticalAlignment.TOP, wrapped);
  }
}
