package vn.doichieu.submission;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.FigureSet.Slot;

/** Which figures the plan asks of each sort of units, whatever the number of units. */
final class AskedFigures {

  private final Plan plan;
  private final ReportingUnits units;
  private final FigureSet figures;
  private final Set<String> roles = new HashSet<>();
  private final Set<String> groups = new HashSet<>();
  private final Map<Sort, BitSet> bySort = new HashMap<>();

  /**
   * Units that are asked the same; a role or group that the plan does not name is as good as none.
   */
  private record Sort(
      boolean area, ReportingUnit.Kind kind, @Nullable String role, @Nullable String group) {}

  AskedFigures(Plan plan, ReportingUnits units, FigureSet figures) {
    this.plan = plan;
    this.units = units;
    this.figures = figures;
    plan.judged()
        .map(Target::scope)
        .forEach(
            scope -> {
              roles.addAll(scope.roles());
              groups.addAll(scope.groups());
            });
  }

  /**
   * For every slot of the set by its number, whether some target reads its figure of a unit, for
   * the unit's own line or the area's, be it under another reading.
   */
  BitSet of(ReportingUnit unit) {
    String role = unit.role();
    Sort sort =
        new Sort(
            unit == units.area(),
            unit.kind(),
            role != null && roles.contains(role) ? role : null,
            groups.contains(unit.group()) ? unit.group() : null);
    return bySort.computeIfAbsent(sort, s -> asked(unit));
  }

  private BitSet asked(ReportingUnit unit) {
    BitSet asked = new BitSet();
    plan.judged()
        .forEach(
            target -> {
              for (Input input : units.asked(plan, target, unit)) {
                Slot slot = figures.slot(input.item().code(), input.period().text());
                if (slot != null) {
                  asked.set(slot.number());
                }
              }
            });
    return asked;
  }
}
