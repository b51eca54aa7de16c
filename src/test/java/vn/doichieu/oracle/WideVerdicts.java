package vn.doichieu.oracle;

import java.math.BigInteger;

/** Numbers held against limits, with what is not known of them left open. */
final class WideVerdicts {

  /** Stands for a shortfall that nothing fills: no whole number meets the limits. */
  static final BigInteger NO_WAY = BigInteger.valueOf(-1);

  private WideVerdicts() {}

  /** One number, all of it known. */
  static NaiveVerdict known(WideLimits limits, BigInteger n, BigInteger d) {
    return between(limits, n, n, d, false, null);
  }

  /**
   * Some number from least to most. Decided if every one of them gives the same answer; a miss is
   * short by what the nearest of them lacks.
   *
   * @param most null if there is no end
   * @param open what it is where they do not agree
   */
  static NaiveVerdict between(
      WideLimits limits,
      BigInteger least,
      BigInteger most,
      BigInteger d,
      boolean unknown,
      NaiveVerdict open) {
    BigInteger from = limits.least(d);
    BigInteger to = limits.capped() ? limits.most(d) : null;
    boolean allReach = from == null || least.compareTo(from) >= 0;
    boolean allKeep = to == null || (most != null && most.compareTo(to) <= 0);
    NaiveVerdict verdict;
    if (allReach && allKeep) {
      boolean more = !limits.capped() && limits.above(least, d);
      verdict = more ? NaiveVerdict.exceeded() : NaiveVerdict.met();
    } else if (from != null && to != null && from.compareTo(to) > 0) {
      String side = least.compareTo(from) < 0 ? "below_threshold" : "above_threshold";
      verdict = NaiveVerdict.notMet(side, NO_WAY);
    } else if (from != null && most != null && most.compareTo(from) < 0) {
      verdict = NaiveVerdict.notMet("below_threshold", from.subtract(most));
    } else if (to != null && least.compareTo(to) > 0) {
      verdict = NaiveVerdict.notMet("above_threshold", least.subtract(to));
    } else {
      return open;
    }
    return unknown ? verdict.flag("decided_despite_missing") : verdict;
  }
}
