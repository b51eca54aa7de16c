package vn.doichieu.trial;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.cases.CaseRules;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.gauge.DrlTargets;

/**
 * The rules of one target, of which only figures going in and findings coming out are looked at.
 */
final class BlackBox {

  private final CaseRules rules;
  private final List<Input> inputs;
  private final LocalDate late;
  private final Map<Probe, String> verdicts = new HashMap<>();

  BlackBox(Plan plan, String id, DrlTargets drl) {
    List<Target> targets = CaseRules.targets(plan, id);
    rules = CaseRules.of(plan, targets, drl);
    Set<Input> all = new LinkedHashSet<>();
    for (Target target : targets) {
      target.periods().forEach(period -> all.addAll(target.inputs(period)));
    }
    inputs = all.stream().filter(input -> input.item().type() != Item.Type.RATE).toList();
    int last = targets.stream().mapToInt(target -> target.closesOn().getYear()).max().orElse(0);
    late = LocalDate.of(last + 2, 6, 30);
  }

  /** The plan with this target alone. */
  Plan plan() {
    return rules.plan();
  }

  /** What it reads, published rates apart. */
  List<Input> inputs() {
    return inputs;
  }

  /** The first count that it reads; null if it reads none. */
  @Nullable Input firstCount() {
    return inputs.stream()
        .filter(input -> input.item().type() == Item.Type.COUNT)
        .findFirst()
        .orElse(null);
  }

  /** A day on which everything is long over. */
  LocalDate late() {
    return late;
  }

  Evaluation evaluate(Probe probe) {
    return rules.evaluate(probe.asCase());
  }

  /** What is concluded, without the numbers. */
  String verdict(Probe probe) {
    return verdicts.computeIfAbsent(probe, p -> words(evaluate(p).findings()));
  }

  /** What is concluded for the area alone. */
  String verdictOfArea(Probe probe) {
    Evaluation evaluation = evaluate(probe);
    return words(
        evaluation.findings().stream().filter(f -> f.unit().equals(evaluation.area())).toList());
  }

  private static String words(List<Finding> findings) {
    StringBuilder words = new StringBuilder();
    for (Finding finding : findings) {
      words
          .append(finding.unit().code())
          .append(finding.period())
          .append(finding.result())
          .append(finding.reason())
          .append(finding.flags())
          .append('\n');
    }
    return words.toString();
  }

  /** Whether some finding has one of some results. */
  static boolean has(Evaluation evaluation, Result... results) {
    Set<Result> any = Set.of(results);
    return evaluation.findings().stream().anyMatch(finding -> any.contains(finding.result()));
  }
}
