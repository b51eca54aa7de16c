package vn.doichieu.gauge;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Result.Reason;

/**
 * Reads what one unit's figures come to for one target and period.
 *
 * <p>What is not known is never filled in: {@link #read} then names the reason that is left unless
 * the rule finds that the target fails even in the best case. A gauge keeps nothing of what it
 * reads, so threads may share it.
 */
public interface Gauge {

  /** How many numbers {@link #read} writes: those of the target's rule, then its own. */
  int width();

  /**
   * Writes the numbers for the rule.
   *
   * @param unit the unit's index
   * @param numbers where to write, from {@code at}
   * @return null if the rule has all it needs; else why it has not
   */
  @Nullable Reason read(int unit, long[] numbers, int at);

  /**
   * Whether the rule is asked even when something is not known, with the best that may still come:
   * one failed clause fails a member, one empty month fails the year, whatever else is missing.
   */
  default boolean judgesBestCase() {
    return false;
  }
}
