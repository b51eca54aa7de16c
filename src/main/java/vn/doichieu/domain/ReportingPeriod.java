package vn.doichieu.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A period that figures are given for: {@code 2024}, {@code 2024-H1}, {@code 2024-9M}, {@code
 * 2024-Q2}, {@code 2024-05}, or a range of months {@code 2024-03..2024-12}, quarters {@code
 * 2024-Q1..2024-Q4} or years {@code 2024..2026}, which takes the figures of its parts. A figure
 * counts for exactly its period; shorter periods are never summed (contract, section 2).
 *
 * @param text the period as written in data folders
 */
public record ReportingPeriod(String text) implements Comparable<ReportingPeriod> {

  private static final int YEAR_LENGTH = 4;
  private static final int LAST_MONTH = 12;
  private static final Pattern FORM =
      Pattern.compile("[0-9]{4}(?:-(?:H[12]|9M|Q[1-4]|0[1-9]|1[0-2]))?");
  private static final Pattern RANGE = Pattern.compile("([^.]+)\\.\\.([^.]+)");

  /** The longest range: three years of months, ten of years. */
  private static final int MOST_PARTS = 36;

  public ReportingPeriod {
    if (!FORM.matcher(text).matches() && parts(text).isEmpty()) {
      throw new IllegalArgumentException("not a period: " + text);
    }
  }

  /** The period that a text names, if it names one. A range is not a figure's period. */
  public static Optional<ReportingPeriod> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ReportingPeriod(text)) : Optional.empty();
  }

  public static ReportingPeriod year(int year) {
    return new ReportingPeriod(Integer.toString(year));
  }

  public static ReportingPeriod month(YearMonth month) {
    return new ReportingPeriod(month.toString());
  }

  /** All months from the first to the last one, as one period. */
  public static ReportingPeriod months(YearMonth first, YearMonth last) {
    return new ReportingPeriod(first + ".." + last);
  }

  /** The range that a text names, if it names one: from the first to the last of one sort. */
  public static Optional<ReportingPeriod> range(String text) {
    return parts(text).isEmpty() ? Optional.empty() : Optional.of(new ReportingPeriod(text));
  }

  /** The periods whose figures this one takes: those of a range, or this one alone. */
  public List<ReportingPeriod> parts() {
    List<String> parts = isRange() ? parts(text) : List.of();
    return parts.isEmpty() ? List.of(this) : parts.stream().map(ReportingPeriod::new).toList();
  }

  /** Whether it takes the figures of several periods. */
  public boolean isRange() {
    return text.contains("..");
  }

  /** The months of a range of months, or the one month that this is; empty for other periods. */
  public List<YearMonth> months() {
    return parts().stream().allMatch(part -> part.sort() == Sort.MONTH)
        ? parts().stream().map(ReportingPeriod::lastMonth).toList()
        : List.of();
  }

  /** The month that it ends with. */
  public YearMonth lastMonth() {
    if (isRange()) {
      List<ReportingPeriod> parts = parts();
      return parts.get(parts.size() - 1).lastMonth();
    }
    String rest = text.substring(YEAR_LENGTH);
    int month =
        switch (sort()) {
          case YEAR -> LAST_MONTH;
          case HALF -> rest.endsWith("1") ? LAST_MONTH / 2 : LAST_MONTH;
          case NINE_MONTHS -> 9;
          case QUARTER -> 3 * Character.getNumericValue(rest.charAt(2));
          case MONTH -> Integer.parseInt(rest.substring(1));
        };
    return YearMonth.of(year(), month);
  }

  /** The first day of it. */
  public LocalDate start() {
    if (isRange()) {
      return parts().get(0).start();
    }
    int months =
        switch (sort()) {
          case YEAR -> LAST_MONTH;
          case HALF -> LAST_MONTH / 2;
          case NINE_MONTHS -> 9;
          case QUARTER -> 3;
          case MONTH -> 1;
        };
    return lastMonth().minusMonths(months - 1L).atDay(1);
  }

  /** The first day after it. */
  public LocalDate end() {
    return lastMonth().plusMonths(1).atDay(1);
  }

  /** What a period is one of. */
  private enum Sort {
    YEAR,
    HALF,
    NINE_MONTHS,
    QUARTER,
    MONTH
  }

  private Sort sort() {
    return sort(text);
  }

  private static Sort sort(String text) {
    String rest = text.substring(YEAR_LENGTH);
    return rest.isEmpty()
        ? Sort.YEAR
        : rest.startsWith("-H")
            ? Sort.HALF
            : rest.equals("-9M")
                ? Sort.NINE_MONTHS
                : rest.startsWith("-Q") ? Sort.QUARTER : Sort.MONTH;
  }

  /** The parts of a range, in order; empty if the text is none, or too long a one. */
  private static List<String> parts(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()
        || !FORM.matcher(range.group(1)).matches()
        || !FORM.matcher(range.group(2)).matches()
        || sort(range.group(1)) != sort(range.group(2))) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    String part = range.group(1);
    while (!part.isEmpty() && part.compareTo(range.group(2)) <= 0 && parts.size() <= MOST_PARTS) {
      parts.add(part);
      part = next(part);
    }
    return parts.size() <= MOST_PARTS ? parts : List.of();
  }

  private static String next(String text) {
    int year = Integer.parseInt(text.substring(0, YEAR_LENGTH));
    return switch (sort(text)) {
      case YEAR -> Integer.toString(year + 1);
      case QUARTER ->
          text.endsWith("4")
              ? (year + 1) + "-Q1"
              : year + "-Q" + (Character.getNumericValue(text.charAt(text.length() - 1)) + 1);
      case MONTH -> YearMonth.parse(text).plusMonths(1).toString();
      case HALF, NINE_MONTHS -> "";
    };
  }

  /** The year that it lies in, or begins in. */
  public int year() {
    return Integer.parseInt(text.substring(0, YEAR_LENGTH));
  }

  /**
   * The place of a period that runs from 1 January among those of its year: 1 for six months, 2 for
   * nine, 3 for the year; 0 for every other period.
   */
  public int cumulativeOrder() {
    return switch (text.substring(YEAR_LENGTH)) {
      case "-H1" -> 1;
      case "-9M" -> 2;
      case "" -> 3;
      default -> 0;
    };
  }

  // By the text alone: periods are looked up for every figure.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReportingPeriod period && period.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int compareTo(ReportingPeriod other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
