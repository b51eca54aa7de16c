package vn.doichieu.gauge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.rulebase.Measurement;
import vn.doichieu.submission.FigureColumn;

/**
 * The figures of a condition, one number each: what is known may decide, whatever is not known of
 * the others.
 */
record TestedGauge(Condition condition, List<Item> items, List<FigureColumn> columns)
    implements Gauge {

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
    for (int i = 0; i < columns.size(); i++) {
      FigureColumn column = columns.get(i);
      operands[at + i] =
          column.state(unit) == State.VALID ? column.value(unit) : Measurement.UNKNOWN;
    }
    return open(condition, items, columns, unit);
  }

  /** Why a condition cannot be said to hold or to fail; null if it can. */
  static @Nullable Reason open(
      Condition condition, List<Item> items, List<FigureColumn> columns, int unit) {
    return switch (truth(condition, items, columns, unit)) {
      case HOLDS, FAILS -> null;
      case ABSENT -> Reason.FIGURE_MISSING;
      case INVALID -> Reason.FIGURE_INVALID;
    };
  }

  /** What a condition comes to at a unit. */
  static Condition.Truth truth(
      Condition condition, List<Item> items, List<FigureColumn> columns, int unit) {
    return condition.truth(
        item -> {
          FigureColumn column = columns.get(items.indexOf(item));
          State state = column.state(unit);
          return new Condition.Known(state, state == Figure.State.VALID ? column.value(unit) : 0);
        });
  }
}
