package vn.doichieu.gauge;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Criterion.Term;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.NumberedCondition;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.FigureColumn;
import vn.doichieu.submission.Submission;

/**
 * Reads n and d of a ratio at one unit (contract 4.2, "ratio n/d against p, at one unit"). Three
 * numbers: n, d, and what is known of them, which {@link Parts} tells.
 */
public final class RatioGauge implements Gauge {

  /**
   * Both sides of a ratio as a {@link RatioGauge} reads them.
   *
   * @param known what is known of them: some of the bits of this record
   */
  public record Parts(long n, long d, long known) {

    private static final int N_VALID = 1;
    private static final int D_VALID = 1 << 1;
    private static final int N_INVALID = 1 << 2;
    private static final int D_INVALID = 1 << 3;
    private static final int BOTH_INVALID = N_INVALID | D_INVALID;
    private static final int IMPOSSIBLE = 1 << 4;
    private static final int WHOLE_BELOW_ZERO = 1 << 5;

    /** What a gauge wrote from the first place of an array. */
    public static Parts in(long[] numbers) {
      return new Parts(numbers[0], numbers[1], numbers[2]);
    }

    /** Whether n can be used. */
    public boolean knowsN() {
      return (known & N_VALID) != 0;
    }

    /** Whether d can be used. */
    public boolean knowsD() {
      return (known & D_VALID) != 0;
    }

    /** Whether n was given but cannot be used. */
    public boolean invalidN() {
      return (known & N_INVALID) != 0;
    }

    /** Whether d was given but cannot be used. */
    public boolean invalidD() {
      return (known & D_INVALID) != 0;
    }

    /** Whether both were given but cannot be right together: n above d, or d below 0. */
    public boolean impossible() {
      return (known & IMPOSSIBLE) != 0;
    }

    /** Whether it is d that is below 0. */
    public boolean wholeBelowZero() {
      return (known & WHOLE_BELOW_ZERO) != 0;
    }
  }

  private record Column(int sign, boolean optional, @Nullable FigureColumn figures, long number) {}

  /**
   * What is added up.
   *
   * @param only the one figure that is the whole sum, as most often; null if there is more to it
   */
  private record Sum(Column[] columns, @Nullable FigureColumn only) {

    static Sum of(Column... columns) {
      Column first = columns[0];
      boolean plain = columns.length == 1 && first.sign() == 1 && !first.optional();
      return new Sum(columns, plain ? first.figures() : null);
    }
  }

  private final Sum numerator;
  private final Sum denominator;

  private final boolean proportion;

  RatioGauge(Criterion.Ratio ratio, ReportingPeriod period, Submission submission) {
    numerator = columns(ratio.numerator(), period, submission);
    denominator = columns(ratio.denominator(), period, submission);
    proportion = ratio.proportion();
  }

  /** A count, read as a ratio over 1. */
  RatioGauge(Criterion.Count count, ReportingPeriod period, Submission submission) {
    numerator = columns(count.sum(), period, submission);
    denominator = Sum.of(new Column(1, false, null, 1));
    proportion = false;
  }

  /** Whether n is a part of d; otherwise it can be any number. */
  public boolean proportion() {
    return proportion;
  }

  private static Sum columns(Expression expression, ReportingPeriod period, Submission submission) {
    return Sum.of(
        expression.terms().stream()
            .flatMap(term -> period.parts().stream().map(part -> column(term, part, submission)))
            .toArray(Column[]::new));
  }

  private static Column column(Term term, ReportingPeriod period, Submission submission) {
    return term.item()
        .map(item -> new Column(term.sign(), item.optional(), submission.column(item, period), 1))
        .orElseGet(() -> new Column(term.sign(), false, null, term.number()));
  }

  @Override
  public int width() {
    return 3;
  }

  @Override
  public @Nullable Reason read(int unit, long[] numbers, int at) {
    int known = sum(numerator, unit, numbers, at) | sum(denominator, unit, numbers, at + 1) << 1;
    boolean knowsN = (known & Parts.N_VALID) != 0;
    boolean knowsD = (known & Parts.D_VALID) != 0;
    long n = numbers[at];
    long d = numbers[at + 1];
    boolean belowZero = knowsD && d < 0;
    if (belowZero
        || (proportion && knowsD && knowsN && n > d)
        || (!proportion && knowsN && n < 0)) {
      known = Parts.BOTH_INVALID | Parts.IMPOSSIBLE | (belowZero ? Parts.WHOLE_BELOW_ZERO : 0);
    }
    numbers[at + 2] = known;
    if ((known & Parts.BOTH_INVALID) != 0) {
      return Reason.FIGURE_INVALID;
    } else if (knowsD && d == 0) {
      return Reason.NO_DENOMINATOR;
    }
    return knowsN && knowsD ? null : Reason.FIGURE_MISSING;
  }

  /**
   * Writes a sum; tells whether it is valid, invalid or, by 0, absent. It needs all its items; an
   * invalid one makes it invalid, an optional absent one counts 0.
   */
  private static int sum(Sum of, int unit, long[] numbers, int at) {
    numbers[at] = 0;
    if (of.only() != null) {
      long figure = of.only().number(unit);
      if (figure == NumberedCondition.ABSENT) {
        return 0;
      } else if (figure == NumberedCondition.INVALID) {
        return Parts.N_INVALID;
      }
      numbers[at] = figure;
      return Parts.N_VALID;
    }
    long sum = 0;
    boolean absent = false;
    for (Column column : of.columns()) {
      long value = column.number();
      FigureColumn figures = column.figures();
      if (figures != null) {
        value = figures.number(unit);
        if (value == NumberedCondition.INVALID) {
          return Parts.N_INVALID;
        } else if (value == NumberedCondition.ABSENT) {
          absent |= !column.optional();
          value = 0;
        }
      }
      try {
        sum = Math.addExact(sum, Math.multiplyExact(column.sign(), value));
      } catch (ArithmeticException e) {
        return Parts.N_INVALID; // No real sum of counts passes 2^63.
      }
    }
    numbers[at] = sum;
    return absent ? 0 : Parts.N_VALID;
  }

  /** Whether a unit gave every figure that is not optional; an invalid one counts as given. */
  public boolean givesAll(int unit) {
    return givesAll(numerator, unit) && givesAll(denominator, unit);
  }

  private static boolean givesAll(Sum sum, int unit) {
    for (Column column : sum.columns()) {
      FigureColumn figures = column.figures();
      if (figures != null && !column.optional() && figures.state(unit) == State.ABSENT) {
        return false;
      }
    }
    return true;
  }
}
