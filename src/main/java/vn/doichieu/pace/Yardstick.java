package vn.doichieu.pace;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Range;

/**
 * What a finding's number is measured by at the end of its period.
 *
 * @param reported the items of which at least one figure has to be there
 * @param ofWhole whether the number is a part of the finding's denominator
 * @param per what the number is shown in, as in {@link Range#per}
 * @param floor the lower limit; null if there is none
 * @param ceiling the upper limit that must not be passed; null if there is none
 * @param level whether the limits hold throughout the period, whatever part of it is gone
 */
record Yardstick(
    List<Item> reported,
    boolean ofWhole,
    long per,
    @Nullable Bound floor,
    @Nullable Bound ceiling,
    boolean level) {

  /**
   * The yardstick of a finding; empty where pace means nothing.
   *
   * @throws ArithmeticException if its limits go beyond a long
   */
  static Optional<Yardstick> of(Finding finding) {
    Criterion criterion = finding.target().criterion();
    if (criterion instanceof Criterion.Ratio ratio) {
      boolean level = !isFixed(ratio.denominator());
      return Optional.of(of(ratio.numerator().items(), true, ratio.range(), level));
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return finding.denominator() == null // A member's line, which has no share of its own.
          ? Optional.empty()
          : Optional.of(of(share.condition().items(), true, share.range(), false));
    } else if (criterion instanceof Criterion.Count count) {
      return count.sum().items().stream().allMatch(Yardstick::isAdded)
          ? Optional.of(of(count.sum().items(), false, count.range(), false))
          : Optional.empty();
    } else if (criterion instanceof Criterion.Change change) {
      return ofChange(change, finding.denominator());
    }
    return Optional.empty();
  }

  private static Yardstick of(List<Item> items, boolean ofWhole, Range range, boolean level) {
    Bound ceiling = range.capped() ? range.ceiling() : null;
    return new Yardstick(items, ofWhole, range.per(), range.floor(), ceiling, level);
  }

  /**
   * The figure that a growth asks for is a number. A finding without a baseline lacks one of its
   * figures, so that nothing is reported.
   */
  private static Optional<Yardstick> ofChange(Criterion.Change change, @Nullable Long base) {
    if (change.years() > 1 || !isAdded(change.item())) {
      return Optional.empty();
    }
    Bound high = change.high();
    Bound floor = base == null || !asksGrowth(change) ? null : grown(base, change.low());
    Bound ceiling = base == null || high == null || !change.capped() ? null : grown(base, high);
    return Optional.of(new Yardstick(List.of(change.item()), false, 0, floor, ceiling, false));
  }

  /** Down to nothing at all is no floor. */
  private static boolean asksGrowth(Criterion.Change change) {
    return change.low().numerator() > -change.low().denominator();
  }

  private static Bound grown(long base, Bound rate) {
    long growth = Math.addExact(rate.denominator(), rate.numerator());
    return reduced(
        rate.strict(),
        BigInteger.valueOf(base).multiply(BigInteger.valueOf(growth)),
        BigInteger.valueOf(rate.denominator()));
  }

  /** Whether it is what there is, all period long, and not what came up in it so far. */
  private static boolean isFixed(Expression whole) {
    return whole.items().stream().allMatch(item -> item.sense() == Item.Sense.TOTAL);
  }

  /** Whether a figure grows as the period goes on. */
  private static boolean isAdded(Item item) {
    return item.sense() != Item.Sense.TOTAL && item.sense() != Item.Sense.PENDING;
  }

  /** The part of a limit that falls to so many days of so many. */
  static @Nullable Bound part(@Nullable Bound limit, long elapsed, long days) {
    return limit == null
        ? null
        : reduced(
            limit.strict(),
            BigInteger.valueOf(limit.numerator()).multiply(BigInteger.valueOf(elapsed)),
            BigInteger.valueOf(limit.denominator()).multiply(BigInteger.valueOf(days)));
  }

  private static Bound reduced(boolean strict, BigInteger numerator, BigInteger denominator) {
    BigInteger common = numerator.gcd(denominator);
    return new Bound(
        strict,
        numerator.divide(common).longValueExact(),
        denominator.divide(common).longValueExact());
  }
}
