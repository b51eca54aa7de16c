package vn.doichieu.oracle;

import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;

/** What one target says of one unit and period, before closing, waivers and on_miss. */
record NaiveVerdict(
    String result,
    String reason,
    BigInteger numerator,
    BigInteger denominator,
    BigInteger shortfall,
    Set<String> flags) {

  static NaiveVerdict of(String result, String reason) {
    return new NaiveVerdict(result, reason, null, null, null, Set.of());
  }

  /** Contract 4: shortfall is 0 when met. */
  static NaiveVerdict met() {
    return of("met", "met").shortBy(BigInteger.ZERO);
  }

  static NaiveVerdict exceeded() {
    return of("met", "exceeded").shortBy(BigInteger.ZERO).flag("exceeded");
  }

  static NaiveVerdict notMet(String reason, BigInteger shortfall) {
    return of("not_met", reason).shortBy(shortfall);
  }

  static NaiveVerdict missing() {
    return of("missing", "figure_missing");
  }

  static NaiveVerdict invalid() {
    return of("invalid", "figure_invalid");
  }

  static NaiveVerdict notApplicable(String reason) {
    return of("not_applicable", reason);
  }

  static NaiveVerdict inProgress() {
    return of("in_progress", "before_due");
  }

  NaiveVerdict is(String newResult, String newReason) {
    return new NaiveVerdict(newResult, newReason, numerator, denominator, shortfall, flags);
  }

  NaiveVerdict shortBy(BigInteger k) {
    return new NaiveVerdict(result, reason, numerator, denominator, k, flags);
  }

  NaiveVerdict over(BigInteger n, BigInteger d) {
    return new NaiveVerdict(result, reason, n, d, shortfall, flags);
  }

  NaiveVerdict flag(String flag) {
    Set<String> more = new TreeSet<>(flags);
    more.add(flag);
    return new NaiveVerdict(result, reason, numerator, denominator, shortfall, more);
  }
}
