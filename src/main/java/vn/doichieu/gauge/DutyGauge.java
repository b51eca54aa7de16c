package vn.doichieu.gauge;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.FigureColumn;

/** A yes counts whatever is known of the condition; a no only once the condition is known. */
record DutyGauge(FigureColumn column, Clause done, @Nullable Condition condition) implements Gauge {
  @Override
  public int width() {
    return 1;
  }

  @Override
  public @Nullable Reason read(int unit, long[] operands, int at) {
    Reason unmet = condition == null ? null : condition.unmet(unit);
    State state = column.state(unit);
    operands[at] = column.value(unit);
    if (unmet == Reason.CONDITION_NOT_MET) {
      return unmet;
    }
    if (state == State.VALID && done.holds(column.value(unit))) {
      return null;
    }
    if (state == State.INVALID) {
      return Reason.FIGURE_INVALID;
    }
    if (unmet != null) {
      return unmet;
    }
    return state == State.ABSENT ? Reason.FIGURE_MISSING : null;
  }
}
