package vn.doichieu.bench;

import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.submission.FigureColumn;
import vn.doichieu.submission.Submission;

/**
 * The figures of all units for one item and period, as a plain loop likes them.
 *
 * @param state by the unit's index
 * @param value likewise; 0 unless valid
 */
record Column(byte[] state, long[] value) {

  static final byte ABSENT = 0;
  static final byte VALID = 1;
  static final byte INVALID = 2;

  static Column of(Plan plan, Submission submission, String item, String period) {
    FigureColumn figures =
        submission.column(
            plan.items().get(item), ReportingPeriod.parse(period).orElseThrow());
    int units = submission.units().size();
    Column column = new Column(new byte[units], new long[units]);
    for (int unit = 0; unit < units; unit++) {
      State state = figures.state(unit);
      column.state[unit] =
          state == State.VALID ? VALID : state == State.INVALID ? INVALID : ABSENT;
      column.value[unit] = figures.value(unit);
    }
    return column;
  }
}
