package vn.doichieu.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Periods as rule rows write them: one, or a range of years, quarters or months. */
final class WidePeriods {
  private static final Pattern ONE = Pattern.compile("[0-9]{4}(-(H[12]|9M|Q[1-4]|[01][0-9]))?");

  private WidePeriods() {}

  /** Whether a label such as "2025" or "2024..2026" is a period, and no kind or group of units. */
  static boolean named(String label) {
    for (String end : label.split("\\.\\.", -1)) {
      if (!ONE.matcher(end).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Each period from the first to the last; a period alone is its own only part. */
  static List<String> parts(String text) {
    String[] ends = text.split("\\.\\.", -1);
    List<String> parts = new ArrayList<>(List.of(ends[0]));
    while (!parts.get(parts.size() - 1).equals(ends[ends.length - 1])) {
      parts.add(next(parts.get(parts.size() - 1)));
    }
    return parts;
  }

  private static String next(String period) {
    int year = Integer.parseInt(period.substring(0, 4));
    if (period.length() == 4) {
      return String.valueOf(year + 1);
    }
    if (period.contains("Q")) {
      int quarter = Integer.parseInt(period.substring(6));
      return quarter == 4 ? (year + 1) + "-Q1" : year + "-Q" + (quarter + 1);
    }
    return YearMonth.parse(period).plusMonths(1).toString();
  }

  /** The month that a period ends with. */
  static YearMonth lastMonth(String text) {
    List<String> parts = parts(text);
    String period = parts.get(parts.size() - 1);
    int year = Integer.parseInt(period.substring(0, 4));
    String rest = period.substring(4);
    int month =
        switch (rest) {
          case "-H1", "-Q2" -> 6;
          case "-9M", "-Q3" -> 9;
          case "-Q1" -> 3;
          case "", "-H2", "-Q4" -> 12;
          default -> Integer.parseInt(rest.substring(1));
        };
    return YearMonth.of(year, month);
  }

  /** The first day after it. */
  static LocalDate end(String text) {
    return lastMonth(text).plusMonths(1).atDay(1);
  }
}
