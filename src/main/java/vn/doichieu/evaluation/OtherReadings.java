package vn.doichieu.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;

/**
 * What findings would be under the other readings of their sentences. A reading with cells of its
 * own has a rule of its own, which judges beside the chosen ones.
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

  /** A reading with the rows that its way needs. */
  private record Prepared(OtherReading reading, List<Row> rows) {}

  private final Map<String, List<Prepared>> byTarget = new HashMap<>();
  private final ReportingUnit area;

  /**
   * The other readings of a plan.
   *
   * @param rows the rows of the plan by their ids, and of its readings by theirs
   */
  OtherReadings(List<OtherReading> readings, ReportingUnit area, Map<String, Row> rows) {
    this.area = area;
    for (OtherReading reading : readings) {
      List<Row> needed = needed(reading).stream().map(rows::get).filter(Objects::nonNull).toList();
      byTarget
          .computeIfAbsent(reading.target(), t -> new ArrayList<>())
          .add(new Prepared(reading, needed));
    }
  }

  private static List<String> needed(OtherReading reading) {
    if (reading.way() instanceof Way.Judged) {
      return List.of(reading.id());
    }
    return reading.way() instanceof Way.AllOf all ? all.targets() : List.of();
  }

  @Override
  public List<Verdict> apply(Finding finding) {
    List<Prepared> readings = byTarget.get(finding.target().id());
    if (readings == null) {
      return List.of();
    }
    List<Verdict> verdicts = new ArrayList<>(readings.size());
    for (int i = 0; i < readings.size(); i++) {
      Prepared reading = readings.get(i);
      Verdict verdict = verdict(reading.reading(), reading.rows(), finding);
      if (verdict != null) {
        verdicts.add(verdict);
      }
    }
    return verdicts;
  }

  /** The verdict under a reading; null if it is not about the finding's unit. */
  private @Nullable Verdict verdict(OtherReading reading, List<Row> rows, Finding finding) {
    Way way = reading.way();
    if (way instanceof Way.Judged) {
      Finding other = rows.isEmpty() ? null : find(rows.get(0), finding);
      return other == null ? null : new Verdict(reading, other.result(), other);
    } else if (way instanceof Way.AllOf) {
      List<Result> results = new ArrayList<>();
      for (Row row : rows) {
        Finding other = find(row, finding);
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
  private @Nullable Finding find(Row row, Finding finding) {
    if (finding.unit().index() == area.index()) {
      return find(row.ofArea(), finding);
    }
    Finding same = row.of(finding.unit(), finding.period());
    return same == null && finding.target().periods().size() == 1 ? row.only(finding.unit()) : same;
  }

  private static @Nullable Finding find(List<Finding> ofArea, Finding finding) {
    for (Finding line : ofArea) {
      if (line.period().equals(finding.period())) {
        return line;
      }
    }
    return ofArea.size() == 1 && finding.target().periods().size() == 1 ? ofArea.get(0) : null;
  }
}
