package vn.doichieu.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.gauge.Gauges;
import vn.doichieu.submission.Submission;

/** All that a plan asks, under the chosen readings and under the others. */
final class Agenda {

  private final Submission submission;
  private final Map<Target.Scope, int[]> units = new HashMap<>();
  private final List<Slot> slots = new ArrayList<>();

  private Agenda(Submission submission) {
    this.submission = submission;
  }

  /** The slots of all targets that the plan judges, in their order and that of their periods. */
  static List<Slot> of(Plan plan, Submission submission, LocalDate asOf, DrlTargets drl) {
    Agenda agenda = new Agenda(submission);
    List<Target> judged = plan.judged().toList();
    List<Target> others = judged.subList(plan.targets().size(), judged.size());
    Gauges gauges = new Gauges(submission, asOf, drl.held(plan, submission, asOf));
    Gauges otherGauges =
        others.stream().anyMatch(target -> target.criterion() instanceof Criterion.Drl)
            ? new Gauges(submission, asOf, drl.held(plan.withTargets(others), submission, asOf))
            : gauges;
    List<String> rows =
        Stream.concat(
                plan.targets().stream().map(Target::id),
                plan.readings().stream()
                    .filter(reading -> reading.way() instanceof Way.Judged)
                    .map(OtherReading::id))
            .toList();
    for (int i = 0; i < judged.size(); i++) {
      boolean chosen = i < plan.targets().size();
      agenda.add(i, rows.get(i), chosen, judged.get(i), chosen ? gauges : otherGauges);
    }
    return agenda.slots;
  }

  private void add(int index, String row, boolean chosen, Target target, Gauges gauges) {
    if (target.evaluated()) {
      int[] asked = units.get(target.scope());
      if (asked == null) {
        asked = units(target.scope());
        units.put(target.scope(), asked);
      }
      for (ReportingPeriod period : target.periods().stream().sorted().toList()) {
        slots.add(
            new Slot(
                index,
                row,
                chosen,
                target,
                period,
                gauges.of(target, period),
                gauges.applies(target, period),
                asked));
      }
    }
  }

  private int[] units(Target.Scope scope) {
    ReportingUnit area = submission.units().area();
    int[] covered =
        submission.units().all().stream()
            .filter(unit -> unit != area && scope.covers(unit))
            .mapToInt(ReportingUnit::index)
            .toArray();
    return units.values().stream()
        .filter(known -> Arrays.equals(known, covered)) // Most scopes ask the same units.
        .findFirst()
        .orElse(covered);
  }
}
