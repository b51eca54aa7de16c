package vn.doichieu.gauge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Criterion.Term;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.FigureColumn;
import vn.doichieu.submission.Submission;

/** Reads n and d of a ratio at one unit (contract 4.2, "ratio n/d against p, at one unit"). */
public final class RatioGauge implements Gauge {

  /** A number, or why there is none. */
  public record Quantity(State state, long value) {
    static final Quantity ABSENT = new Quantity(State.ABSENT, 0);
    static final Quantity INVALID = new Quantity(State.INVALID, 0);

    /** Whether it can be used. */
    public boolean known() {
      return state == State.VALID;
    }

    /** Whether it was given but cannot be used. */
    public boolean invalid() {
      return state == State.INVALID;
    }
  }

  /**
   * Both sides of a ratio.
   *
   * @param impossible whether both were given but cannot be right together: n above d, or d below 0
   * @param wholeBelowZero whether it is d that is below 0
   */
  public record Parts(Quantity n, Quantity d, boolean impossible, boolean wholeBelowZero) {}

  private record Column(int sign, boolean optional, @Nullable FigureColumn figures, long number) {}

  private final List<Column> numerator;
  private final List<Column> denominator;

  private final boolean proportion;

  RatioGauge(Criterion.Ratio ratio, ReportingPeriod period, Submission submission) {
    numerator = columns(ratio.numerator(), period, submission);
    denominator = columns(ratio.denominator(), period, submission);
    proportion = ratio.proportion();
  }

  private RatioGauge(List<Column> sum) {
    numerator = sum;
    denominator = List.of(new Column(1, false, null, 1));
    proportion = false;
  }

  /** A count, read as a ratio over 1. */
  static RatioGauge of(Criterion.Count count, ReportingPeriod period, Submission submission) {
    return new RatioGauge(columns(count.sum(), period, submission));
  }

  /** Whether n is a part of d; otherwise it can be any number. */
  public boolean proportion() {
    return proportion;
  }

  private static List<Column> columns(
      Expression expression, ReportingPeriod period, Submission submission) {
    return expression.terms().stream()
        .flatMap(term -> period.parts().stream().map(part -> column(term, part, submission)))
        .toList();
  }

  private static Column column(Term term, ReportingPeriod period, Submission submission) {
    return term.item()
        .map(item -> new Column(term.sign(), item.optional(), submission.column(item, period), 1))
        .orElseGet(() -> new Column(term.sign(), false, null, term.number()));
  }

  /** Both sides at a unit; n above d, or d below 0, makes both invalid. */
  public Parts parts(int unit) {
    Quantity n = sum(numerator, unit);
    Quantity d = sum(denominator, unit);
    boolean belowZero = d.known() && d.value() < 0;
    boolean impossible =
        belowZero
            || (proportion && d.known() && n.known() && n.value() > d.value())
            || (!proportion && n.known() && n.value() < 0);
    return impossible
        ? new Parts(Quantity.INVALID, Quantity.INVALID, true, belowZero)
        : new Parts(n, d, false, false);
  }

  /**
   * A sum needs all its items; an invalid one makes it invalid, an optional absent one counts 0.
   */
  private static Quantity sum(List<Column> columns, int unit) {
    long sum = 0;
    boolean absent = false;
    for (Column column : columns) {
      long value = column.number();
      if (column.figures() != null) {
        State state = column.figures().state(unit);
        if (state == State.INVALID) {
          return Quantity.INVALID;
        }
        absent |= state == State.ABSENT && !column.optional();
        value = column.figures().value(unit);
      }
      try {
        sum = Math.addExact(sum, Math.multiplyExact(column.sign(), value));
      } catch (ArithmeticException e) {
        return Quantity.INVALID; // No real sum of counts passes 2^63.
      }
    }
    return absent ? Quantity.ABSENT : new Quantity(State.VALID, sum);
  }

  /** Whether a unit gave every figure that is not optional; an invalid one counts as given. */
  public boolean givesAll(int unit) {
    return givesAll(numerator, unit) && givesAll(denominator, unit);
  }

  private static boolean givesAll(List<Column> columns, int unit) {
    for (Column column : columns) {
      if (column.figures() != null
          && !column.optional()
          && column.figures().state(unit) == State.ABSENT) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int width() {
    return 2;
  }

  @Override
  public @Nullable Reason read(int unit, long[] operands, int at) {
    return read(parts(unit), operands, at);
  }

  static @Nullable Reason read(Parts parts, long[] operands, int at) {
    if (parts.n().invalid() || parts.d().invalid()) {
      return Reason.FIGURE_INVALID;
    }
    if (parts.d().known() && parts.d().value() == 0) {
      return Reason.NO_DENOMINATOR;
    }
    if (!parts.n().known() || !parts.d().known()) {
      return Reason.FIGURE_MISSING;
    }
    operands[at] = parts.n().value();
    operands[at + 1] = parts.d().value();
    return null;
  }
}
