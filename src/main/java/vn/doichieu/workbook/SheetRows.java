package vn.doichieu.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.CellText;
import vn.doichieu.tabular.SheetCell;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.workbook.CellFormats.Format;
import vn.doichieu.workbook.CellFormats.Style;

/** The rows of a sheet, from the top; a formula counts by the value it had when it was saved. */
public final class SheetRows implements AutoCloseable {

  private static final int LAST_ROW = 1_048_576;
  private static final int LAST_COLUMN = 16_384;
  private static final int MOST_LINKS = 20;

  /** What was typed as 98,98% is stored as 0.98980000000000001, 4,35 as 4.3499999999999996. */
  private static final MathContext TYPED = new MathContext(15);

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

  /** Another workbook ({@code [1]Sheet1!A1}), a file, a command's answer (DDE), the network. */
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "\\[[^\\]]*\\][^\\[\\]!,()]*!|'?file:|\\|[^!]*!|\\b(?:WEBSERVICE|RTD|DDE)\\s*\\(",
          Pattern.CASE_INSENSITIVE);

  private final Workbook workbook;
  private final String sheet;
  private final XmlPart xml;
  private final SheetRow row;
  private final List<Problem> links = new ArrayList<>();
  private int last;

  SheetRows(Workbook workbook, String sheet, XmlPart xml, MergedCells merged) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.xml = xml;
    this.row = new SheetRow(merged);
  }

  /**
   * The next row that is written; null when there is none.
   *
   * @throws UnreadableInput if the sheet is damaged; at its end, if formulas reach outside
   */
  public @Nullable SheetRow next() {
    while (xml.next()) {
      if (xml.starts("row")) {
        readRow();
        return row;
      }
    }
    if (!links.isEmpty()) {
      throw new UnreadableInput(links);
    }
    return null;
  }

  private void readRow() {
    String written = xml.attribute("r");
    int number = written == null ? last + 1 : Numbers.whole(written);
    if (number <= last || number > LAST_ROW) {
      throw xml.damaged();
    }
    last = number;
    row.start(number, xml.isTrue("hidden"));
    while (xml.next() && !xml.ends("row")) {
      if (xml.starts("c")) {
        String name = xml.attribute("r");
        int column = name == null ? row.width() : Numbers.column(name);
        if (column < row.width() || column >= LAST_COLUMN) {
          throw xml.damaged();
        }
        row.put(column, readCell(column));
      }
    }
    row.end();
  }

  private SheetCell readCell(int column) {
    String written = xml.attribute("t");
    String type = written == null ? "n" : written;
    Style style = workbook.formats().of(xml);
    Format format = style.format();
    boolean formula = false;
    String value = null;
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("f")) {
        formula = true;
        checkFormula(xml.text(), column);
      } else if (xml.starts("v")) {
        value = xml.text();
      } else if (xml.starts("is")) {
        value = SharedStrings.richText(xml, "is");
      }
    }
    if (value == null) {
      return formula ? new SheetCell(SheetCell.Kind.NO_VALUE, "", null) : SheetCell.BLANK;
    }
    return switch (type) {
      case "s" -> text(shared(value.strip()), format);
      case "str" -> text(SharedStrings.unescaped(value), format);
      case "inlineStr" -> text(value, format);
      case "b" -> SheetCell.text(value.strip().matches("1|true") ? "true" : "false");
      case "e" -> new SheetCell(SheetCell.Kind.ERROR, value.strip(), null);
      case "d" -> SheetCell.text(value.strip().split("T", 2)[0]);
      default -> number(value.strip(), style, formula);
    };
  }

  private String shared(String index) {
    String text = workbook.strings().get(Numbers.whole(index));
    if (text == null) {
      throw xml.damaged();
    }
    return text;
  }

  private static SheetCell text(String value, Format format) {
    return new SheetCell(
        format == Format.GROUPED ? SheetCell.Kind.GROUPED_TEXT : SheetCell.Kind.TEXT,
        CellText.clean(value),
        null);
  }

  private SheetCell number(String value, Style style, boolean formula) {
    if (value.isEmpty()) {
      return formula ? new SheetCell(SheetCell.Kind.NO_VALUE, "", null) : SheetCell.BLANK;
    }
    BigDecimal number = Numbers.decimal(value);
    if (number == null) {
      return new SheetCell(SheetCell.Kind.ERROR, value, null);
    }
    LocalDate day = Numbers.day(number, workbook.since1904());
    Format format = style.format();
    if (format == Format.PERCENT) {
      BigDecimal typed = number.round(TYPED).movePointRight(2);
      String text = Numbers.plain(typed).replace('.', ',') + "%";
      return new SheetCell(SheetCell.Kind.TEXT, text, null, shownInPart(typed, style));
    } else if (day == null || (format != Format.DATE && format != Format.MONTH)) {
      BigDecimal typed = typed(number);
      return new SheetCell(
          SheetCell.Kind.NUMBER, Numbers.plain(typed), day, shownInPart(typed, style));
    }
    boolean month = format == Format.MONTH && day.getDayOfMonth() == 1;
    String text = month ? day.toString().substring(0, "2024-11".length()) : day.toString();
    boolean time = number.stripTrailingZeros().scale() > 0;
    boolean inPart = time || style.time() || (!month && !style.wholeDay());
    return new SheetCell(SheetCell.Kind.DATE, text, day, inPart);
  }

  private static boolean shownInPart(BigDecimal number, Style style) {
    return style.places() < 0 || number.stripTrailingZeros().scale() > style.places();
  }

  /** A fraction as it was typed; what is no whole number never becomes one. */
  private static BigDecimal typed(BigDecimal number) {
    BigDecimal typed = number.round(TYPED);
    return typed.stripTrailingZeros().scale() > 0 ? typed : number;
  }

  private void checkFormula(String formula, int column) {
    if (links.size() < MOST_LINKS && OUTSIDE.matcher(TEXT.matcher(formula).replaceAll("")).find()) {
      links.add(
          new Problem(
              Problem.Kind.WORKBOOK_LINKS_OUTSIDE,
              new SourceLocation(workbook.name(), sheet, row.number(), Numbers.letters(column)),
              formula));
    }
  }

  @Override
  public void close() {
    xml.close();
  }
}
