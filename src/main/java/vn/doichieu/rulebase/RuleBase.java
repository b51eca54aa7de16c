package vn.doichieu.rulebase;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanReader;

/** The Drools rules of a plan: one for every target that is evaluated. Safe for several threads. */
public final class RuleBase {

  private final KieBase knowledge;
  private final int rules;
  private final Function<Measurement, ? extends Collection<?>> facts;

  private RuleBase(
      KieBase knowledge, int rules, Function<Measurement, ? extends Collection<?>> facts) {
    this.knowledge = knowledge;
    this.rules = rules;
    this.facts = facts;
  }

  /** The rules of a plan as compiled from the DRL that its rows stand for. */
  static RuleBase shown(KieBase knowledge, Plan plan) {
    return new RuleBase(knowledge, 2 * plan.targets().size(), m -> RuleLine.of(plan, m));
  }

  /**
   * Builds the rules of a plan.
   *
   * @throws InvalidRules if the plan has no target to evaluate, or Drools refuses the rules
   */
  public static RuleBase of(Plan plan) {
    ModelImpl model = new ModelImpl(plan.id());
    List<Target> targets = plan.targets();
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).evaluated()) {
        model.addRule(RuleModel.of(i, targets.get(i)));
      }
    }
    if (model.getRules().isEmpty()) {
      throw notBuilt(Problem.Kind.NO_TARGETS, null);
    }
    try {
      RuleBase rules =
          new RuleBase(
              KieBaseBuilder.createKieBaseFromModel(model), model.getRules().size(), List::of);
      if (rules.names().size() != rules.rules) {
        throw notBuilt(Problem.Kind.RULES_NOT_BUILT, rules.names().size() + "/" + rules.rules);
      }
      return rules;
    } catch (InvalidRules e) {
      throw e;
    } catch (RuntimeException e) {
      throw notBuilt(Problem.Kind.RULES_NOT_BUILT, e.toString());
    }
  }

  private static InvalidRules notBuilt(Problem.Kind kind, @Nullable String read) {
    return new InvalidRules(
        List.of(new Problem(kind, SourceLocation.of(PlanReader.TARGETS), read)));
  }

  /** The names of the rules, in the order of the plan's rule package. */
  public List<String> names() {
    return knowledge.getKiePackage(RuleModel.PACKAGE).getRules().stream()
        .map(org.kie.api.definition.rule.Rule::getName)
        .toList();
  }

  /** Fires the rules over measurements, in one session; each then tells which targets hold. */
  public void judge(Collection<Measurement> measurements) {
    KieSession session = knowledge.newKieSession();
    try {
      measurements.forEach(measurement -> facts.apply(measurement).forEach(session::insert));
      session.fireAllRules(Math.addExact(Math.multiplyExact(measurements.size(), rules), 1));
    } finally {
      session.dispose();
    }
  }
}
