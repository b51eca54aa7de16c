package vn.doichieu.bench;

import java.util.List;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import vn.doichieu.bench.Contender.Form;
import vn.doichieu.domain.Result;

/** Easy Rules: all rules over one unit at a time. */
final class EasyRatios implements Contender {

  private static final String UNIT = "unit";

  private final List<UnitFigures> units;
  private final Rules rules = new Rules();
  private final DefaultRulesEngine engine = new DefaultRulesEngine();

  EasyRatios(List<UnitFigures> units, Form form) {
    this.units = units;
    for (int i = 0; i < RatioTargets.COUNT; i++) {
      int target = i;
      rule(target, Result.MET, u -> known(u, target) && holds(u, target));
      if (form == Form.MET) {
        continue;
      }
      rule(target, Result.NOT_APPLICABLE, u -> u.d(target) == 0);
      rule(target, Result.MISSING, u -> u.d(target) < 0 || u.d(target) > 0 && u.n(target) < 0);
      rule(target, Result.NOT_MET, u -> known(u, target) && !holds(u, target));
    }
  }

  private static boolean known(UnitFigures unit, int target) {
    return unit.n(target) >= 0 && unit.d(target) > 0;
  }

  private static boolean holds(UnitFigures unit, int target) {
    return RatioTargets.holds(target, unit.n(target), unit.d(target));
  }

  private void rule(int target, Result result, Predicate<UnitFigures> when) {
    rules.register(
        new RuleBuilder()
            .name(target + " " + result)
            .when(facts -> when.test(facts.get(UNIT)))
            .then(facts -> facts.<UnitFigures>get(UNIT).conclude(target, result))
            .build());
  }

  @Override
  public List<RatioFinding> judge() {
    for (UnitFigures unit : units) {
      Facts facts = new Facts();
      facts.put(UNIT, unit);
      engine.fire(rules, facts);
    }
    return Contender.collect(units);
  }
}
