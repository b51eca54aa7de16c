package vn.doichieu.rulerow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Range;

/** Reads what a number has to be from the cells {@code comparator} and {@code threshold}. */
final class ThresholdReader {

  private static final String NUMBER = "([0-9]{1,12})(?:[.,]([0-9]{1,4}))?";
  private static final String THOUSANDS = "([0-9]{1,3}(?:[.,]?[0-9]{3}){0,3})";
  private static final Pattern PERCENT = Pattern.compile(NUMBER + "\\s*%");
  private static final Pattern PER = Pattern.compile(NUMBER + "\\s*(?:per|trên)\\s*" + THOUSANDS);
  private static final Pattern FRACTION = Pattern.compile("([0-9]{1,9})\\s*/\\s*([0-9]{1,9})");
  private static final Pattern UNITS = Pattern.compile("([0-9]{1,9})\\s*(?:units|đơn vị)");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
  private static final Pattern BETWEEN = Pattern.compile("([^.]++(?:\\.[^.]++)?)\\.\\.(.+)");

  /** What limits a kind can have. */
  enum Of {
    /** n/d of a part: per cent or a fraction, at most all of it. */
    PROPORTION("20%; 10/10", "20%..30%"),
    /** n/d of anything: per cent, a fraction, or so many per 1,000. */
    RATE("5 per 1,000", "5 per 1,000..8 per 1,000"),
    /** A share of units: as a proportion, or so many of them. */
    SHARE("50%; 10/10; 5 units", "50%..80%"),
    /** A plain number. */
    NUMBER("5", "2..3"),
    /** Points, or points of a scale. */
    SCORE("80; 80/100", "80"),
    /** A plain number or per cent of a baseline. */
    REDUCTION("2; 5%", "2..3; 5%..10%");

    private final String example;
    private final String rangeExample;

    Of(String example, String rangeExample) {
      this.example = example;
      this.rangeExample = rangeExample;
    }
  }

  private record Limit(long numerator, long denominator, long per) {

    Bound bound(boolean strict) {
      return new Bound(strict, numerator, denominator);
    }
  }

  /** Stands where the cells were told to be wrong already; its row never becomes a target. */
  static final Range STAND_IN = Range.atLeast(new Bound(false, 0, 1));

  private final TargetRow row;
  private final Of of;

  private ThresholdReader(TargetRow row, Of of) {
    this.row = row;
    this.of = of;
  }

  static Range read(TargetRow row, Of of) {
    Range range = new ThresholdReader(row, of).range();
    return range == null ? STAND_IN : range;
  }

  private @Nullable Range range() {
    String comparator = row.cell("comparator");
    return switch (comparator) {
      case ">=", ">" -> atLeast(comparator.equals(">"));
      case "<=", "<" -> atMost(comparator.equals("<"));
      case "=" -> {
        Limit limit = single();
        yield limit == null
            ? null
            : new Range(limit.bound(false), limit.bound(false), true, limit.per());
      }
      case "range" -> between(false);
      case "between", "within" -> between(true);
      default -> {
        row.invalid("comparator", ">=, >, <=, <, =, range, between");
        yield null;
      }
    };
  }

  private @Nullable Range atLeast(boolean strict) {
    Limit limit = single();
    if (limit == null) {
      return null;
    }
    boolean possible =
        of != Of.PROPORTION && of != Of.SHARE
            || limit.per() == 0
            || limit.numerator() + (strict ? 1 : 0) <= limit.denominator();
    return possible
        ? new Range(limit.bound(strict), null, false, limit.per())
        : refused(of.example);
  }

  private @Nullable Range atMost(boolean strict) {
    Limit limit = single();
    return limit == null
        ? null
        : strict && limit.numerator() == 0
            ? refused(of.example)
            : new Range(null, limit.bound(strict), true, limit.per());
  }

  private @Nullable Limit single() {
    Optional<Limit> limit = limit(row.cell("threshold"));
    if (limit.isEmpty()) {
      refused(of.example);
    }
    return limit.orElse(null);
  }

  private @Nullable Range between(boolean capped) {
    Matcher parts = BETWEEN.matcher(row.cell("threshold"));
    Optional<Limit> low = parts.matches() ? limit(parts.group(1)) : Optional.empty();
    Optional<Limit> high = parts.matches() ? limit(parts.group(2)) : Optional.empty();
    boolean fits =
        low.isPresent()
            && high.isPresent()
            && low.get().per() == high.get().per()
            && Math.multiplyHigh(low.get().numerator(), high.get().denominator()) == 0
            && low.get().numerator() * high.get().denominator()
                <= high.get().numerator() * low.get().denominator();
    if (!fits) {
      return refused(of.rangeExample);
    }
    return new Range(
        low.orElseThrow().bound(false), high.orElseThrow().bound(false), capped, low.get().per());
  }

  private @Nullable Range refused(String example) {
    row.invalid("threshold", example);
    return null;
  }

  private Optional<Limit> limit(String written) {
    String text = written.strip();
    return switch (of) {
      case PROPORTION -> percent(text).or(() -> fraction(text));
      case RATE -> per(text).or(() -> percent(text)).or(() -> fraction(text));
      case SHARE -> percent(text).or(() -> fraction(text)).or(() -> units(text));
      case NUMBER -> whole(text);
      case SCORE -> whole(text).or(() -> fraction(text));
      case REDUCTION -> whole(text).or(() -> percent(text));
    };
  }

  private static Optional<Limit> percent(String text) {
    Matcher matcher = PERCENT.matcher(text);
    return matcher.matches()
        ? Optional.of(limit(matcher.group(1), matcher.group(2), Range.PER_CENT))
        : Optional.empty();
  }

  private static Optional<Limit> per(String text) {
    Matcher matcher = PER.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String per = matcher.group(3).replaceAll("[.,]", "");
    return per.matches("10{1,7}")
        ? Optional.of(limit(matcher.group(1), matcher.group(2), Long.parseLong(per)))
        : Optional.empty();
  }

  /** "12,5" per 100 as 125/1000: exact, never a floating-point number. */
  private static Limit limit(String whole, @Nullable String decimals, long per) {
    String digits = decimals == null ? "" : decimals;
    long denominator = per;
    for (int i = 0; i < digits.length(); i++) {
      denominator *= 10;
    }
    return new Limit(Long.parseLong(whole + digits), denominator, per);
  }

  /** "10/10": so many of so many; the second is what it is counted in. */
  private static Optional<Limit> fraction(String text) {
    Matcher matcher = FRACTION.matcher(text);
    if (!matcher.matches() || Long.parseLong(matcher.group(2)) == 0) {
      return Optional.empty();
    }
    long whole = Long.parseLong(matcher.group(2));
    return Optional.of(new Limit(Long.parseLong(matcher.group(1)), whole, whole));
  }

  private static Optional<Limit> units(String text) {
    Matcher matcher = UNITS.matcher(text);
    return matcher.matches()
        ? Optional.of(new Limit(Long.parseLong(matcher.group(1)), 1, 0))
        : Optional.empty();
  }

  private static Optional<Limit> whole(String text) {
    return WHOLE.matcher(text).matches()
        ? Optional.of(new Limit(Long.parseLong(text), 1, 0))
        : Optional.empty();
  }
}
