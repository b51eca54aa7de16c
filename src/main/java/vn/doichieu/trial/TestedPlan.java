package vn.doichieu.trial;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.doichieu.cases.Case;
import vn.doichieu.cases.CaseRules;
import vn.doichieu.cases.CaseRules.Outcome;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.gauge.DrlTargets;

/**
 * The cases of a plan after they were run.
 *
 * @param outcomes in the order of the files
 * @param targets every target that is judged, in the order of the register
 */
public record TestedPlan(Plan plan, List<Outcome> outcomes, List<Tested> targets) {

  /** What of a submission says that a case's figure or waiver reached no rule. */
  private static final Set<Problem.Kind> UNUSED =
      EnumSet.of(
          Problem.Kind.UNKNOWN_PERIOD,
          Problem.Kind.FIGURE_UNUSED,
          Problem.Kind.FIGURE_NOT_ASKED,
          Problem.Kind.WAIVER_UNMATCHED);

  public TestedPlan {
    outcomes = List.copyOf(outcomes);
    targets = List.copyOf(targets);
  }

  /**
   * What the cases of one target have shown.
   *
   * @param target the first of those with its id
   * @param confirmed cases that a person has confirmed
   * @param failed those of them that found something else than they expect
   * @param unconfirmed cases still to be confirmed
   * @param seen the results that confirmed cases expect and find
   * @param unseen results that the target can come to besides
   */
  public record Tested(
      Target target,
      int confirmed,
      int failed,
      int unconfirmed,
      Set<Result> seen,
      Set<Result> unseen) {

    /** Whether a confirmed case speaks of it, and all of them pass. */
    public boolean passes() {
      return confirmed > 0 && failed == 0;
    }
  }

  /**
   * Runs cases.
   *
   * @param cases all cases of the plan; those of other targets are passed over
   * @param ids the targets that are tested
   * @param drl works out the targets whose rule is DRL
   */
  public static TestedPlan of(Plan plan, List<Case> cases, List<String> ids, DrlTargets drl) {
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, CaseRules> rules = new LinkedHashMap<>();
    for (Case one : cases) {
      if (ids.contains(one.target())) {
        outcomes.add(
            rules
                .computeIfAbsent(
                    one.target(), id -> CaseRules.of(plan, CaseRules.targets(plan, id), drl))
                .run(one));
      }
    }
    List<Tested> tested = ids.stream().map(id -> tested(plan, id, outcomes, drl)).toList();
    return new TestedPlan(plan, outcomes, tested);
  }

  private static Tested tested(Plan plan, String id, List<Outcome> all, DrlTargets drl) {
    List<Outcome> confirmed =
        all.stream().filter(o -> o.of().target().equals(id) && o.of().confirmed()).toList();
    long others = all.stream().filter(o -> o.of().target().equals(id)).count() - confirmed.size();
    Set<Result> seen = EnumSet.noneOf(Result.class);
    for (Outcome outcome : confirmed) {
      if (outcome.passes()) {
        outcome.evaluation().findings().stream()
            .filter(finding -> CaseRules.expects(outcome.of(), finding))
            .forEach(finding -> seen.add(finding.result()));
      }
    }
    Set<Result> unseen = Boundaries.results(Boundaries.of(plan, id, drl));
    unseen.removeAll(seen);
    return new Tested(
        CaseRules.targets(plan, id).get(0),
        confirmed.size(),
        (int) confirmed.stream().filter(outcome -> !outcome.passes()).count(),
        (int) others,
        seen,
        unseen);
  }

  /** Whether every target has confirmed cases and all of them pass. */
  public boolean passes() {
    return targets.stream().allMatch(Tested::passes);
  }

  /** The cases that found something else than they expect. */
  public List<Outcome> failed(boolean confirmed) {
    return outcomes.stream()
        .filter(outcome -> outcome.of().confirmed() == confirmed && !outcome.passes())
        .toList();
  }

  /** The targets that no confirmed case speaks of. */
  public List<Target> untested() {
    return targets.stream().filter(t -> t.confirmed() == 0).map(Tested::target).toList();
  }

  /** How many cases there are that a person has confirmed, or has not. */
  public int count(boolean confirmed) {
    return (int) outcomes.stream().filter(o -> o.of().confirmed() == confirmed).count();
  }

  /** Figures and waivers of cases that no rule has looked at. */
  public List<Problem> unused() {
    return outcomes.stream()
        .flatMap(outcome -> unused(outcome.evaluation()).stream())
        .distinct()
        .sorted(Problem.BY_PLACE)
        .toList();
  }

  static List<Problem> unused(Evaluation evaluation) {
    return evaluation.problems().stream()
        .filter(problem -> UNUSED.contains(problem.kind()))
        .toList();
  }
}
