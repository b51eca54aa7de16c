package vn.doichieu.gauge;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.NumberedCondition;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.FigureColumn;

/**
 * The points of a unit: the least and the most that they can be, given what is not known. Three
 * numbers: the least, the most, and what is known.
 */
record ScoreGauge(List<Part> parts, List<FigureColumn> columns) implements Gauge {

  private static final int RESULTS = 3;

  /** What a condition counts for. */
  record Part(long points, NumberedCondition condition) {}

  static ScoreGauge of(Criterion.Score score, Function<Item, FigureColumn> columns) {
    List<Item> items =
        score.points().stream().flatMap(p -> p.condition().items().stream()).distinct().toList();
    return new ScoreGauge(
        score.points().stream()
            .map(p -> new Part(p.points(), NumberedCondition.of(p.condition(), items)))
            .toList(),
        items.stream().map(columns).toList());
  }

  @Override
  public int width() {
    return RESULTS + columns.size();
  }

  @Override
  public boolean judgesBestCase() {
    return true;
  }

  @Override
  public @Nullable Reason read(int unit, long[] numbers, int at) {
    Reason open = null;
    long least = 0;
    long most = 0;
    long known = 0;
    TestedGauge.write(columns, unit, numbers, at + RESULTS);
    for (Part part : parts) {
      Condition.Truth truth = part.condition().truth(numbers, at + RESULTS);
      switch (truth) {
        case HOLDS -> {
          least += part.points();
          known += part.points();
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
    numbers[at] = least;
    numbers[at + 1] = most;
    numbers[at + 2] = known;
    return open;
  }
}
