package vn.doichieu.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Cell.Value;
import vn.doichieu.spreadsheet.SheetText;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/**
 * What a sheet holds in place of a cell: a number where one says exactly what the text says, with a
 * format that shows it so; the text everywhere else. A text that hides or words its number
 * therefore stays as it is.
 */
final class CellContents {

  /** A number of a sheet has fifteen digits. */
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  private static final long MOST = 999_999_999_999_999L;

  private static final int MOST_DECIMALS = 10;

  /** Sheets count days from 1900, and the first ones wrongly. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private static final int LAST_YEAR = 9999;

  /** Room for the words that say that a text was cut. */
  private static final int ROOM = 200;

  private static final Pattern PERCENT =
      Pattern.compile("(-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?)%");

  private final Language language;
  private final Messages messages;

  CellContents(Language language, Messages messages) {
    this.language = language;
    this.messages = messages;
  }

  /** A number and the format that shows it as its text does. */
  record Number(double value, String format) {}

  /** The number that says what a cell says; empty if only its text does. */
  Optional<Number> number(Cell cell) {
    Value value = cell.value();
    if (value instanceof Value.Whole whole) {
      return whole(whole.number(), cell.text());
    }
    if (value instanceof Value.Fraction fraction) {
      return fraction(fraction, cell.text());
    }
    return value instanceof Value.Day day ? day(day.date(), cell.text()) : Optional.empty();
  }

  private Optional<Number> whole(long number, String text) {
    if (Math.abs(number) > MOST) {
      return Optional.empty();
    }
    if (text.equals(language.number(number))) {
      return Optional.of(new Number(number, separators() + "#,##0"));
    }
    return text.equals(Long.toString(number))
        ? Optional.of(new Number(number, separators() + "0"))
        : Optional.empty();
  }

  private Optional<Number> day(LocalDate date, String text) {
    boolean countable = !date.isBefore(FIRST_DAY) && date.getYear() <= LAST_YEAR;
    if (!countable || !text.equals(language.date(date))) {
      return Optional.empty();
    }
    String format = language == Language.VI ? "dd/mm/yyyy" : "yyyy-mm-dd";
    return Optional.of(new Number(DateUtil.getExcelDate(date), format));
  }

  private Optional<Number> fraction(Value.Fraction fraction, String text) {
    Matcher percent = PERCENT.matcher(language == Language.VI ? swapped(text) : text);
    if (fraction.denominator() == 0 || !percent.matches()) {
      return Optional.empty();
    }
    int decimals = percent.group(2) == null ? 0 : percent.group(2).length();
    BigDecimal said = new BigDecimal(percent.group(1).replace(",", ""));
    double value = (double) fraction.numerator() / fraction.denominator();
    BigDecimal shown =
        new BigDecimal(value, DIGITS).movePointRight(2).setScale(decimals, RoundingMode.HALF_UP);
    if (decimals > MOST_DECIMALS || shown.compareTo(said) != 0) {
      return Optional.empty();
    }
    String whole = percent.group(1).contains(",") ? "#,##0" : "0";
    String places = decimals == 0 ? "" : "." + "0".repeat(decimals);
    return Optional.of(new Number(value, separators() + whole + places + "%"));
  }

  /**
   * The language whose marks stand in numbers, as formats name it. LibreOffice goes by it; Excel by
   * the language of the machine.
   */
  private String separators() {
    return language == Language.VI ? "[$-42A]" : "[$-409]";
  }

  /** Commas as points and the other way round. */
  private static String swapped(String text) {
    return text.replace('.', '\n').replace(',', '.').replace('\n', ',');
  }

  /** A text as a sheet holds it. One that is longer than a cell takes is cut and says so. */
  String text(String text) {
    String written = SheetText.of(text);
    if (written.length() <= SheetText.LONGEST) {
      return written;
    }
    int end = SheetText.LONGEST - ROOM;
    while (SheetText.of(text.substring(0, end)).length() > SheetText.LONGEST - ROOM) {
      end -= ROOM;
    }
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return SheetText.of(text.substring(0, end)) + messages.text("xlsx.cut");
  }

  /** "Page 1/3", in the codes of a footer. */
  String pageCodes() {
    return messages.text("xlsx.page", "&P", "&N");
  }
}
