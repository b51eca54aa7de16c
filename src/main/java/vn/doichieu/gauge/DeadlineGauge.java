package vn.doichieu.gauge;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.NumberedCondition;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.FigureColumn;

/**
 * The day something was done; one that lies after the as-of date has not happened yet.
 *
 * @param due the first day that is too late, as an epoch day
 * @param absent what it is for nothing to have been given by then
 * @param asOf the day as of which is judged, as an epoch day
 */
public record DeadlineGauge(FigureColumn column, long due, Reason absent, long asOf)
    implements Gauge {
  @Override
  public int width() {
    return 1;
  }

  @Override
  public @Nullable Reason read(int unit, long[] numbers, int at) {
    long day = column.number(unit);
    if (day == NumberedCondition.INVALID) {
      return Reason.FIGURE_INVALID;
    }
    if (day == NumberedCondition.ABSENT || day > asOf) {
      return asOf > due ? absent : Reason.BEFORE_DUE;
    }
    numbers[at] = day;
    return null;
  }
}
