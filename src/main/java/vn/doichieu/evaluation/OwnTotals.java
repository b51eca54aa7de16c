package vn.doichieu.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
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
      Criterion.Ratio ratio,
      ReportingPeriod period,
      List<ReportingUnit> members,
      Submission submission) {
    boolean complete = true;
    boolean differ = false;
    for (Item item : required(ratio)) {
      FigureColumn column = submission.column(item, period);
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

  private static Set<Item> required(Criterion.Ratio ratio) {
    Set<Item> items = new TreeSet<>(Comparator.comparing(Item::code));
    items.addAll(ratio.numerator().items());
    items.addAll(ratio.denominator().items());
    items.removeIf(Item::optional);
    return items;
  }
}
