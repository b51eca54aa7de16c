package vn.doichieu.bench;

import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.builders.RuleSetBuilder;
import vn.doichieu.bench.Contender.Form;

/** Evrete, its conditions compiled from text. */
final class EvreteRatios implements Contender {

  private final List<UnitFigures> units;
  private final Knowledge rules;

  EvreteRatios(List<UnitFigures> units, Form form) {
    this.units = units;
    RuleSetBuilder<Knowledge> builder = new KnowledgeService().newKnowledge().builder();
    for (int i = 0; i < RatioTargets.COUNT; i++) {
      int target = i;
      RuleTexts.of(target, "$u.", form)
          .forEach(
              (result, when) ->
                  builder
                      .newRule("T" + target + " " + result)
                      .forEach("$u", UnitFigures.class)
                      .where(when)
                      .execute(
                          context -> context.<UnitFigures>get("$u").conclude(target, result)));
    }
    rules = builder.build();
  }

  @Override
  public List<RatioFinding> judge() {
    for (int from = 0; from < units.size(); from += RatioTargets.BATCH) {
      StatelessSession session = rules.newStatelessSession();
      session.insert(units.subList(from, Math.min(from + RatioTargets.BATCH, units.size())));
      session.fire();
    }
    return Contender.collect(units);
  }
}
