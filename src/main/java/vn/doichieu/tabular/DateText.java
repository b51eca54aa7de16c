package vn.doichieu.tabular;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Dates as people write them here. Read letter by letter: the formatters of {@code java.time} cost
 * a short run more than all of its figures.
 */
public final class DateText {

  private static final int ISO_LENGTH = "2024-11-09".length();
  private static final int YEAR_DIGITS = 4;

  private DateText() {}

  /** {@code 2024-11-09}, and nothing else. */
  public static Optional<LocalDate> iso(String text) {
    return text.length() == ISO_LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-'
        ? date(number(text, 0, 4), number(text, 5, 7), number(text, 8, ISO_LENGTH))
        : Optional.empty();
  }

  /** {@code 2024-11-09} or {@code 9/11/2024}, day first. */
  public static Optional<LocalDate> isoOrDayFirst(String text) {
    int first = text.indexOf('/');
    int second = text.indexOf('/', first + 1);
    if (first < 0 || second < 0 || text.indexOf('/', second + 1) >= 0) {
      return iso(text);
    }
    int length = text.length();
    return first <= 2 && second - first <= 3 && length - second - 1 == YEAR_DIGITS
        ? date(
            number(text, second + 1, length),
            number(text, first + 1, second),
            number(text, 0, first))
        : Optional.empty();
  }

  private static Optional<LocalDate> date(int y, int m, int d) {
    if (y < 0 || m < 0 || d < 0) {
      return Optional.empty();
    }
    try {
      return d > YearMonth.of(y, m).lengthOfMonth() || d < 1
          ? Optional.empty()
          : Optional.of(LocalDate.of(y, m, d));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A number in plain digits; -1 for anything else. */
  private static int number(String text, int from, int to) {
    int number = from < to ? 0 : -1;
    for (int i = from; i < to && number >= 0; i++) {
      char c = text.charAt(i);
      number = c < '0' || c > '9' ? -1 : number * 10 + (c - '0');
    }
    return number;
  }
}
