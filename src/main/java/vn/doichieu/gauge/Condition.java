package vn.doichieu.gauge;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.FigureColumn;

/** The clause that must hold for a target to apply, at one unit. */
record Condition(Clause clause, FigureColumn column) {

  /** Null if it holds; else why the target is not judged. */
  @Nullable Reason unmet(int unit) {
    return switch (column.state(unit)) {
      case ABSENT -> Reason.CONDITION_UNKNOWN;
      case INVALID -> Reason.FIGURE_INVALID;
      case VALID -> clause.holds(column.value(unit)) ? null : Reason.CONDITION_NOT_MET;
    };
  }
}
