package vn.doichieu.gauge;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Result.Reason;

/** What must hold for a target to apply, at one unit. */
public record Applies(TestedGauge condition) {

  /** How many numbers {@link #unmet} writes. */
  public int width() {
    return condition.width();
  }

  /**
   * Null if it holds; else why the target is not judged.
   *
   * @param unit the unit's index
   * @param numbers where to write its figures, from {@code at}
   */
  public @Nullable Reason unmet(int unit, long[] numbers, int at) {
    return switch (condition.truth(unit, numbers, at)) {
      case HOLDS -> null;
      case FAILS -> Reason.CONDITION_NOT_MET;
      case ABSENT -> Reason.CONDITION_UNKNOWN;
      case INVALID -> Reason.FIGURE_INVALID;
    };
  }
}
