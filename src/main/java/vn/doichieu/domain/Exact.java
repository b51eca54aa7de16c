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

  /** The least whole number that is at least d * numerator / denominator. */
  static long leastAtLeast(long d, long numerator, long denominator) {
    BigInteger[] parts = divide(d, numerator, denominator);
    return parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
  }

  /** The least whole number above d * numerator / denominator. */
  static long leastAbove(long d, long numerator, long denominator) {
    return divide(d, numerator, denominator)[0].longValueExact() + 1;
  }

  private static BigInteger[] divide(long d, long numerator, long denominator) {
    return BigInteger.valueOf(d)
        .multiply(BigInteger.valueOf(numerator))
        .divideAndRemainder(BigInteger.valueOf(denominator));
  }
}
