package vn.doichieu.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.doichieu.cases.Case.Expected;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.rulebase.RuleBase;

/** The rules of one target, built to run cases against. */
public final class CaseRules {

  private final Plan plan;
  private final RuleBase rules;
  private final DrlTargets drl;

  private CaseRules(Plan plan, RuleBase rules, DrlTargets drl) {
    this.plan = plan;
    this.rules = rules;
    this.drl = drl;
  }

  /**
   * Builds the rules of one target, which may be several with one id.
   *
   * @param drl works out those whose rule is DRL
   * @throws vn.doichieu.rules.InvalidRules if they cannot be built
   */
  public static CaseRules of(Plan plan, List<Target> targets, DrlTargets drl) {
    Plan alone = plan.withTargets(targets);
    return new CaseRules(alone, RuleBase.of(alone), drl);
  }

  /** The targets of an id: one, or one for each of its thresholds. */
  public static List<Target> targets(Plan plan, String id) {
    return plan.targets().stream().filter(target -> target.id().equals(id)).toList();
  }

  /** The plan with these targets alone. */
  public Plan plan() {
    return plan;
  }

  /**
   * Evaluates the figures of a case.
   *
   * @throws vn.doichieu.tabular.UnreadableInput if they would stop a check
   */
  public Evaluation evaluate(Case of) {
    Situation situation = Situation.of(of, plan);
    return Evaluator.evaluate(
        plan, rules, situation.submission(), situation.asOf(), of.closed(), drl);
  }

  /** Runs a case. Throws as above. */
  public Outcome run(Case of) {
    Evaluation evaluation = evaluate(of);
    return new Outcome(of, evaluation, differences(of, evaluation.findings()));
  }

  /**
   * What a case came to.
   *
   * @param differences between what it expects and what was found; none if it passes
   */
  public record Outcome(Case of, Evaluation evaluation, List<Difference> differences) {

    public Outcome {
      differences = List.copyOf(differences);
    }

    public boolean passes() {
      return differences.isEmpty();
    }
  }

  /**
   * One difference.
   *
   * @param unit the unit's code; empty if the case names none and nothing at all was found
   * @param field the field that differs
   * @param expected its text in the case
   * @param found its text in the finding; {@link Fields#NO_FINDING} if there is no finding
   * @param finding the finding; null if there is none
   */
  public record Difference(
      Expected of,
      String unit,
      String period,
      String field,
      String expected,
      String found,
      @Nullable Finding finding) {}

  private static List<Difference> differences(Case of, List<Finding> findings) {
    List<Difference> differences = new ArrayList<>();
    for (Expected expected : of.expected()) {
      List<Finding> covered = findings.stream().filter(f -> covers(expected, f)).toList();
      boolean none = Fields.NO_FINDING.equals(expected.fields().get(Fields.RESULT));
      if (covered.isEmpty() && !none) {
        differences.add(
            new Difference(
                expected,
                expected.unit(),
                expected.period(),
                Fields.RESULT,
                expected.fields().getOrDefault(Fields.RESULT, "…"),
                Fields.NO_FINDING,
                null));
      }
      for (Finding finding : covered) {
        if (closest(of.expected(), finding) == expected) {
          compare(expected, finding, differences);
        }
      }
    }
    return differences;
  }

  private static void compare(Expected expected, Finding finding, List<Difference> differences) {
    Map<String, String> found = Fields.of(finding);
    for (String field : Fields.NAMES) {
      String wanted = expected.fields().get(field);
      String there = Objects.requireNonNull(found.get(field));
      if (wanted != null && !wanted.equals(there)) {
        differences.add(
            new Difference(
                expected,
                finding.unit().code(),
                finding.period().text(),
                field,
                wanted,
                there,
                finding));
      }
    }
  }

  /** Whether a case says anything of a finding. */
  public static boolean expects(Case of, Finding finding) {
    return closest(of.expected(), finding) != null;
  }

  private static boolean covers(Expected expected, Finding finding) {
    return (expected.unit().isEmpty() || expected.unit().equals(finding.unit().code()))
        && Periods.covers(expected.period(), finding.period());
  }

  /** The expectation that says most about a finding. */
  private static @Nullable Expected closest(List<Expected> all, Finding finding) {
    Expected closest = null;
    int most = -1;
    for (Expected expected : all) {
      int says = (expected.unit().isEmpty() ? 0 : 2) + (expected.period().isEmpty() ? 0 : 1);
      if (says > most && covers(expected, finding)) {
        closest = expected;
        most = says;
      }
    }
    return closest;
  }
}
