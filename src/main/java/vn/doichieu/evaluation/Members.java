package vn.doichieu.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.gauge.RatioGauge;
import vn.doichieu.gauge.RatioGauge.Parts;

/** What the lines of a slot come to together, once its rule has judged them. */
final class Members {

  private final RollUp.Ratio ratio = new RollUp.Ratio();
  private final RollUp.Share share = new RollUp.Share();
  private final List<ReportingUnit> impossible = new ArrayList<>();
  private final UnitLines lines;

  private Members(UnitLines lines) {
    this.lines = lines;
  }

  /** Adds up the lines of a slot. */
  static Members of(UnitLines lines) {
    Members members = new Members(lines);
    if (lines.slot().isShare()) {
      members.count();
    } else if (lines.slot().isSummed()) {
      members.sum();
    }
    return members;
  }

  private void sum() {
    RatioGauge gauge = lines.slot().ratio();
    long[] numbers = new long[gauge.width()];
    for (int unit : lines.slot().units()) {
      gauge.read(unit, numbers, 0);
      Parts parts = Parts.in(numbers);
      ratio.add(parts, gauge.proportion());
      if (parts.impossible()) {
        impossible.add(lines.all().get(unit));
      }
    }
  }

  private void count() {
    Slot slot = lines.slot();
    Reading reading = new Reading(slot);
    int[] units = slot.units();
    for (int line = 0; line < units.length; line++) {
      Reason reason = reading.reason(units[line], slot.verdicts(), line);
      share.add(reason, isWaived(line, reading));
    }
  }

  private boolean isWaived(int line, Reading reading) {
    Slot slot = lines.slot();
    int index = slot.units()[line];
    ReportingUnit unit = lines.all().get(index);
    return lines.conclusion().mayWaive(unit)
        && lines.conclusion().of(unit, reading.outcome(index, slot.verdicts(), line)).result()
            == Result.WAIVED;
  }

  /** The members whose figures cannot be right together. */
  List<ReportingUnit> impossible() {
    return impossible;
  }

  /** What they come to for the area; null if there are none, or each answers for itself. */
  @Nullable RollUp rollUp() {
    Slot slot = lines.slot();
    if (slot.size() == 0) {
      return null;
    }
    return slot.isShare() ? share.rollUp() : slot.isSummed() ? ratio.rollUp() : null;
  }
}
