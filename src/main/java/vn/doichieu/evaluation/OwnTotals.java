package vn.doichieu.evaluation;

import java.util.List;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.FigureColumn;
import vn.doichieu.submission.Submission;

/**
 * Holds the area's own figures of a ratio against its members', item by item over the required
 * inputs (contract 4.2, "ratio at the area").
 */
enum OwnTotals {
  /** They agree, or the members' are too few to say. */
  AGREE,
  /** Every member gave every figure and some sum is smaller: the area may have cases of its own. */
  ABOVE_MEMBERS,
  /** For some item the members have more than the area says there is. */
  BELOW_MEMBERS;

  static OwnTotals compare(
      Target target, ReportingPeriod period, List<ReportingUnit> members, Submission submission) {
    boolean complete = true;
    boolean differ = false;
    for (Input input : required(target, period)) {
      FigureColumn column = submission.column(input.item(), input.period());
      long own = column.value(submission.units().area().index());
      long left = own;
      for (ReportingUnit member : members) {
        State state = column.state(member.index());
        complete &= state == State.VALID;
        left -= column.value(member.index()); // 0 unless valid
        if (left < 0) {
          return BELOW_MEMBERS;
        }
      }
      differ |= left != 0;
    }
    return complete && differ ? ABOVE_MEMBERS : AGREE;
  }

  private static List<Input> required(Target target, ReportingPeriod period) {
    return target.criterion().inputs(period).stream()
        .filter(input -> !input.item().optional())
        .toList();
  }
}
