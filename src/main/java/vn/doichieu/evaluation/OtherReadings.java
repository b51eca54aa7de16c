package vn.doichieu.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;

/**
 * What findings would be under the other readings of their sentences. A reading with cells of its
 * own is judged by the same engine, as a target of the same id in a plan beside the plan.
 */
final class OtherReadings implements Function<Finding, List<Verdict>> {

  /** What decides where several targets have to be met: the first that occurs. */
  private static final List<Result> WORST_FIRST =
      List.of(
          Result.NOT_MET,
          Result.INVALID,
          Result.MISSING,
          Result.IN_PROGRESS,
          Result.NEEDS_REVIEW,
          Result.WAIVED,
          Result.MET,
          Result.NOT_APPLICABLE);

  private final Map<String, List<OtherReading>> byTarget = new HashMap<>();
  private final Map<String, List<Finding>> byLine = new HashMap<>();

  private final ReportingUnit area;

  private OtherReadings(ReportingUnit area) {
    this.area = area;
  }

  /**
   * Judges a plan's other readings.
   *
   * @param chosen the findings under the chosen readings
   * @param judge gives the findings of a plan for the same submission
   */
  static Function<Finding, List<Verdict>> of(
      Plan plan, ReportingUnit area, List<Finding> chosen, Function<Plan, List<Finding>> judge) {
    if (plan.readings().isEmpty()) {
      return finding -> List.of();
    }
    OtherReadings readings = new OtherReadings(area);
    Map<String, List<Target>> byLetter = new TreeMap<>();
    Map<String, Boolean> needed = new HashMap<>();
    for (OtherReading reading : plan.readings()) {
      readings.byTarget.computeIfAbsent(reading.target(), t -> new ArrayList<>()).add(reading);
      if (reading.way() instanceof Way.Judged judged) {
        byLetter.computeIfAbsent(reading.letter(), l -> new ArrayList<>()).add(judged.target());
      } else if (reading.way() instanceof Way.AllOf all) {
        all.targets().forEach(target -> needed.put(target, true));
      }
    }
    byLetter.forEach(
        (letter, targets) ->
            judge
                .apply(plan.withTargets(targets))
                .forEach(f -> readings.add(f.target().id() + "/" + letter, f)));
    chosen.stream()
        .filter(f -> needed.containsKey(f.target().id()))
        .forEach(f -> readings.add(f.target().id(), f));
    return readings;
  }

  private void add(String key, Finding finding) {
    byLine.computeIfAbsent(line(key, finding.unit()), l -> new ArrayList<>(1)).add(finding);
  }

  private static String line(String key, ReportingUnit unit) {
    return key + " " + unit.index();
  }

  @Override
  public List<Verdict> apply(Finding finding) {
    List<OtherReading> readings = byTarget.getOrDefault(finding.target().id(), List.of());
    List<Verdict> verdicts = new ArrayList<>(readings.size());
    for (OtherReading reading : readings) {
      Verdict verdict = verdict(reading, finding);
      if (verdict != null) {
        verdicts.add(verdict);
      }
    }
    return verdicts;
  }

  /** The verdict under a reading; null if it is not about the finding's unit. */
  private @Nullable Verdict verdict(OtherReading reading, Finding finding) {
    Way way = reading.way();
    if (way instanceof Way.Judged) {
      Finding other = find(reading.id(), finding);
      return other == null ? null : new Verdict(reading, other.result(), other);
    } else if (way instanceof Way.AllOf all) {
      List<Result> results = new ArrayList<>();
      for (String target : all.targets()) {
        Finding other = find(target, finding);
        if (other != null) {
          results.add(other.result());
        }
      }
      return WORST_FIRST.stream()
          .filter(results::contains)
          .findFirst()
          .map(result -> new Verdict(reading, result, null))
          .orElse(null);
    } else if (way instanceof Way.Fixed fixed) {
      ReportingUnit unit = finding.unit();
      boolean about = unit.equals(area) ? fixed.scope().area() : fixed.scope().covers(unit);
      return about ? new Verdict(reading, fixed.result(), null) : null;
    }
    return new Verdict(reading, null, null);
  }

  /**
   * The line of the same unit and period; of the same unit, where the reading changes the period.
   */
  private @Nullable Finding find(String key, Finding finding) {
    List<Finding> lines = byLine.getOrDefault(line(key, finding.unit()), List.of());
    for (Finding line : lines) {
      if (line.period().equals(finding.period())) {
        return line;
      }
    }
    return lines.size() == 1 && finding.target().periods().size() == 1 ? lines.get(0) : null;
  }
}
