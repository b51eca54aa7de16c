package vn.doichieu.gauge;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition.Truth;
import vn.doichieu.domain.Result.Reason;

/** A yes counts whatever is known of the condition; a no only once the condition is known. */
record DutyGauge(TestedGauge done, @Nullable Applies condition) implements Gauge {
  @Override
  public int width() {
    return done.width() + (condition == null ? 0 : condition.width());
  }

  @Override
  public @Nullable Reason read(int unit, long[] numbers, int at) {
    Reason unmet = condition == null ? null : condition.unmet(unit, numbers, at + done.width());
    Truth truth = done.truth(unit, numbers, at);
    if (unmet == Reason.CONDITION_NOT_MET) {
      return unmet;
    }
    return switch (truth) {
      case HOLDS -> null;
      case INVALID -> Reason.FIGURE_INVALID;
      case FAILS -> unmet;
      case ABSENT -> unmet != null ? unmet : Reason.FIGURE_MISSING;
    };
  }
}
