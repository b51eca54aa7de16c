package vn.doichieu.submission;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Rate;
import vn.doichieu.tabular.DateText;

/**
 * Reads a cell as its item's type, strictly (contract, section 2): what does not fit is refused,
 * never rounded or guessed.
 */
sealed interface FigureValue {

  /** "Không phát sinh", a declared 0, with whatever spaces stand between its words. */
  Pattern NONE_AROSE =
      Pattern.compile(
          "không[\\s\u00A0]+phát[\\s\u00A0]+sinh", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  Pattern RATE = Pattern.compile("([0-9]+)(?:[.,]([0-9]{1," + Rate.MOST_DECIMALS + "}))?[\\s\u00A0]*%?");

  /** A value that fits: a count, 1 or 0, an epoch day, or a packed rate. */
  record Fits(long value) implements FigureValue {}

  /** A value that does not fit, and why. */
  record Unfit(Problem.Kind why) implements FigureValue {}

  /** Reads a cleaned, non-blank cell. Dates must lie in the years the plan can be about. */
  static FigureValue read(Item.Type type, String text, int planYear) {
    return switch (type) {
      case COUNT -> count(text);
      case YES_NO -> yesNo(text);
      case DATE -> date(text, planYear);
      case RATE -> rate(text);
    };
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
    if (NONE_AROSE.matcher(text).matches()) {
      return new Fits(0);
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return new Unfit(Problem.Kind.NOT_A_COUNT);
      }
    }
    try {
      return new Fits(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return new Unfit(Problem.Kind.COUNT_TOO_LARGE);
    }
  }

  private static FigureValue yesNo(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "có", "co", "x", "1", "true" -> new Fits(1);
      case "no", "không", "khong", "0", "false" -> new Fits(0);
      default -> new Unfit(Problem.Kind.NOT_YES_NO);
    };
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
