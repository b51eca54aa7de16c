package vn.doichieu.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.gauge.Gauge;
import vn.doichieu.gauge.Gauges;
import vn.doichieu.rulebase.Measurement;

/** What a unit is asked: one slot for each target and period that it gets a finding for. */
final class Agenda {

  /**
   * One line: a target in a period.
   *
   * @param targetIndex the target's place in its plan
   * @param index the slot's place in the measurement of its period
   */
  record Slot(int targetIndex, Target target, ReportingPeriod period, Gauge gauge, int index) {}

  /** All slots of one period, which are measured together. */
  record Group(ReportingPeriod period, Measurement.Layout layout, List<Slot> slots) {}

  private final Plan plan;
  private final Gauges gauges;
  private final Map<String, List<Group>> byKindOfUnit = new HashMap<>();
  private final Map<String, Gauge> made = new HashMap<>();

  Agenda(Plan plan, Gauges gauges) {
    this.plan = plan;
    this.gauges = gauges;
  }

  /**
   * The groups of a unit below the area, by period; the same for all units of its kind and role.
   */
  List<Group> of(ReportingUnit unit) {
    String key = unit.kind() + " " + unit.role() + " " + unit.group();
    return byKindOfUnit.computeIfAbsent(key, k -> groups(t -> t.scope().covers(unit)));
  }

  /** The groups of the area's own lines, by period. */
  List<Group> ofArea() {
    return groups(target -> target.scope().area());
  }

  private List<Group> groups(Predicate<Target> asked) {
    Map<ReportingPeriod, List<Integer>> byPeriod = new TreeMap<>();
    for (int i = 0; i < plan.targets().size(); i++) {
      Target target = plan.targets().get(i);
      if (target.evaluated() && asked.test(target)) {
        for (ReportingPeriod period : target.periods()) {
          byPeriod.computeIfAbsent(period, p -> new ArrayList<>()).add(i);
        }
      }
    }
    List<Group> groups = new ArrayList<>();
    byPeriod.forEach((period, targets) -> groups.add(group(period, targets)));
    return groups;
  }

  private Group group(ReportingPeriod period, List<Integer> targets) {
    int[] slotByTarget = new int[plan.targets().size()];
    Arrays.fill(slotByTarget, -1);
    int[] offsets = new int[targets.size()];
    int width = 0;
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      int index = targets.get(i);
      Target target = plan.targets().get(index);
      Gauge gauge = made.computeIfAbsent(index + " " + period, k -> gauges.of(target, period));
      slots.add(new Slot(index, target, period, gauge, i));
      slotByTarget[index] = i;
      offsets[i] = width;
      width += gauge.width();
    }
    return new Group(period, new Measurement.Layout(slotByTarget, offsets, width), slots);
  }
}
