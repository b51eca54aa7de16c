package vn.doichieu.domain;

import java.math.BigInteger;

/** Whole-number comparisons that neither round nor overflow. */
final class Exact {

  private Exact() {}

  /** Compares a*b with c*d in 128 bits. */
  static int compareProducts(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
  }

  /**
   * The least k for which n + k is at least (or, strictly, above) d * numerator / denominator. At
   * most 2^63 - 1: only figures that no real body has ask for more.
   */
  static long shortfall(long n, long d, long numerator, long denominator, boolean strict) {
    if (isSmall(n) && isSmall(d) && isSmall(numerator)) { // So that nothing below overflows.
      long product = d * numerator;
      long rest = product % denominator;
      boolean oneMore = rest > 0 || (strict && rest == 0);
      return product / denominator + (oneMore ? 1 : 0) - n;
    }
    BigInteger[] parts =
        BigInteger.valueOf(d)
            .multiply(BigInteger.valueOf(numerator))
            .divideAndRemainder(BigInteger.valueOf(denominator));
    boolean oneMore = parts[1].signum() > 0 || (strict && parts[1].signum() == 0);
    return parts[0]
        .add(oneMore ? BigInteger.ONE : BigInteger.ZERO)
        .subtract(BigInteger.valueOf(n))
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }

  private static boolean isSmall(long number) {
    return number == (int) number;
  }

  /**
   * The least k for which n - k is at most (or, strictly, below) d * numerator / denominator; 0 or
   * less when n is.
   */
  static long excess(long n, long d, long numerator, long denominator, boolean strict) {
    BigInteger product = BigInteger.valueOf(d).multiply(BigInteger.valueOf(numerator));
    BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(denominator));
    BigInteger most = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    boolean oneLess = strict && parts[1].signum() == 0;
    return BigInteger.valueOf(n)
        .subtract(oneLess ? most.subtract(BigInteger.ONE) : most)
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .max(BigInteger.valueOf(Long.MIN_VALUE))
        .longValueExact();
  }

  /**
   * How many whole units lie between a percentage given in units of 10^-decimals and 100 n/d: the
   * fraction of a unit is dropped. At most 2^63 - 1.
   */
  static long unitsBetween(long units, int decimals, long n, long d) {
    BigInteger exact = BigInteger.valueOf(n).multiply(BigInteger.TEN.pow(decimals + 2));
    return BigInteger.valueOf(units)
        .multiply(BigInteger.valueOf(d))
        .subtract(exact)
        .abs()
        .divide(BigInteger.valueOf(d))
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }
}
