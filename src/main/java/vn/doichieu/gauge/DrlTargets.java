package vn.doichieu.gauge;

import java.time.LocalDate;
import java.util.List;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Target;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.submission.Submission;

/** Works out the targets whose rule is DRL. */
public interface DrlTargets {

  /** For plans without any: a target that has no rule after all is told. */
  DrlTargets NONE =
      (plan, submission, asOf) -> {
        List<Target> left = of(plan);
        if (!left.isEmpty()) {
          throw new InvalidRules(left.stream().map(DrlTargets::withoutRule).toList());
        }
        return (target, unit, period) -> false;
      };

  /** The lines that the rules hold for. */
  interface Held {

    /**
     * Whether the rule of a target holds for a unit.
     *
     * @param unit the unit's index
     */
    boolean holds(Target target, int unit, ReportingPeriod period);
  }

  /** Fires the rules over all figures. */
  Held held(Plan plan, Submission submission, LocalDate asOf);

  /** The targets of a plan whose rule is DRL. */
  static List<Target> of(Plan plan) {
    return plan.targets().stream().filter(t -> t.criterion() instanceof Criterion.Drl).toList();
  }

  /** Says that a target's row has no rule. */
  static Problem withoutRule(Target target) {
    return new Problem(Problem.Kind.DRL_ROW_WITHOUT_RULE, target.place(), target.id());
  }
}
