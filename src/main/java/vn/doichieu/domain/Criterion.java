package vn.doichieu.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Target.Input;

/**
 * What a target asks for: one of the kinds of the contract, section 4.2. All comparisons are made
 * in whole numbers, without rounding and without overflow.
 */
public sealed interface Criterion {

  /** The word for its kind in rule files: {@code share_of_units}. */
  default String kind() {
    return getClass()
        .getSimpleName()
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** The figures that one unit's line reads for a period, in the order of the rule file. */
  default List<Input> inputs(ReportingPeriod period) {
    return List.of();
  }

  /**
   * n/d against a range, at a unit or pooled over the members of the area; in a range of years
   * pooled over these, too.
   *
   * @param proportion whether n is a part of d and cannot be more; not so for a rate
   */
  record Ratio(Expression numerator, Expression denominator, Range range, boolean proportion)
      implements Criterion {
    @Override
    public String kind() {
      return proportion ? "ratio" : "rate";
    }

    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return inputsOf(
          Stream.concat(numerator.items().stream(), denominator.items().stream()), period);
    }
  }

  /** The share of members for which every condition holds, against a range. */
  record ShareOfUnits(List<Condition> conditions, Range range) implements Criterion {
    public ShareOfUnits {
      conditions = List.copyOf(conditions);
    }

