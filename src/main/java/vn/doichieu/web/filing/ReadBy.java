package vn.doichieu.web.filing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.web.filing.AreaRules.Ruled;

/** Tells which plans of an area read a figure of a unit. Not for several threads. */
public final class ReadBy {

  private final List<Ruled> plans;
  private final ReportingUnits units;
  private final Map<ReportingUnit, Map<String, Set<Input>>> asked = new HashMap<>();

  /** Some plans over the units of an area. */
  public ReadBy(List<Ruled> plans, ReportingUnits units) {
    this.plans = List.copyOf(plans);
    this.units = units;
  }

  /** The plans with a target that reads a figure, under whichever reading of its sentence. */
  public List<Ruled> plans(Figure figure) {
    Input input = new Input(figure.item(), figure.period());
    return plans.stream().filter(plan -> asked(plan, figure.unit()).contains(input)).toList();
  }

  private Set<Input> asked(Ruled plan, ReportingUnit unit) {
    return asked
        .computeIfAbsent(unit, u -> new HashMap<>())
        .computeIfAbsent(plan.plan().planId(), id -> asked(plan.rules(), unit));
  }

  private Set<Input> asked(PreparedPlan rules, ReportingUnit unit) {
    Set<Input> inputs = new HashSet<>();
    rules.plan().judged().forEach(t -> inputs.addAll(units.asked(rules.plan(), t, unit)));
    return inputs;
  }
}
