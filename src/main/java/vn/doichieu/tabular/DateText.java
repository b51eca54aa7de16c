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
        ? date(text.substring(0, 4), text.substring(5, 7), text.substring(8))
        : Optional.empty();
  }

  /** {@code 2024-11-09} or {@code 9/11/2024}, day first. */
  public static Optional<LocalDate> isoOrDayFirst(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 3) {
      return parts[0].length() <= 2 && parts[1].length() <= 2 && parts[2].length() == YEAR_DIGITS
          ? date(parts[2], parts[1], parts[0])
          : Optional.empty();
    }
    return iso(text);
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    int y = number(year);
    int m = number(month);
    int d = number(day);
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
  private static int number(String digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return digits.isEmpty() ? -1 : number;
  }
}
