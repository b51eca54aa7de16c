package vn.doichieu.explanation;

import java.math.BigInteger;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.explanation.Step.Products;

/**
 * The arithmetic of bounds in whole numbers of any size. It repeats what the rules know on purpose,
 * and shares no line with them: an explanation that asked them again would prove nothing.
 */
final class Limits {

  private Limits() {}

  /** n x q against d x p, for a bound p/q. */
  static Products products(BigInteger n, BigInteger d, Bound bound) {
    return Products.of(n, denominator(bound), d, numerator(bound));
  }

  static boolean holds(Products products, Bound bound) {
    return bound.strict() ? products.sign() > 0 : products.sign() >= 0;
  }

  /** The least n for which n/d meets a bound. */
  static BigInteger leastPart(BigInteger d, Bound bound) {
    return least(d.multiply(numerator(bound)), denominator(bound), bound.strict());
  }

  /** The largest n for which n/d meets a bound as an upper limit. */
  static BigInteger mostPart(BigInteger d, Bound bound) {
    return most(d.multiply(numerator(bound)), denominator(bound), bound.strict());
  }

  /** The largest d for which n/d meets a bound above 0. */
  static BigInteger mostWhole(BigInteger n, Bound bound) {
    return most(n.multiply(denominator(bound)), numerator(bound), bound.strict());
  }

  /** now x q against base x (q + p), for a growth of p/q. */
  static Products growth(BigInteger now, BigInteger base, Bound rate) {
    return Products.of(now, denominator(rate), base, grown(rate));
  }

  /**
   * The least value of now that has grown by a rate.
   *
   * @param base the sum of the baseline
   * @param years how many years it is the average of
   */
  static BigInteger leastNow(BigInteger base, BigInteger years, Bound rate) {
    return least(base.multiply(grown(rate)), denominator(rate).multiply(years), false);
  }

  /** The largest value of now that has grown by no more than a rate. */
  static BigInteger mostNow(BigInteger base, BigInteger years, Bound rate) {
    return most(base.multiply(grown(rate)), denominator(rate).multiply(years), false);
  }

  private static BigInteger grown(Bound rate) {
    return denominator(rate).add(numerator(rate));
  }

  /** The largest base from which now has grown by a rate. */
  static BigInteger mostBase(BigInteger now, Bound rate) {
    return most(now.multiply(denominator(rate)), grown(rate), false);
  }

  /**
   * The largest value of now that is less than a baseline by a bound.
   *
   * @param whole what the bound is of: the baseline, or for a plain number the years
   */
  static BigInteger mostLeft(BigInteger base, BigInteger whole, BigInteger years, Bound bound) {
    return most(left(base, whole, bound), denominator(bound).multiply(years), bound.strict());
  }

  /** The least value of now that is less than a baseline by no more than a bound. */
  static BigInteger leastLeft(BigInteger base, BigInteger whole, BigInteger years, Bound bound) {
    return least(left(base, whole, bound), denominator(bound).multiply(years), false);
  }

  private static BigInteger left(BigInteger base, BigInteger whole, Bound bound) {
    return base.multiply(denominator(bound)).subtract(whole.multiply(numerator(bound)));
  }

  /** The least x with x times divisor at least (or above) a product. */
  private static BigInteger least(BigInteger product, BigInteger divisor, boolean strict) {
    BigInteger[] parts = floor(product, divisor);
    return strict || parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
  }

  /** The largest x with x times divisor at most (or below) a product. */
  private static BigInteger most(BigInteger product, BigInteger divisor, boolean strict) {
    BigInteger[] parts = floor(product, divisor);
    return strict && parts[1].signum() == 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** The quotient rounded down, and what is left. */
  private static BigInteger[] floor(BigInteger product, BigInteger divisor) {
    BigInteger left = product.mod(divisor);
    return new BigInteger[] {product.subtract(left).divide(divisor), left};
  }

  private static BigInteger numerator(Bound bound) {
    return BigInteger.valueOf(bound.numerator());
  }

  private static BigInteger denominator(Bound bound) {
    return BigInteger.valueOf(bound.denominator());
  }

  /** Whether a number is larger, either way, than any that a real body has: it needs 64 bits. */
  static boolean tooLarge(BigInteger number) {
    return number.bitLength() >= Long.SIZE;
  }
}
