package vn.doichieu.gauge;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition.Truth;
import vn.doichieu.domain.Result.Reason;

/** A yes counts whatever is known of the condition; a no only once the condition is known. */
record DutyGauge(TestedGauge done, @Nullable Applies condition) implements Gauge {
  @Override
  public int width() {
    return done.width();
  }

  @Override
  public @Nullable Reason read(int unit, long[] operands, int at) {
    Reason unmet = condition == null ? null : condition.unmet(unit);
    Reason open = done.read(unit, operands, at);
    if (unmet == Reason.CONDITION_NOT_MET) {
      return unmet;
    }
    Truth truth = TestedGauge.truth(done.condition(), done.items(), done.columns(), unit);
    return truth == Truth.HOLDS
        ? null
        : open == Reason.FIGURE_INVALID ? open : unmet != null ? unmet : open;
  }
}
