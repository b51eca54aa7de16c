package vn.doichieu.explanation;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Range;

/**
 * The whole numbers n for which n/d meets a range, for one d.
 *
 * @param least the least of them; null if there is no lower limit
 * @param most the largest of them; null if there is no upper limit
 * @param enough the largest that does not exceed what is asked; null if nothing does
 */
record Reach(@Nullable BigInteger least, @Nullable BigInteger most, @Nullable BigInteger enough) {

  static Reach of(Range range, BigInteger d) {
    BigInteger whole = whole(range, d);
    BigInteger least = range.floor() == null ? null : Limits.leastPart(whole, range.floor());
    BigInteger top = range.ceiling() == null ? null : Limits.mostPart(whole, range.ceiling());
    return new Reach(least, range.capped() ? top : null, range.capped() ? null : top);
  }

  /** What limits are multiplied by: plain numbers are of nothing. */
  static BigInteger whole(Range range, BigInteger d) {
    return range.absolute() ? BigInteger.ONE : d;
  }

  boolean isBelow(BigInteger n) {
    return least != null && n.compareTo(least) < 0;
  }

  boolean isAbove(BigInteger n) {
    return most != null && n.compareTo(most) > 0;
  }

  boolean exceeds(BigInteger n) {
    return enough != null && n.compareTo(enough) > 0 && !isBelow(n);
  }

  /** Whether all numbers from one to another meet it; without an end if {@code to} is null. */
  boolean holdsAll(BigInteger from, @Nullable BigInteger to) {
    return !isBelow(from) && (to == null ? most == null : !isAbove(to));
  }

  /** Whether any number from one to another meets it. */
  boolean holdsAny(BigInteger from, @Nullable BigInteger to) {
    BigInteger first = nearest(from);
    return !isAbove(first) && (to == null || first.compareTo(to) <= 0);
  }

  /** Of the numbers from one to another, none of which meets it, the one that comes nearest. */
  BigInteger nearest(BigInteger from, @Nullable BigInteger to) {
    BigInteger first = nearest(from);
    return to == null ? first : first.min(to);
  }

  private BigInteger nearest(BigInteger from) {
    return least == null ? from : from.max(least);
  }

  /** How far a number is from the limit that it misses. */
  BigInteger distance(BigInteger n) {
    if (least != null && isBelow(n)) {
      return least.subtract(n);
    }
    return most != null && isAbove(n) ? n.subtract(most) : BigInteger.ZERO;
  }
}
