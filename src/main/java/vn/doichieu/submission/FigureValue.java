package vn.doichieu.submission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;

/**
 * Reads a cell as its item's type, strictly (contract, section 2): what does not fit is refused,
 * never rounded or guessed.
 */
sealed interface FigureValue {

  /** A value that fits: a count, 1 or 0, or an epoch day. */
  record Fits(long value) implements FigureValue {}

  /** A value that does not fit, and why. */
  record Unfit(Problem.Kind why) implements FigureValue {}

  /** Reads a cleaned, non-blank cell. Dates must lie in the years the plan can be about. */
  static FigureValue read(Item.Type type, String text, int planYear) {
    return switch (type) {
      case COUNT -> count(text);
      case YES_NO -> yesNo(text);
      case DATE -> date(text, planYear);
    };
  }

  private static FigureValue count(String text) {
    if (text.toLowerCase(Locale.ROOT).equals("không phát sinh")) {
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
    Optional<LocalDate> date = parseDate(text);
    if (date.isEmpty()) {
      return new Unfit(Problem.Kind.NOT_A_DATE);
    }
    int year = date.get().getYear();
    return year < planYear - 1 || year > planYear + 2
        ? new Unfit(Problem.Kind.DATE_OUTSIDE_PLAN)
        : new Fits(date.get().toEpochDay());
  }

  /** {@code 2024-11-09} or {@code 9/11/2024}, day first; empty for anything else. */
  static Optional<LocalDate> parseDate(String text) {
    Matcher iso = Forms.ISO.matcher(text);
    if (iso.matches()) {
      return date(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher dayFirst = Forms.DAY_FIRST.matcher(text);
    return dayFirst.matches()
        ? date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1))
        : Optional.empty();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The two forms of a date. */
  final class Forms {
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern DAY_FIRST =
        Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");

    private Forms() {}
  }
}
