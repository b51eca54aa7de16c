package vn.doichieu.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A period that figures are given for: {@code 2024}, {@code 2024-H1}, {@code 2024-9M}, {@code
 * 2024-Q2}, {@code 2024-05}, or a range of months {@code 2024-03..2024-12}. A figure counts for
 * exactly its period; shorter periods are never summed (contract, section 2).
 *
 * @param text the period as written in data folders
 */
public record ReportingPeriod(String text) implements Comparable<ReportingPeriod> {

  private static final int YEAR_LENGTH = 4;
  private static final String MONTH = "([0-9]{4})-(0[1-9]|1[0-2])";
  private static final Pattern FORM =
      Pattern.compile("[0-9]{4}(?:-(?:H[12]|9M|Q[1-4]|0[1-9]|1[0-2]))?");
  private static final Pattern MONTHS = Pattern.compile(MONTH + "(?:\\.\\." + MONTH + ")?");

  public ReportingPeriod {
    if (!FORM.matcher(text).matches() && months(text).isEmpty()) {
      throw new IllegalArgumentException("not a period: " + text);
    }
  }

  /** The period that a text names, if it names one. A range of months is not a figure's period. */
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

  /** The months of a range of months, or the one month that this is; empty for other periods. */
  public List<YearMonth> months() {
    return months(text);
  }

  private static List<YearMonth> months(String text) {
    Matcher matcher = MONTHS.matcher(text);
    if (!matcher.matches()) {
      return List.of();
    }
    YearMonth first = month(matcher.group(1), matcher.group(2));
    YearMonth last = matcher.group(3) == null ? first : month(matcher.group(3), matcher.group(4));
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth m = first; !m.isAfter(last); m = m.plusMonths(1)) {
      months.add(m);
    }
    return List.copyOf(months);
  }

  private static YearMonth month(String year, String month) {
    return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
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
