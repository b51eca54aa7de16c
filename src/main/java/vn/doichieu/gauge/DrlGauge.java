package vn.doichieu.gauge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;
import vn.doichieu.submission.FigureColumn;

/**
 * What the DRL rule of a target said: 1 where it holds. It counts only where every figure that it
 * needs is there.
 *
 * @param needed the figures that have to be there
 * @param optional those that count 0 when absent
 */
record DrlGauge(
    Target target,
    ReportingPeriod period,
    List<FigureColumn> needed,
    List<FigureColumn> optional,
    DrlTargets.Held held)
    implements Gauge {

  @Override
  public int width() {
    return 1;
  }

  @Override
  public @Nullable Reason read(int unit, long[] numbers, int at) {
    if (isAny(State.INVALID, needed, unit) || isAny(State.INVALID, optional, unit)) {
      return Reason.FIGURE_INVALID;
    } else if (isAny(State.ABSENT, needed, unit)) {
      return Reason.FIGURE_MISSING;
    }
    numbers[at] = held.holds(target, unit, period) ? 1 : 0;
    return null;
  }

  private static boolean isAny(State state, List<FigureColumn> columns, int unit) {
    for (FigureColumn column : columns) {
      if (column.state(unit) == state) {
        return true;
      }
    }
    return false;
  }
}
