package vn.doichieu.explanation;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Range;

/**
 * What is added up at a unit, and held against what: a ratio, a rate, or a number by itself.
 *
 * @param whole what is divided by; null for a number by itself
 * @param proportion whether the part cannot be more than its whole
 */
record Quotient(Expression part, @Nullable Expression whole, Range range, boolean proportion) {

  static Quotient of(Criterion.Ratio ratio) {
    return new Quotient(ratio.numerator(), ratio.denominator(), ratio.range(), ratio.proportion());
  }

  static Quotient of(Criterion.Count count) {
    return new Quotient(count.sum(), null, count.range(), false);
  }

  /** Whether it is a number by itself. */
  boolean counted() {
    return whole == null;
  }

  /** What the number added up is called. */
  Margin.Of of() {
    return counted() ? Margin.Of.COUNT : Margin.Of.PART;
  }
}
