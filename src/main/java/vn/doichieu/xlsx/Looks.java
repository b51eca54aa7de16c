package vn.doichieu.xlsx;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.doichieu.document.Tone;
import vn.doichieu.spreadsheet.Typography;

/** The styles of a workbook, each made when it is first needed. */
final class Looks {

  private static final short HEADING_POINTS = 12;
  private static final short NOTE_POINTS = 10;

  private final Typography typography;
  private final Map<Look, CellStyle> styles = new HashMap<>();
  private final Map<Tone, XSSFFont> inks = new HashMap<>();
  private final XSSFFont title;
  private final XSSFFont heading;
  private final XSSFFont bold;
  private final XSSFFont note;

  Looks(XSSFWorkbook workbook) {
    typography = new Typography(workbook);
    title = typography.font(Typography.TITLE_POINTS, true);
    heading = typography.font(HEADING_POINTS, true);
    bold = typography.font(Typography.POINTS, true);
    note = typography.font(NOTE_POINTS, false);
    note.setItalic(true);
  }

  CellStyle style(Look look) {
    return styles.computeIfAbsent(look, this::make);
  }

  private XSSFCellStyle make(Look look) {
    XSSFCellStyle style = typography.style(font(look));
    typography.formatted(style, look.format());
    boolean wrapped = look.format().equals(Typography.TEXT); // Numbers would lose their margin.
    Typography.placed(style, across(look.role()), down(look.role()), wrapped);
    style.setQuotePrefixed(look.guarded());
    switch (look.role()) {
      case TITLE, HEADING, LEAD, PLAIN, NOTE -> {}
      case HEAD -> Typography.filled(Typography.lined(style), Typography.HEAD);
      case TEXT, NUMBER, RESULT -> {
        Typography.lined(style);
        style.setIndention((short) (look.role() == Look.Role.NUMBER ? 1 : 0));
        if (look.tone() != Tone.NONE) {
          Typography.filled(style, look.tone().fill());
        }
      }
    }
    return style;
  }

  private XSSFFont font(Look look) {
    return switch (look.role()) {
      case TITLE -> title;
      case HEADING -> heading;
      case LEAD, HEAD -> bold;
      case NOTE -> note;
      case PLAIN -> typography.plain();
      case TEXT, NUMBER, RESULT -> look.tone() == Tone.NONE ? typography.plain() : ink(look.tone());
    };
  }

  private XSSFFont ink(Tone tone) {
    return inks.computeIfAbsent(
        tone,
        key -> {
          XSSFFont font = typography.font(Typography.POINTS, false);
          font.setColor(Typography.colour(key.ink()));
          return font;
        });
  }

  private static HorizontalAlignment across(Look.Role role) {
    return switch (role) {
      case HEAD, RESULT -> HorizontalAlignment.CENTER;
      case NUMBER -> HorizontalAlignment.RIGHT;
      case TITLE, HEADING, LEAD, PLAIN, NOTE, TEXT -> HorizontalAlignment.LEFT;
    };
  }

  private static VerticalAlignment down(Look.Role role) {
    return role == Look.Role.HEAD ? VerticalAlignment.CENTER : VerticalAlignment.TOP;
  }
}
