package vn.doichieu.wording;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.Rate;
import vn.doichieu.domain.ReportingPeriod;

/** The languages of readers, with their way of writing numbers and dates. */
public enum Language {
  VI('.', ','),
  EN(',', '.');

  private static final int DECIMALS = 2;
  private static final int MOST_DECIMALS = 40;
  private static final int GROUP = 3;

  private final char group;
  private final char decimal;

  Language(char group, char decimal) {
    this.group = group;
    this.decimal = decimal;
  }

  /** The word for {@code --lang}: {@code vi} or {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A whole number with its thousands set apart: 9.102. */
  public String number(long number) {
    return number(BigInteger.valueOf(number));
  }

  /** As above, for sums of any size. */
  public String number(BigInteger number) {
    String digits = number.abs().toString();
    StringBuilder text = new StringBuilder(number.signum() < 0 ? "-" : "");
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % GROUP == 0) {
        text.append(group);
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }

  /** A number in plain digits with a point, with the mark that readers expect: 12,5. */
  String fraction(String plain) {
    return plain.replace('.', decimal);
  }

  /** A sentence as it goes on behind other words; English sentences stand behind a colon. */
  public String continued(String sentence) {
    return this == VI && !sentence.isEmpty()
        ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1)
        : sentence;
  }

  /** A day: 09/11/2024. */
  public String date(LocalDate date) {
    return this == VI
        ? two(date.getDayOfMonth()) + "/" + two(date.getMonthValue()) + "/" + date.getYear()
        : date.toString();
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /**
   * n/d in per cent to two decimals; to as many more as it takes not to look like the bound it
   * misses or passes: 19.996% is never printed as 20%.
   */
  public String rate(long n, long d, Bound bound) {
    return rate(n, d, List.of(bound));
  }

  /** As above, for the bounds of a range. */
  public String rate(long n, long d, List<Bound> bounds) {
    String rate = rate(n, d, bounds, Range.PER_CENT);
    return rate.contains("/") ? rate : rate + "%";
  }

  /** As above, in so many of so many: of 1,000 where {@code per} is 1,000; without its sign. */
  public String rate(long n, long d, List<Bound> bounds, long per) {
    for (int decimals = DECIMALS; decimals < MOST_DECIMALS; decimals++) {
      BigInteger rounded = rounded(n, d, decimals, per);
      BigInteger unit = BigInteger.TEN.pow(decimals).multiply(BigInteger.valueOf(per));
      if (bounds.stream().allMatch(b -> keepsSide(rounded, unit, n, d, b))) {
        return decimal(rounded, decimals);
      }
    }
    return n + "/" + d;
  }

  /** Whether a rounded rate lies on the same side of a bound as the exact one. */
  private static boolean keepsSide(
      BigInteger rounded, BigInteger unit, long n, long d, Bound bound) {
    BigInteger q = BigInteger.valueOf(bound.denominator());
    BigInteger p = BigInteger.valueOf(bound.numerator());
    int exact = BigInteger.valueOf(n).multiply(q).compareTo(p.multiply(BigInteger.valueOf(d)));
    return rounded.multiply(q).compareTo(p.multiply(unit)) == exact;
  }

  /** n/d in so many of so many, times 10^decimals, rounded half up. */
  private static BigInteger rounded(long n, long d, int decimals, long per) {
    BigInteger scaled =
        BigInteger.valueOf(Math.abs(n))
            .multiply(BigInteger.TEN.pow(decimals))
            .multiply(BigInteger.valueOf(per))
            .shiftLeft(1);
    BigInteger divisor = BigInteger.valueOf(d).shiftLeft(1);
    BigInteger half = scaled.add(BigInteger.valueOf(d)).divide(divisor);
    return n < 0 ? half.negate() : half;
  }

  /** A bound in per cent: 20% or 12,5%. */
  public String percent(Bound bound) {
    int decimals = Long.toString(bound.denominator()).length() - "100".length();
    return percent(BigInteger.valueOf(bound.numerator()), decimals);
  }

  /** A published rate with all the decimals that were printed: 38,0%. */
  public String rate(Rate rate) {
    return rate.text(decimal) + "%";
  }

  /** n/d in per cent, rounded half up to so many decimals; zeros at the end are left out. */
  public String rate(long n, long d, int decimals) {
    return percent(rounded(n, d, decimals, Range.PER_CENT), decimals);
  }

  private String percent(BigInteger scaled, int decimals) {
    return decimal(scaled, decimals) + "%";
  }

  /** A number times 10^decimals as a decimal; zeros at the end are left out. */
  String decimal(BigInteger scaled, int decimals) {
    BigInteger[] parts = scaled.abs().divideAndRemainder(BigInteger.TEN.pow(decimals));
    String fraction = decimals == 0 ? "" : ("0".repeat(decimals) + parts[1]);
    fraction = fraction.substring(Math.max(0, fraction.length() - decimals));
    int end = fraction.length();
    while (end > 0 && fraction.charAt(end - 1) == '0') {
      end--;
    }
    fraction = fraction.substring(0, end);
    return (scaled.signum() < 0 ? "-" : "")
        + (parts[0].bitLength() < Long.SIZE ? number(parts[0].longValue()) : parts[0])
        + (fraction.isEmpty() ? "" : decimal + fraction);
  }

  private static final int WHOLE_YEAR = 3;

  /** A period as readers say it: "tháng 5/2024", "6 tháng đầu năm 2024". */
  public String period(ReportingPeriod period) {
    List<YearMonth> months = period.months();
    if (months.size() == 1) {
      return month(months.get(0));
    }
    if (months.size() > 1) {
      return month(months.get(0)) + " – " + month(months.get(months.size() - 1));
    }
    if (period.isRange()) {
      List<ReportingPeriod> parts = period.parts();
      ReportingPeriod first = parts.get(0);
      ReportingPeriod last = parts.get(parts.size() - 1);
      return first.cumulativeOrder() == WHOLE_YEAR
          ? (this == VI ? "các năm " : "") + first.text() + "–" + last.text()
          : period(first) + " – " + period(last);
    }
    String text = period.text();
    String year = text.substring(0, "2024".length());
    String part = text.substring("2024".length());
    return switch (part) {
      case "" -> this == VI ? "năm " + year : year;
      case "-H1" -> this == VI ? "6 tháng đầu năm " + year : "first half of " + year;
      case "-H2" -> this == VI ? "6 tháng cuối năm " + year : "second half of " + year;
      case "-9M" -> this == VI ? "9 tháng năm " + year : "nine months of " + year;
      default ->
          this == VI ? "quý " + part.substring(2) + "/" + year : part.substring(1) + " " + year;
    };
  }

  private String month(YearMonth month) {
    return this == VI ? "tháng " + month.getMonthValue() + "/" + month.getYear() : month.toString();
  }
}
