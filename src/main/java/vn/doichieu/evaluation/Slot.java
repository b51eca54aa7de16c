package vn.doichieu.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;
import vn.doichieu.gauge.Applies;
import vn.doichieu.gauge.Gauge;
import vn.doichieu.gauge.RatioGauge;
import vn.doichieu.rulebase.Lines;
import vn.doichieu.rulebase.Verdicts;

/** One target in one period: whom it asks, how they are read, and what its rule said of them. */
final class Slot {

  private final int index;
  private final String row;
  private final boolean chosen;
  private final Target target;
  private final ReportingPeriod period;
  private final Gauge gauge;
  private final @Nullable Applies applies;
  private final int[] units;
  private final int width;
  private Verdicts verdicts;

  /**
   * A slot that nobody has judged yet.
   *
   * @param index the target's place among those that the plan judges
   * @param row the id of its row: of the target, or of the other reading that it is judged under
   * @param chosen whether it is judged under the chosen reading
   * @param units the units below the area that it asks, by their index, in order
   */
  Slot(
      int index,
      String row,
      boolean chosen,
      Target target,
      ReportingPeriod period,
      Gauge gauge,
      @Nullable Applies applies,
      int[] units) {
    this.index = index;
    this.row = row;
    this.chosen = chosen;
    this.target = target;
    this.period = period;
    this.gauge = gauge;
    this.applies = applies;
    this.units = units;
    width = gauge.width() + (applies == null ? 0 : applies.width());
    verdicts = Verdicts.none(0);
  }

  int index() {
    return index;
  }

  String row() {
    return row;
  }

  /** Whether it is judged under the chosen reading of its sentence, and not under another. */
  boolean isChosen() {
    return chosen;
  }

  Target target() {
    return target;
  }

  ReportingPeriod period() {
    return period;
  }

  Gauge gauge() {
    return gauge;
  }

  /** How many units below the area it asks. */
  int size() {
    return units.length;
  }

  /** The units below the area that it asks, by their index; slots of one scope share them. */
  int[] units() {
    return units;
  }

  /** The line of a unit below the area; below 0 if it has none. */
  int lineOf(ReportingUnit unit) {
    int last = units.length - 1;
    if (last < 0) {
      return -1;
    }
    int fromFirst = unit.index() - units[0]; // Its line, if no unit in between is left out.
    int fromLast = last - (units[last] - unit.index());
    if (isAt(fromFirst, unit)) {
      return fromFirst;
    }
    return isAt(fromLast, unit) ? fromLast : Arrays.binarySearch(units, unit.index());
  }

  private boolean isAt(int line, ReportingUnit unit) {
    return line >= 0 && line < units.length && units[line] == unit.index();
  }

  /** Whether members have lines of their own, and not only a part in the area's. */
  boolean isListed() {
    return !target.scope().summed();
  }

  /** Whether the members' figures are added up for the area's line. */
  boolean isSummed() {
    return target.criterion() instanceof Criterion.Ratio || target.scope().summed();
  }

  /** Whether members are counted for the area's line. */
  boolean isShare() {
    return target.criterion() instanceof Criterion.ShareOfUnits;
  }

  /** How the sums of a slot that {@link #isSummed} are read. */
  RatioGauge ratio() {
    return (RatioGauge) gauge;
  }

  /** How many numbers {@link #read} writes. */
  int width() {
    return width;
  }

  /** Why the target does not apply to a unit, or not for sure; null if it does. */
  @Nullable Reason unmet(int unit, long[] numbers) {
    return applies == null ? null : applies.unmet(unit, numbers, gauge.width());
  }

  /** Tells whether the rule may judge a unit, and writes the numbers for it. */
  boolean read(int unit, long[] numbers) {
    return unmet(unit, numbers) == null
        && (gauge.read(unit, numbers, 0) == null || gauge.judgesBestCase());
  }

  /** Some of its lines, for the rule. */
  Lines lines(Workers.Part part) {
    int first = part.start(size());
    int size = part.end(size()) - first;
    return new Lines(
        index, period, false, size, width(), (line, numbers) -> read(units[first + line], numbers));
  }

  /** What the rule said of the units below the area, by line. */
  Verdicts verdicts() {
    return verdicts;
  }

  void judged(Verdicts found) {
    verdicts = found;
  }
}
