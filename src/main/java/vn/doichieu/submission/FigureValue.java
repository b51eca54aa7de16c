package vn.doichieu.submission;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Rate;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.SheetCell;

/**
 * Reads a cell as its item's type, strictly (contract, section 2): what does not fit is refused,
 * never rounded or guessed.
 */
sealed interface FigureValue {

  /** "Không phát sinh", a declared 0, with whatever spaces stand between its words. */
  Pattern NONE_AROSE =
      Pattern.compile(
          "không[\\s\u00A0]+phát[\\s\u00A0]+sinh", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "Chưa có số liệu", which the forms explain: the same as a blank cell. */
  Pattern NOT_YET =
      Pattern.compile(
          "chưa[\\s\u00A0]+có[\\s\u00A0]+số[\\s\u00A0]+liệu",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Up to here a spreadsheet keeps every digit of a number. */
  int EXACT_DIGITS = 15;

  Pattern GROUPED_BY_SPACES = Pattern.compile("[0-9]{1,3}(?:[ \u00A0\u2009\u202F][0-9]{3})+");
  Pattern GROUPED_BY_DOTS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{3})+");
  Pattern GROUPED_BY_COMMAS = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+");
  Pattern THREE_PLACES = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");

  Pattern RATE =
      Pattern.compile("([0-9]+)(?:[.,]([0-9]{1," + Rate.MOST_DECIMALS + "}))?[\\s\u00A0]*%?");

  /** So many digits fit a long, whichever they are. */
  int MOST_LONG_DIGITS = 18;

  Map<String, FigureValue> ANSWERS = answers();

  /** A value that fits: a count, 1 or 0, an epoch day, or a packed rate. */
  record Fits(long value) implements FigureValue {}

  /** A value that does not fit, and why. */
  record Unfit(Problem.Kind why) implements FigureValue {}

  private static Map<String, FigureValue> answers() {
    Map<String, FigureValue> answers = new HashMap<>();
    List.of("yes", "có", "co", "x", "1", "true").forEach(yes -> answers.put(yes, new Fits(1)));
    List.of("no", "không", "khong", "0", "false").forEach(no -> answers.put(no, new Fits(0)));
    return answers;
  }

  /** Reads a cleaned, non-blank cell. Dates must lie in the years the plan can be about. */
  static FigureValue read(Item.Type type, String text, int planYear) {
    return switch (type) {
      case COUNT -> count(text);
      case YES_NO -> yesNo(text);
      case DATE -> date(text, planYear);
      case RATE -> rate(text);
    };
  }

  /**
   * Reads a cell of a workbook, which may say more than its text: a number may be a date, and text
   * may be grouped by thousands as the cell shows numbers.
   */
  static FigureValue read(Item.Type type, SheetCell cell, int planYear) {
    return switch (cell.kind()) {
      case ERROR -> new Unfit(Problem.Kind.CELL_ERROR);
      case NO_VALUE -> new Unfit(Problem.Kind.FORMULA_WITHOUT_VALUE);
      case MERGED -> new Unfit(Problem.Kind.MERGED_CELLS);
      case NO_CODE -> new Unfit(Problem.Kind.VALUE_WITHOUT_CODE);
      case NUMBER, DATE -> number(type, cell, planYear);
      case TEXT, GROUPED_TEXT ->
          type == Item.Type.COUNT ? groupedCount(cell) : read(type, cell.text(), planYear);
    };
  }

  /** What was probably meant by a number with a fraction: 1234 by 1.234; else nothing. */
  static String meant(@Nullable SheetCell cell) {
    return cell != null
            && cell.kind() == SheetCell.Kind.NUMBER
            && THREE_PLACES.matcher(cell.text()).matches()
        ? cell.text().replace(".", "")
        : "";
  }

  private static FigureValue number(Item.Type type, SheetCell cell, int planYear) {
    if (type == Item.Type.DATE && cell.day() != null) {
      boolean time = cell.kind() == SheetCell.Kind.NUMBER && cell.text().indexOf('.') >= 0;
      return time
          ? new Unfit(Problem.Kind.NOT_A_DATE)
          : read(type, cell.day().toString(), planYear);
    } else if (type == Item.Type.COUNT && cell.kind() == SheetCell.Kind.NUMBER) {
      if (cell.text().indexOf('.') >= 0) {
        return new Unfit(Problem.Kind.NUMBER_NOT_WHOLE);
      } else if (cell.text().length() > EXACT_DIGITS) {
        return new Unfit(Problem.Kind.NUMBER_ROUNDED);
      }
    }
    return read(type, cell.text(), planYear);
  }

  private static FigureValue groupedCount(SheetCell cell) {
    String text = cell.text();
    boolean spaced = GROUPED_BY_SPACES.matcher(text).matches();
    boolean dotted = GROUPED_BY_DOTS.matcher(text).matches();
    if (spaced || (dotted && cell.kind() == SheetCell.Kind.GROUPED_TEXT)) {
      return count(text.replaceAll("[^0-9]", ""));
    } else if (dotted || GROUPED_BY_COMMAS.matcher(text).matches()) {
      return new Unfit(Problem.Kind.NUMBER_AMBIGUOUS);
    }
    return count(text);
  }

  /** A percentage as printed, its sign written or not; the mark is a comma or a point. */
  private static FigureValue rate(String text) {
    Matcher matcher = RATE.matcher(text);
    if (!matcher.matches()) {
      return new Unfit(Problem.Kind.NOT_A_RATE);
    }
    String decimals = matcher.group(2) == null ? "" : matcher.group(2);
    String digits = matcher.group(1) + decimals;
    return digits.length() > Rate.MOST_DIGITS
        ? new Unfit(Problem.Kind.NOT_A_RATE)
        : new Fits(new Rate(Long.parseLong(digits), decimals.length()).packed());
  }

  private static FigureValue count(String text) {
    int digits = 0;
    long count = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      count = digits < MOST_LONG_DIGITS ? count * 10 + (text.charAt(digits) - '0') : -1;
      digits++;
    }
    if (digits == text.length() && digits > 0) {
      return count >= 0 ? new Fits(count) : longCount(text);
    }
    return NONE_AROSE.matcher(text).matches() ? new Fits(0) : new Unfit(Problem.Kind.NOT_A_COUNT);
  }

  private static FigureValue longCount(String digits) {
    try {
      return new Fits(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return new Unfit(Problem.Kind.COUNT_TOO_LARGE);
    }
  }

  private static FigureValue yesNo(String text) {
    FigureValue answer = ANSWERS.get(text);
    return answer == null
        ? ANSWERS.getOrDefault(text.toLowerCase(Locale.ROOT), new Unfit(Problem.Kind.NOT_YES_NO))
        : answer;
  }

  private static FigureValue date(String text, int planYear) {
    Optional<LocalDate> date = DateText.isoOrDayFirst(text);
    if (date.isEmpty()) {
      return new Unfit(Problem.Kind.NOT_A_DATE);
    }
    int year = date.get().getYear();
    return year < planYear - 1 || year > planYear + 2
        ? new Unfit(Problem.Kind.DATE_OUTSIDE_PLAN)
        : new Fits(date.get().toEpochDay());
  }
}
