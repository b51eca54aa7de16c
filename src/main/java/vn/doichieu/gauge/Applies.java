package vn.doichieu.gauge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.FigureColumn;

/** What must hold for a target to apply, at one unit. */
record Applies(Condition condition, List<Item> items, List<FigureColumn> columns) {

  /** Null if it holds; else why the target is not judged. */
  @Nullable Reason unmet(int unit) {
    return switch (TestedGauge.truth(condition, items, columns, unit)) {
      case HOLDS -> null;
      case FAILS -> Reason.CONDITION_NOT_MET;
      case ABSENT -> Reason.CONDITION_UNKNOWN;
      case INVALID -> Reason.FIGURE_INVALID;
    };
  }
}
