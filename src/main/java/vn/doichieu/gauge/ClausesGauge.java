package vn.doichieu.gauge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.rules.Measurement;
import vn.doichieu.submission.FigureColumn;

/** A member's clauses: one that fails decides, whatever is not known of the others. */
record ClausesGauge(List<Clause> clauses, List<FigureColumn> columns) implements Gauge {
  @Override
  public int width() {
    return Math.max(2, columns.size()); // The area's line needs n and d in the same place.
  }

  @Override
  public boolean judgesBestCase(int unit) {
    return true;
  }

  @Override
  public @Nullable Reason read(int unit, long[] operands, int at) {
    boolean invalid = false;
    boolean absent = false;
    for (int i = 0; i < columns.size(); i++) {
      State state = columns.get(i).state(unit);
      invalid |= state == State.INVALID;
      absent |= state == State.ABSENT;
      operands[at + i] = state == State.VALID ? columns.get(i).value(unit) : Measurement.UNKNOWN;
    }
    return invalid ? Reason.FIGURE_INVALID : absent ? Reason.FIGURE_MISSING : null;
  }
}
