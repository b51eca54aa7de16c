package vn.doichieu.bench;

import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;

/**
 * A finding of the plain loop: all that a finding says, in as few bytes as it takes.
 *
 * @param unit the unit's index
 * @param flags a bit for each flag, by its ordinal
 * @param numerator {@link #NONE} where there is none; so for the others
 */
record Line(
    Row row,
    int unit,
    String period,
    Result result,
    Reason reason,
    boolean binding,
    int flags,
    long numerator,
    long denominator,
    long shortfall) {

  static final long NONE = Long.MIN_VALUE;

  /**
   * What the loop knows of a target.
   *
   * @param closesOn the epoch day; 0 for deadlines and monthly counts, which have dates of their own
   * @param flags those that the register puts onto every finding of it
   */
  record Row(
      String id, long closesOn, boolean binding, boolean membersBind, int flags, boolean review) {}

  static int bit(Flag flag) {
    return 1 << flag.ordinal();
  }

  /** Whether a finding of the program says the same. */
  boolean says(Finding finding) {
    int bits = 0;
    for (Flag flag : finding.flags()) {
      bits |= bit(flag);
    }
    return row.id.equals(finding.target().id())
        && unit == finding.unit().index()
        && period.equals(finding.period().text())
        && result == finding.result()
        && reason == finding.reason()
        && binding == finding.binding()
        && flags == bits
        && same(numerator, finding.numerator())
        && same(denominator, finding.denominator())
        && same(shortfall, finding.shortfall());
  }

  private static boolean same(long here, @org.jspecify.annotations.Nullable Long there) {
    return there == null ? here == NONE : here == there;
  }
}
