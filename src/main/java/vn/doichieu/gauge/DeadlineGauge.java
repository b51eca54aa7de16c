package vn.doichieu.gauge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.FigureColumn;

/** The day something was done; one that lies after the as-of date has not happened yet. */
public record DeadlineGauge(FigureColumn column, LocalDate due, Reason absent, LocalDate asOf)
    implements Gauge {
  @Override
  public int width() {
    return 1;
  }

  @Override
  public @Nullable Reason read(int unit, long[] operands, int at) {
    State state = column.state(unit);
    if (state == State.INVALID) {
      return Reason.FIGURE_INVALID;
    }
    if (state == State.ABSENT || column.value(unit) > asOf.toEpochDay()) {
      return asOf.isAfter(due) ? absent : Reason.BEFORE_DUE;
    }
    operands[at] = column.value(unit);
    return null;
  }
}
