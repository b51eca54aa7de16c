package vn.doichieu.gauge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.NumberedCondition;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.FigureColumn;

/**
 * The figures of a condition, one number each: what is known may decide, whatever is not known of
 * the others.
 */
record TestedGauge(NumberedCondition condition, List<FigureColumn> columns) implements Gauge {

  @Override
  public int width() {
    return columns.size();
  }

  @Override
  public boolean judgesBestCase() {
    return true;
  }

  @Override
  public @Nullable Reason read(int unit, long[] numbers, int at) {
    return switch (truth(unit, numbers, at)) {
      case HOLDS, FAILS -> null;
      case ABSENT -> Reason.FIGURE_MISSING;
      case INVALID -> Reason.FIGURE_INVALID;
    };
  }

  /** What the condition comes to at a unit; writes its figures. */
  Condition.Truth truth(int unit, long[] numbers, int at) {
    write(columns, unit, numbers, at);
    return condition.truth(numbers, at);
  }

  static void write(List<FigureColumn> columns, int unit, long[] numbers, int at) {
    for (int i = 0; i < columns.size(); i++) {
      numbers[at + i] = columns.get(i).number(unit);
    }
  }
}
