package vn.doichieu.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;

/**
 * All findings as units x targets.
 *
 * @param targets those that several units answer, each a column, in the order of the register
 * @param rows the units, in the order of reading
 */
public record HeatMap(List<Target> targets, List<Row> rows) {

  /**
   * One unit.
   *
   * @param byTarget the findings of each column's target, several where it has several periods
   * @param others the findings of targets that this unit alone answers
   */
  public record Row(
      ReportingUnit unit, Map<String, List<Finding>> byTarget, List<Finding> others) {}

  /** Lays the findings of a check out. */
  public static HeatMap of(Evaluation evaluation, Comparator<ReportingUnit> order) {
    Map<String, Set<ReportingUnit>> judged = new HashMap<>();
    Set<String> named = new HashSet<>();
    for (Finding finding : evaluation.findings()) {
      judged.computeIfAbsent(finding.target().id(), id -> new HashSet<>()).add(finding.unit());
    }
    List<Target> targets =
        evaluation.plan().targets().stream()
            .filter(target -> judged.getOrDefault(target.id(), Set.of()).size() > 1)
            .filter(target -> named.add(target.id()))
            .toList();
    Map<ReportingUnit, Row> rows = new TreeMap<>(order);
    for (Finding finding : evaluation.findings()) {
      Row row =
          rows.computeIfAbsent(
              finding.unit(), unit -> new Row(unit, new HashMap<>(), new ArrayList<>()));
      String id = finding.target().id();
      (named.contains(id)
              ? row.byTarget().computeIfAbsent(id, i -> new ArrayList<>())
              : row.others())
          .add(finding);
    }
    return new HeatMap(targets, List.copyOf(rows.values()));
  }
}
