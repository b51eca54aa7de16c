package vn.doichieu.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.rulebase.Lines;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.rulebase.Verdicts;
import vn.doichieu.submission.Submission;

/**
 * Evaluates a submission against a plan. The rules judge the units below the area first, all lines
 * of a target at once; what they come to together then decides the area's own lines.
 */
public final class Evaluator {

  private final Plan plan;
  private final RuleBase rules;
  private final Submission submission;
  private final LocalDate asOf;
  private final boolean closed;
  private final ReportingUnit area;
  private final Workers workers;
  private final ImpossibleRatios impossible;
  private final List<Slot> agenda;

  private Evaluator(
      Plan plan,
      RuleBase rules,
      Submission submission,
      LocalDate asOf,
      boolean closed,
      DrlTargets drl,
      Workers workers) {
    this.plan = plan;
    this.rules = rules;
    this.submission = submission;
    this.asOf = asOf;
    this.closed = closed;
    this.workers = workers;
    area = submission.units().area();
    impossible = new ImpossibleRatios(submission);
    agenda = Agenda.of(plan, submission, asOf, drl);
  }

  /** Evaluates a plan that has no targets whose rule is DRL. Throws as below. */
  public static Evaluation evaluate(
      Plan plan, RuleBase rules, Submission submission, LocalDate asOf, boolean closed) {
    return evaluate(plan, rules, submission, asOf, closed, DrlTargets.NONE);
  }

  /**
   * Evaluates a plan, on every processor where so many units are worth it.
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
    Workers workers = Workers.forUnits(submission.units().size());
    return new Evaluator(plan, rules, submission, asOf, closed, drl, workers).evaluation();
  }

  /** Evaluates a plan on the calling thread alone. Throws as above. */
  public static Evaluation evaluateAlone(
      Plan plan,
      RuleBase rules,
      Submission submission,
      LocalDate asOf,
      boolean closed,
      DrlTargets drl) {
    return new Evaluator(plan, rules, submission, asOf, closed, drl, Workers.ONE).evaluation();
  }

  private Evaluation evaluation() {
    judgeUnits();
    Map<String, Row> rows = rows();
    List<Row> chosen =
        agenda.stream().filter(Slot::isChosen).map(Slot::row).distinct().map(rows::get).toList();
    List<Problem> problems =
        Stream.concat(submission.problems().stream(), impossible.problems().stream())
            .sorted(Problem.BY_PLACE)
            .toList();
    return new Evaluation(
        plan,
        area,
        asOf,
        closed,
        new Findings(chosen),
        problems,
        List.of(),
        new Evidence(submission, asOf),
        new OtherReadings(plan.readings(), area, rows),
        Provenance.NONE);
  }

  /** Lets the rules judge every unit below the area; each thread takes some of the units. */
  private void judgeUnits() {
    List<Slot> asked = agenda.stream().filter(slot -> slot.isListed() && slot.size() > 0).toList();
    List<List<Lines>> parts =
        workers.byPart(
            part -> {
              List<Lines> lines = asked.stream().map(slot -> slot.lines(part)).toList();
              rules.judge(lines);
              return lines;
            });
    for (int i = 0; i < asked.size(); i++) {
      int place = i;
      Stream<Lines> ofSlot = parts.stream().map(lines -> lines.get(place));
      asked.get(i).judged(Verdicts.joined(ofSlot.map(Lines::verdicts).toList()));
    }
  }

  /** The rows of the plan and of its other readings by their ids, once the units are judged. */
  private Map<String, Row> rows() {
    List<UnitLines> below =
        agenda.stream()
            .map(slot -> new UnitLines(slot, conclusion(slot, false), submission.units().all()))
            .toList();
    List<Members> members = workers.map(below, Members::of);
    List<AreaLine> areaLines = new ArrayList<>();
    for (int i = 0; i < below.size(); i++) {
      Slot slot = below.get(i).slot();
      if (slot.isChosen()) {
        members.get(i).impossible().forEach(unit -> impossible.check(slot, unit));
      }
      if (slot.target().scope().area()) {
        RollUp rollUp = members.get(i).rollUp();
        areaLines.add(new AreaLine(submission, slot, rollUp, conclusion(slot, true)));
      }
    }
    rules.judge(areaLines.stream().map(AreaLine::lines).toList());
    Map<String, List<Finding>> ofArea = new HashMap<>();
    for (AreaLine line : areaLines) {
      Slot slot = line.slot();
      ofArea.computeIfAbsent(slot.row(), row -> new ArrayList<>()).add(line.finding());
      if (slot.isChosen()) {
        impossible.check(slot, area);
      }
    }
    Map<String, List<UnitLines>> ofUnits =
        below.stream()
            .filter(lines -> lines.slot().isListed() && lines.slot().size() > 0)
            .collect(Collectors.groupingBy(lines -> lines.slot().row()));
    return agenda.stream()
        .map(Slot::row)
        .distinct()
        .collect(
            Collectors.toMap(
                row -> row,
                row ->
                    new Row(
                        ofArea.getOrDefault(row, List.of()),
                        ofUnits.getOrDefault(row, List.of()))));
  }

  private Conclusion conclusion(Slot slot, boolean ofArea) {
    return new Conclusion(submission, slot, asOf, closed, ofArea);
  }
}
