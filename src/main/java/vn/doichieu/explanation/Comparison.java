package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.explanation.Margin.Of;
import vn.doichieu.explanation.Step.Case;
import vn.doichieu.explanation.Step.Products;

/**
 * A number, or all that it can still be, held against a range: the steps, what they come to, and
 * what would change it.
 */
final class Comparison {

  private final Of of;
  private final Range range;
  private final BigInteger d;
  private final BigInteger from;
  private final @Nullable BigInteger to;
  private final Reach reach;

  /**
   * A comparison of n/d.
   *
   * @param of what n is
   * @param d above 0; of no matter where plain numbers are asked
   * @param from the least that n can be
   * @param to the most that n can be; null if there is no limit to it
   */
  Comparison(Of of, Range range, BigInteger d, BigInteger from, @Nullable BigInteger to) {
    this.of = of;
    this.range = range;
    this.d = Reach.whole(range, d);
    this.from = from;
    this.to = to;
    reach = Reach.of(range, d);
  }

  /** Whether there is only a floor, which n is multiplied for. */
  static @Nullable Bound onlyFloor(Range range) {
    return range.ceiling() == null && !range.absolute() ? range.floor() : null;
  }

  private boolean certain() {
    return from.equals(to);
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Bound floor = onlyFloor(range);
    if (floor == null) {
      steps.add(held(certain() ? Case.PLAIN : Case.LOWEST, from));
      if (to != null && !certain()) {
        steps.add(held(Case.HIGHEST, to));
      }
      return steps;
    }
    Step.Compared worst = compared(certain() ? Case.PLAIN : Case.WORST, from, floor);
    steps.add(worst);
    if (!worst.holds() && to != null && !certain()) {
      steps.add(compared(Case.BEST, to, floor));
    }
    return steps;
  }

  private Step.Compared compared(Case as, BigInteger n, Bound bound) {
    Products products = Limits.products(n, d, bound);
    return new Step.Compared(as, n, d, bound, products, Limits.holds(products, bound));
  }

  private Step.Held held(Case as, BigInteger n) {
    Bound floor = range.floor();
    Bound ceiling = range.ceiling();
    return new Step.Held(
        as,
        n,
        d,
        range,
        floor == null ? null : Limits.products(n, d, floor),
        ceiling == null ? null : Limits.products(n, d, ceiling),
        reach.isBelow(n),
        reach.isAbove(n) || reach.exceeds(n));
  }

  /** What it comes to; null if that hangs on what n turns out to be. */
  @Nullable Reason reason() {
    if (reach.holdsAll(from, to)) {
      return reach.exceeds(from) ? Reason.EXCEEDED : Reason.MET;
    } else if (reach.holdsAny(from, to)) {
      return null;
    }
    return reach.isBelow(reach.nearest(from, to)) ? Reason.BELOW_THRESHOLD : Reason.ABOVE_THRESHOLD;
  }

  /** How much it lacks, or is too much; null if that hangs on what n turns out to be. */
  @Nullable BigInteger shortfall() {
    if (reach.holdsAll(from, to)) {
      return BigInteger.ZERO;
    }
    return reach.holdsAny(from, to) ? null : reach.distance(reach.nearest(from, to));
  }

  Margin margin() {
    Bound floor = onlyFloor(range);
    BigInteger least = reach.least();
    if (floor == null || least == null) {
      return least != null && reach.most() == null && certain() ? number(least) : allowed();
    } else if (reach.holdsAll(from, to)) {
      return new Margin.Spare(
          of, from.subtract(least), from, least, Limits.products(least, d, floor));
    } else if (to == null) {
      return allowed();
    } else if (reach.holdsAny(from, to)) {
      return new Margin.HangsOn(of, least.subtract(from), to.subtract(from));
    }
    return new Margin.Lacking(
        of,
        least.subtract(to),
        to,
        Limits.products(least, d, floor),
        Limits.products(least.subtract(BigInteger.ONE), d, floor));
  }

  /** A whole number against the least that is asked. */
  private Margin number(BigInteger least) {
    return reach.isBelow(from)
        ? new Margin.Apart(of, least.subtract(from), least, false)
        : new Margin.Within(of, from.subtract(least), least, false);
  }

  private Margin allowed() {
    return new Margin.Allowed(of, reach.least(), reach.most(), false);
  }
}
