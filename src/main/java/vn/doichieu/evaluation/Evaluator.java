package vn.doichieu.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.evaluation.Agenda.Slot;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.gauge.Gauges;
import vn.doichieu.gauge.RatioGauge;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.submission.Submission;

/**
 * Evaluates a submission against a plan. Units below the area go first, in batches of one session
 * each; what they come to together then decides the area's own lines.
 */
public final class Evaluator {

  /** Units a session: enough to pay for the session, few enough to stay in the cache. */
  private static final int BATCH = 1000;

  private final Plan plan;
  private final RuleBase rules;
  private final Submission submission;
  private final LocalDate asOf;
  private final boolean closed;
  private final Conclusion conclusion;
  private final Agenda agenda;
  private final ImpossibleRatios impossible;
  private final List<Lines> lines;

  /** The findings of one target, and what its members come to. */
  private static final class Lines {
    private final List<Finding> area = new ArrayList<>();
    private final List<Finding> below = new ArrayList<>();
    private final RollUp.Ratio ratio = new RollUp.Ratio();
    private final RollUp.Share share = new RollUp.Share();
    private boolean asked;
  }

  private Evaluator(
      Plan plan,
      RuleBase rules,
      Submission submission,
      LocalDate asOf,
      boolean closed,
      DrlTargets drl) {
    this.plan = plan;
    this.rules = rules;
    this.submission = submission;
    this.asOf = asOf;
    this.closed = closed;
    conclusion = new Conclusion(submission, asOf, closed);
    agenda = new Agenda(plan, new Gauges(submission, asOf, drl.held(plan, submission, asOf)));
    impossible = new ImpossibleRatios(submission);
    lines = plan.targets().stream().map(target -> new Lines()).toList();
  }

  /** Evaluates a plan that has no targets whose rule is DRL. Throws as below. */
  public static Evaluation evaluate(
      Plan plan, RuleBase rules, Submission submission, LocalDate asOf, boolean closed) {
    return evaluate(plan, rules, submission, asOf, closed, DrlTargets.NONE);
  }

  /**
   * Evaluates a plan.
   *
   * @param asOf the day as of which is judged
   * @param closed whether to judge as if every period were over
   * @param drl works out the targets whose rule is DRL
   * @return every finding of the plan, exactly one for each target, unit in scope and period
   * @throws vn.doichieu.rules.InvalidRules if a target has no rule, or DRL rules run beyond limits
   */
  public static Evaluation evaluate(
      Plan plan,
      RuleBase rules,
      Submission submission,
      LocalDate asOf,
      boolean closed,
      DrlTargets drl) {
    Evaluator evaluator = new Evaluator(plan, rules, submission, asOf, closed, drl);
    List<Finding> findings = evaluator.findings();
    List<Problem> problems =
        Stream.concat(submission.problems().stream(), evaluator.impossible.problems().stream())
            .sorted(Problem.BY_PLACE)
            .toList();
    return new Evaluation(
        plan,
        submission.units().area(),
        asOf,
        closed,
        findings,
        problems,
        List.of(),
        new Evidence(submission, asOf),
        OtherReadings.of(
            plan,
            submission.units().area(),
            findings,
            variant ->
                new Evaluator(variant, RuleBase.of(variant), submission, asOf, closed, drl)
                    .findings()),
        Provenance.NONE);
  }

  private List<Finding> findings() {
    List<ReportingUnit> below =
        submission.units().all().stream()
            .filter(unit -> unit != submission.units().area())
            .toList();
    for (int from = 0; from < below.size(); from += BATCH) {
      judge(below.subList(from, Math.min(from + BATCH, below.size())));
    }
    judgeArea();
    List<Finding> findings = new ArrayList<>();
    List<Target> targets = plan.targets();
    for (int from = 0, to; from < targets.size(); from = to) {
      to = from + 1;
      while (to < targets.size() && targets.get(to).id().equals(targets.get(from).id())) {
        to++;
      }
      addRow(lines.subList(from, to), findings);
    }
    return findings;
  }

  /** The findings of one row's targets: the area's first, then by unit, then by period. */
  private static void addRow(List<Lines> row, List<Finding> findings) {
    row.forEach(part -> findings.addAll(part.area));
    if (row.size() == 1) {
      findings.addAll(row.get(0).below);
    } else {
      row.stream()
          .flatMap(part -> part.below.stream())
          .sorted(Comparator.comparingInt(f -> f.unit().index()))
          .forEach(findings::add);
    }
  }

  private void judge(List<ReportingUnit> units) {
    List<Reading> readings = new ArrayList<>();
    for (ReportingUnit unit : units) {
      for (Agenda.Group group : agenda.of(unit)) {
        Reading reading = new Reading(unit, group, false);
        group.slots().forEach(reading::measure);
        readings.add(reading);
      }
    }
    rules.judge(readings.stream().map(Reading::measurement).toList());
    for (Reading reading : readings) {
      for (Slot slot : reading.group().slots()) {
        conclude(slot, reading.unit(), reading.outcome(slot));
      }
    }
  }

  private void conclude(Slot slot, ReportingUnit unit, Outcome outcome) {
    Target target = slot.target();
    Lines of = lines.get(slot.targetIndex());
    Finding finding = conclusion.conclude(target, unit, slot.period(), outcome);
    of.asked = true;
    if (!target.scope().summed()) {
      of.below.add(finding);
    }
    if (target.criterion() instanceof Criterion.ShareOfUnits) {
      of.share.add(outcome.reason(), finding.result() == Result.WAIVED);
    } else if (target.criterion() instanceof Criterion.Ratio || target.scope().summed()) {
      RatioGauge gauge = Gauges.ratio(slot.gauge());
      RatioGauge.Parts parts = gauge.parts(unit.index());
      of.ratio.add(parts, gauge.proportion());
      impossible(target, parts, unit, slot.period());
    }
  }

  private void impossible(
      Target target, RatioGauge.Parts parts, ReportingUnit unit, ReportingPeriod period) {
    if (target.criterion() instanceof Criterion.Ratio ratio) {
      impossible.check(ratio, parts, unit, period);
    }
  }

  private void judgeArea() {
    ReportingUnit area = submission.units().area();
    for (Agenda.Group group : agenda.ofArea()) {
      AreaLines areaLines = new AreaLines(submission, conclusion, group);
      for (Slot slot : group.slots()) {
        Lines of = lines.get(slot.targetIndex());
        if (of.asked) {
          if (slot.target().criterion() instanceof Criterion.ShareOfUnits) {
            areaLines.rollUp(slot, of.share.rollUp());
          } else if (slot.target().criterion() instanceof Criterion.Ratio
              || slot.target().scope().summed()) {
            areaLines.rollUp(slot, of.ratio.rollUp());
          }
        }
      }
      areaLines.judge(
          rules,
          (slot, outcome) -> {
            lines
                .get(slot.targetIndex())
                .area
                .add(conclusion.conclude(slot.target(), area, slot.period(), outcome));
            if (slot.target().criterion() instanceof Criterion.Ratio) {
              RatioGauge.Parts parts = Gauges.ratio(slot.gauge()).parts(area.index());
              impossible(slot.target(), parts, area, slot.period());
            }
          });
    }
  }
}
