package vn.doichieu.evaluation;

import java.util.List;
import vn.doichieu.domain.ReportingUnit;

/**
 * The lines of the units below the area in one slot, which its rule has judged.
 *
 * @param all the units by their index
 */
record UnitLines(Slot slot, Conclusion conclusion, List<ReportingUnit> all) {

  /** Makes the finding of a line. */
  Row.Reader reader() {
    Reading reading = new Reading(slot);
    int[] units = slot.units();
    return line ->
        conclusion.of(all.get(units[line]), reading.outcome(units[line], slot.verdicts(), line));
  }
}
