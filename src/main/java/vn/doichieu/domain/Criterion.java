package vn.doichieu.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** n/d against a bound, at a unit or pooled over the members of the area. */
  record Ratio(Expression numerator, Expression denominator, Bound bound) implements Criterion {
    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return Stream.concat(numerator.items().stream(), denominator.items().stream())
          .distinct()
          .map(item -> new Input(item, period))
          .toList();
    }
  }

  /** The share of members for which every clause holds, against a bound. */
  record ShareOfUnits(List<Clause> clauses, Bound bound) implements Criterion {
    public ShareOfUnits {
      clauses = List.copyOf(clauses);
    }

    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return clauses.stream().map(clause -> new Input(clause.item(), period)).toList();
    }
  }

  /**
   * (now - base) / base within a range of rates; above the range is met and exceeded.
   *
   * @param low the least growth, as a fraction
   * @param high the growth above which the target is exceeded
   * @param capped whether it is not met above {@code high}, rather than exceeded
   */
  record Change(Item item, ReportingPeriod baseline, Bound low, Bound high, boolean capped)
      implements Criterion {

    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return List.of(new Input(item, period), new Input(item, baseline));
    }

    public boolean holds(long now, long base) {
      return Exact.compareProducts(now, low.denominator(), base, growth(low)) >= 0
          && !(capped && exceeded(now, base));
    }

    public boolean exceeded(long now, long base) {
      return Exact.compareProducts(now, high.denominator(), base, growth(high)) > 0;
    }

    /** The least whole number to add to {@code now} for the target to hold; 0 when it does. */
    public long shortfall(long now, long base) {
      return Exact.shortfall(now, base, growth(low), low.denominator(), false);
    }

    private static long growth(Bound rate) {
      return rate.denominator() + rate.numerator();
    }
  }

  /**
   * base - now within a range; also met when nothing is left.
   *
   * @param capped whether it is not met above {@code high}, rather than exceeded
   */
  record Reduction(Item item, ReportingPeriod baseline, long low, long high, boolean capped)
      implements Criterion {

    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return List.of(new Input(item, period), new Input(item, baseline));
    }

    public boolean holds(long now, long base) {
      return now == 0 || (base - now >= low && !(capped && exceeded(now, base)));
    }

    public boolean exceeded(long now, long base) {
      return base - now > high;
    }

    /** The least whole number to take from {@code now} for the target to hold. */
    public long shortfall(long now, long base) {
      return now - Math.max(base - low, 0);
    }
  }

  /** At least so many. */
  record Count(Item item, long atLeast) implements Criterion {
    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return List.of(new Input(item, period));
    }
  }

  /** At least so many in every month of the range. */
  record MonthlyCount(Item item, long perMonth) implements Criterion {
    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return period.months().stream()
          .map(month -> new Input(item, ReportingPeriod.month(month)))
          .toList();
    }
  }

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
  record Duty(Clause done) implements Criterion {
    @Override
    public List<Input> inputs(ReportingPeriod period) {
      return List.of(new Input(done.item(), period));
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

  /**
   * A lower bound as an exact fraction.
   *
   * @param strict whether the bound itself fails ("trên 70%")
   * @param numerator at least 0
   * @param denominator above 0
   */
  record Bound(boolean strict, long numerator, long denominator) {

    public Bound {
      if (numerator < 0 || denominator <= 0) {
        throw new IllegalArgumentException(numerator + "/" + denominator);
      }
    }

    /** Whether n/d meets the bound, for d above 0. */
    public boolean holds(long n, long d) {
      int comparison = Exact.compareProducts(n, denominator, d, numerator);
      return strict ? comparison > 0 : comparison >= 0;
    }

    /** The least k for which (n+k)/d meets the bound. */
    public long shortfall(long n, long d) {
      return Exact.shortfall(n, d, numerator, denominator, strict);
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
  record Clause(Item item, Comparison comparison, long value) {

    public boolean holds(long figure) {
      return switch (comparison) {
        case EQUAL -> figure == value;
        case AT_LEAST -> figure >= value;
        case ABOVE -> figure > value;
      };
    }
  }

  /** How a clause compares. */
  enum Comparison {
    EQUAL,
    AT_LEAST,
    ABOVE
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
     * "Trước ngày 10 hàng tháng": a day of the month after the month reported on.
     *
     * @param months how many months after: 1, or 0 for the month itself
     */
    record DayOfMonth(int day, int months) implements Due {
      @Override
      public LocalDate of(ReportingPeriod period) {
        return period.months().get(0).plusMonths(months).atDay(day);
      }
    }
  }
}
