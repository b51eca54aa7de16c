package vn.doichieu.gauge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.FigureColumn;

/**
 * The points of a unit: the least and the most that they can be, given what is not known. Two
 * numbers, the least first.
 */
public record ScoreGauge(Criterion.Score score, List<Item> items, List<FigureColumn> columns)
    implements Gauge {

  @Override
  public int width() {
    return 2;
  }

  @Override
  public boolean judgesBestCase(int unit) {
    return true;
  }

  @Override
  public @Nullable Reason read(int unit, long[] operands, int at) {
    Reason open = null;
    long least = 0;
    long most = 0;
    for (Criterion.Points part : score.points()) {
      Condition.Truth truth = TestedGauge.truth(part.condition(), items, columns, unit);
      switch (truth) {
        case HOLDS -> {
          least += part.points();
          most += part.points();
        }
        case FAILS -> {}
        case ABSENT, INVALID -> {
          least += Math.min(0, part.points());
          most += Math.max(0, part.points());
          open =
              truth == Condition.Truth.INVALID || open == Reason.FIGURE_INVALID
                  ? Reason.FIGURE_INVALID
                  : Reason.FIGURE_MISSING;
        }
      }
    }
    operands[at] = least;
    operands[at + 1] = most;
    return open;
  }
}
