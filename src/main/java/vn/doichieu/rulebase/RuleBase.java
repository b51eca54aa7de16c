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

/**
 * The Drools rules of a plan: one for every target that is evaluated, of its other readings too.
 * Safe for several threads.
 */
public final class RuleBase {

  /** No rule fires more often for a fact: it holds, and it may be exceeded. */
  private static final int MOST_FIRINGS = 2;

  private final KieBase knowledge;
  private final boolean everyFactFires;
  private final Function<Lines, ? extends Collection<?>> facts;

  private RuleBase(
      KieBase knowledge, boolean everyFactFires, Function<Lines, ? extends Collection<?>> facts) {
    this.knowledge = knowledge;
    this.everyFactFires = everyFactFires;
    this.facts = facts;
  }

  /** The rules of a plan without other readings, compiled from the DRL its rows stand for. */
  static RuleBase shown(KieBase knowledge, Plan plan) {
    return new RuleBase(knowledge, false, lines -> RuleLine.of(plan, lines));
  }

  /**
   * Builds the rules of a plan, those of its other readings too.
   *
   * @throws InvalidRules if the plan has no target to evaluate, or Drools refuses the rules
   */
  public static RuleBase of(Plan plan) {
    ModelImpl model = new ModelImpl(plan.id());
    List<Target> targets = plan.judged().toList();
    int chosen = 0;
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      boolean other = i >= plan.targets().size();
      if (target.evaluated()) {
        String name = RuleModel.name(target);
        model.addRule(
            other
                ? RuleModel.of(i, target, RuleModel.OTHER_READINGS, i + " " + name)
                : RuleModel.of(i, target, RuleModel.PACKAGE, name));
        chosen += other ? 0 : 1;
      }
    }
    if (chosen == 0) {
      throw notBuilt(Problem.Kind.NO_TARGETS, null);
    }
    try {
      RuleBase rules = new RuleBase(KieBaseBuilder.createKieBaseFromModel(model), true, List::of);
      if (rules.names().size() != chosen) {
        throw notBuilt(Problem.Kind.RULES_NOT_BUILT, rules.names().size() + "/" + chosen);
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

  /** The names of the rules of the chosen readings, in the order of the plan's rule package. */
  public List<String> names() {
    return knowledge.getKiePackage(RuleModel.PACKAGE).getRules().stream()
        .map(org.kie.api.definition.rule.Rule::getName)
        .toList();
  }

  /**
   * Fires the rules over lines, in one session; these then tell where their targets hold.
   *
   * @throws IllegalStateException if a rule did not fire: its lines would all count as not met
   */
  public void judge(Collection<Lines> lines) {
    KieSession session = knowledge.newKieSession();
    try {
      int firings = 1;
      for (Lines fact : lines) {
        Collection<?> inserted = facts.apply(fact);
        inserted.forEach(session::insert);
        firings = Math.addExact(firings, Math.multiplyExact(inserted.size(), MOST_FIRINGS));
      }
      int fired = session.fireAllRules(firings);
      if (everyFactFires && fired != lines.size()) {
        throw new IllegalStateException(fired + " rules fired for " + lines.size() + " targets");
      }
    } finally {
      session.dispose();
    }
  }
}
