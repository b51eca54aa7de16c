package vn.doichieu.domain;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion.Bound;

/**
 * What n/d, or a number by itself, has to be: at least a floor, at most a ceiling, or both.
 *
 * @param floor the lower limit; null if there is none
 * @param ceiling the upper limit; null if there is none
 * @param capped whether what is above the ceiling fails; otherwise it is met and exceeded
 * @param per what the limits are counted in: 100 for per cent, 1,000 for a rate per 1,000, 10 for
 *     "10/10"; 0 for plain numbers, which no whole matters to
 */
public record Range(@Nullable Bound floor, @Nullable Bound ceiling, boolean capped, long per) {

  /** What per cent are counted in. */
  public static final long PER_CENT = 100;

  public Range {
    if (floor == null && ceiling == null) {
      throw new IllegalArgumentException("neither a floor nor a ceiling");
    }
    if (ceiling != null && !capped && floor == null) {
      throw new IllegalArgumentException("nothing fails");
    }
  }

  /** At least so many per cent. */
  public static Range atLeast(Bound floor) {
    return new Range(floor, null, false, PER_CENT);
  }

  /** Whether its limits are plain numbers, compared with n alone. */
  public boolean absolute() {
    return per == 0;
  }

  /** Whether n/d meets it, for d above 0. */
  public boolean holds(long n, long d) {
    return !isBelow(n, d) && !(capped && isAbove(n, d));
  }

  /** Whether n/d is below the floor. */
  public boolean isBelow(long n, long d) {
    return floor != null && !floor.holds(n, absolute() ? 1 : d);
  }

  /** Whether n/d is above the ceiling. */
  public boolean isAbove(long n, long d) {
    return ceiling != null && ceiling.isExceededBy(n, absolute() ? 1 : d);
  }

  /** Whether n/d is met with more than was asked. */
  public boolean exceeded(long n, long d) {
    return !capped && !isBelow(n, d) && isAbove(n, d);
  }

  /**
   * The least k to add to n, or above the ceiling to take from it, for it to hold; 0 if it does.
   */
  public long shortfall(long n, long d) {
    long whole = absolute() ? 1 : d;
    if (floor != null && isBelow(n, d)) {
      return floor.shortfall(n, whole);
    }
    return capped && ceiling != null ? Math.max(0, ceiling.excess(n, whole)) : 0;
  }

  /**
   * The n between two numbers that comes nearest to meeting it: one that meets it, if any does.
   *
   * @param least the least that n can be
   * @param most the most that n can be
   */
  public long best(long least, long most, long d) {
    if (isBelow(least, d)) {
      long lacking = shortfall(least, d);
      return lacking >= most - least ? most : least + lacking;
    }
    return least;
  }

  /**
   * The n between two numbers that comes nearest to missing it: one that misses it, if any does.
   */
  public long worst(long least, long most, long d) {
    return holds(least, d) ? most : least;
  }

  /** Whether it asks for all of them. */
  public boolean all() {
    return !absolute() && floor != null && floor.all();
  }
}
