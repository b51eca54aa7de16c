package vn.doichieu.domain;

/**
 * A published percentage, exactly as it was printed: 99,96% is 9996 in hundredths. How many
 * decimals were printed says how closely it can be held against its figures, so 38% and 38,0% are
 * two different rates.
 *
 * @param digits the percentage without its decimal mark; at least 0
 * @param decimals how many of the digits stand behind the mark
 */
public record Rate(long digits, int decimals) {

  /** As many decimals as a rate may have, and the most digits. */
  public static final int MOST_DECIMALS = 9;

  public static final int MOST_DIGITS = 15;

  /** Decimals take the lowest four bits of a packed rate. */
  private static final int DECIMAL_BITS = 4;

  public Rate {
    if (digits < 0 || decimals < 0 || decimals > MOST_DECIMALS || digits >= limit()) {
      throw new IllegalArgumentException(digits + " " + decimals);
    }
  }

  private static long limit() {
    long limit = 1;
    for (int i = 0; i < MOST_DIGITS; i++) {
      limit *= 10;
    }
    return limit;
  }

  /** The rate as one number, in which a figure's column keeps it; equal only for equal rates. */
  public long packed() {
    return digits << DECIMAL_BITS | decimals;
  }

  /** The rate that {@link #packed} made a number of. */
  public static Rate unpacked(long packed) {
    return new Rate(packed >> DECIMAL_BITS, (int) (packed & ((1 << DECIMAL_BITS) - 1)));
  }

  /** The percentage with a decimal mark and all its decimals, without the sign: "99,96". */
  public String text(char mark) {
    StringBuilder text = new StringBuilder(Long.toString(digits));
    while (text.length() <= decimals) {
      text.insert(0, '0');
    }
    return decimals == 0 ? text.toString() : text.insert(text.length() - decimals, mark).toString();
  }

  /**
   * How many whole units of its last printed decimal a rate lies away from n/d: 0 for one that is
   * rightly rounded or cut off. Computed in whole numbers of any size; at most 2^63 - 1.
   *
   * @param d above 0
   */
  public long unitsFrom(long n, long d) {
    return Exact.unitsBetween(digits, decimals, n, d);
  }
}
