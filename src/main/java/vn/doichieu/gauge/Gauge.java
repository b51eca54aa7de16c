package vn.doichieu.gauge;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Result.Reason;

/**
 * Reads what one unit's figures come to for one target and period.
 *
 * <p>What is not known is never filled in: {@link #read} then names the reason that is left unless
 * the rule finds that the target fails even in the best case.
 */
public interface Gauge {

  /** How many numbers the target's rule needs. */
  int width();

  /**
   * Writes the numbers for the rule.
   *
   * @param unit the unit's index
   * @param operands where to write, from {@code at}
   * @return null if the rule has all it needs; else why it has not
   */
  @Nullable Reason read(int unit, long[] operands, int at);

  /**
   * Whether the rule is asked even when something is not known, with the best that may still come:
   * one failed clause fails a member, one empty month fails the year, whatever else is missing.
   */
  default boolean judgesBestCase(int unit) {
    return false;
  }
}