    /** All of them as one. */
    public Condition condition() {
      return conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions);
    }

    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return inputsOf(condition().items().stream(), period);
    }
  }

  /**
   * (now - base) / base within a range of rates; above the range is met and exceeded. With a range
   * of years as its baseline, base is their average: now times their number is compared with their
   * sum.
   *
   * @param low the least growth, as a fraction; -100% where only a ceiling is asked
   * @param high the growth above which the target is exceeded; null if there is none
   * @param capped whether it is not met above {@code high}, rather than exceeded
   */
  record Change(
      Item item, ReportingPeriod baseline, Bound low, @Nullable Bound high, boolean capped)
      implements Criterion {

    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return Stream.concat(Stream.of(new Input(item, period)), baseInputs()).toList();
    }

    private Stream<Input> baseInputs() {
      return baseline.parts().stream().map(part -> new Input(item, part));
    }

    /** How many years the baseline is the average of. */
    public int years() {
      return baseline.parts().size();
    }

    public boolean holds(long now, long base) {
      return Exact.compareProducts(now, low.denominator(), base, growth(low)) >= 0
          && !(capped && exceeded(now, base));
    }

    public boolean exceeded(long now, long base) {
      return high != null && Exact.compareProducts(now, high.denominator(), base, growth(high)) > 0;
    }

    /**
     * The least whole number to add to the figure for the target to hold, or above a ceiling to
     * take from it; 0 when it does.
     *
     * @param now the figure times {@link #years}
     * @param base the sum of the baseline's figures
     */
    public long shortfall(long now, long base) {
      long lacking =
          capped && high != null && exceeded(now, base)
              ? Exact.excess(now, base, growth(high), high.denominator(), false)
              : Exact.shortfall(now, base, growth(low), low.denominator(), false);
      return -Math.floorDiv(-lacking, years());
    }

    private static long growth(Bound rate) {
      return rate.denominator() + rate.numerator();
    }
  }

  /**
   * base - now within a range; also met when nothing is left. In a range of years as baseline, base
   * is their average, as for a change.
   *
   * @param range the floor and, where there is one, the ceiling of what is taken away: plain
   *     numbers, or per cent of the baseline
   */
  record Reduction(Item item, ReportingPeriod baseline, Range range) implements Criterion {

    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return Stream.concat(
              Stream.of(new Input(item, period)),
              baseline.parts().stream().map(part -> new Input(item, part)))
          .toList();
    }

    /** How many years the baseline is the average of. */
    public int years() {
      return baseline.parts().size();
    }

    /** Whether it holds for {@code now} times {@link #years} and the sum of the baseline. */
    public boolean holds(long now, long base) {
      return now == 0 || scaled().holds(base - now, whole(base));
    }

    public boolean exceeded(long now, long base) {
      return scaled().isAbove(base - now, whole(base));
    }

    /** The least whole number to take from the figure for the target to hold. */
    public long shortfall(long now, long base) {
      long lacking = Math.min(now, scaled().shortfall(base - now, whole(base)));
      return -Math.floorDiv(-lacking, years());
    }

    /** Plain numbers are of one year; what is taken away in all of them is divided by these. */
    private Range scaled() {
      return range.absolute() && years() > 1
          ? new Range(range.floor(), range.ceiling(), range.capped(), 1)
          : range;
    }

    private long whole(long base) {
      return range.absolute() ? years() : base;
    }
  }

  /** A number within a range; in a range of years their sum. */
  record Count(Expression sum, Range range) implements Criterion {
    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return inputsOf(sum.items().stream(), period);
    }
  }

  /** At least so many in every month, or quarter, of the range. */
  record MonthlyCount(Item item, long perMonth, boolean quarterly) implements Criterion {
    @Override
    public String kind() {
      return quarterly ? "quarterly_count" : "monthly_count";
    }

    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return inputsOf(Stream.of(item), period);
    }
  }

  /**
   * Points for every condition that holds, against a floor.
   *
   * @param most the most points there can be: what the plan says, as conditions can rule each other
   *     out, else the sum of all points
   * @param bands the names of the levels, the highest first; empty if the plan names none
   */
  record Score(List<Points> points, Range range, long most, List<Band> bands) implements Criterion {
    public Score {
      points = List.copyOf(points);
      bands = List.copyOf(bands);
    }

    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return inputsOf(points.stream().flatMap(p -> p.condition().items().stream()), period);
    }

    /** The name of the level that a score reaches; empty if it has none. */
    public Optional<String> band(long score) {
      return bands.stream().filter(b -> score >= b.from()).map(Band::name).findFirst();
    }
  }

  /**
   * What a condition counts for.
   *
   * @param points below 0 for what is taken off
   */
  record Points(long points, Condition condition) {}

  /** A level of a score, from so many points. */
  record Band(long from, String name) {}

  /** A date before another. */
  record Deadline(Item item, Due due) implements Criterion {

    /**
     * The item that reports are dated by: of these, the receiving office knows whether they came.
     */
    public static final String REPORT = "report_submitted_on";

    /** Whether it is a report that is due, and not another act with a date. */
    public boolean isReport() {
      return item.code().equals(REPORT);
    }

    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return List.of(new Input(item, period));
    }
  }

  /** A yes where the plan asks for something to be done. */
  record Duty(Condition done) implements Criterion {
    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return inputsOf(done.items().stream(), period);
    }
  }

  /**
   * What the DRL rule of the same name says, from figures that all have to be there.
   *
   * @param items what the rule needs
   */
  record Drl(List<Item> items) implements Criterion {
    public Drl {
      items = List.copyOf(items);
    }

    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return items.stream().map(item -> new Input(item, period)).toList();
    }
  }

  /** Nothing to compare with: a person decides. */
  record Judgement() implements Criterion {}

  /**
   * Gives no finding; listed in the plan's coverage with the reason.
   *
   * @param kind {@code not_checked} or {@code information}
   */
  record Unchecked(String kind) implements Criterion {}

  /** Items in the order they are named, each in every part of a period. */
  private static List<Input> inputsOf(Stream<Item> items, ReportingPeriod period) {
    return items
        .distinct()
        .flatMap(item -> period.parts().stream().map(part -> new Input(item, part)))
        .toList();
  }

  /**
   * A limit as an exact fraction.
   *
   * @param strict whether the limit itself fails ("trên 70%")
   * @param numerator at least 0; below 0 only for a growth
   * @param denominator above 0
   */
  record Bound(boolean strict, long numerator, long denominator) {

    public Bound {
      if (denominator <= 0) {
        throw new IllegalArgumentException(numerator + "/" + denominator);
      }
    }

    /** Whether n/d meets it as a lower limit, for d above 0. */
    public boolean holds(long n, long d) {
      int comparison = Exact.compareProducts(n, denominator, d, numerator);
      return strict ? comparison > 0 : comparison >= 0;
    }

    /** The least k for which (n+k)/d meets it as a lower limit. */
    public long shortfall(long n, long d) {
      return Exact.shortfall(n, d, numerator, denominator, strict);
    }

    /** Whether n/d misses it as an upper limit. */
    public boolean isExceededBy(long n, long d) {
      int comparison = Exact.compareProducts(n, denominator, d, numerator);
      return strict ? comparison >= 0 : comparison > 0;
    }

    /** The least k for which (n-k)/d meets it as an upper limit; 0 or less when n/d does. */
    public long excess(long n, long d) {
      return Exact.excess(n, d, numerator, denominator, strict);
    }

    /** Whether the bound asks for all of them. */
    public boolean all() {
      return numerator == denominator;
    }
  }

  /** Items and whole numbers, added and subtracted. */
  record Expression(List<Term> terms) {

    public Expression {
      terms = List.copyOf(terms);
    }

    /** The items named, in order. */
    public List<Item> items() {
      return terms.stream().flatMap(t -> t.item().stream()).toList();
    }
  }

  /**
   * One part of an expression.
   *
   * @param sign 1 or -1
   * @param item the item; empty for a whole number
   * @param number the whole number; 1 for an item
   */
  record Term(int sign, Optional<Item> item, long number) {}

  /** A comparison of one item with a constant; yes is 1, no is 0. */
  record Clause(Item item, Comparison comparison, long value) implements Condition {

    public boolean holds(long figure) {
      return switch (comparison) {
        case EQUAL -> figure == value;
        case NOT_EQUAL -> figure != value;
        case AT_LEAST -> figure >= value;
        case ABOVE -> figure > value;
        case AT_MOST -> figure <= value;
        case BELOW -> figure < value;
      };
    }

    @Override
    public Stream<Clause> clauses() {
      return Stream.of(this);
    }
  }

  /** How a clause compares. */
  enum Comparison {
    EQUAL("="),
    NOT_EQUAL("!="),
    AT_LEAST(">="),
    ABOVE(">"),
    AT_MOST("<="),
    BELOW("<");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /** Its sign in rule files. */
    public String sign() {
      return sign;
    }
  }

  /** The day before which something is due. */
  sealed interface Due {

    /** The first day that is too late, for a period. */
    LocalDate of(ReportingPeriod period);

    /** A fixed day. */
    record Day(LocalDate date) implements Due {
      @Override
      public LocalDate of(ReportingPeriod period) {
        return date;
      }
    }

    /**
     * "Trước ngày 10 hàng tháng": a day of the month after the period reported on.
     *
     * @param months how many months after its last one: 1, or 0 for the month itself
     */
    record DayOfMonth(int day, int months) implements Due {
      @Override
      public LocalDate of(ReportingPeriod period) {
        return period.lastMonth().plusMonths(months).atDay(day);
      }
    }
  }
}
