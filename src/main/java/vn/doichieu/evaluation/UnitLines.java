package vn.doichieu.evaluation;

import java.util.List;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;

/**
 * The lines of the units below the area in one slot, which its rule has judged.
 *
 * @param all the units by their index
 */
record UnitLines(Slot slot, Conclusion conclusion, List<ReportingUnit> all) {

  /** Makes the findings of lines, one after another. */
  Row.Reader reader() {
    Reading reading = new Reading(slot);
    return line -> finding(reading, line);
  }

  /** Makes the finding of a line. */
  Finding finding(int line) {
    return finding(new Reading(slot), line);
  }

  private Finding finding(Reading reading, int line) {
    int unit = slot.units()[line];
    return conclusion.of(all.get(unit), reading.outcome(unit, slot.verdicts(), line));
  }
}
