package vn.doichieu.listing;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target.Priority;

/**
 * A unit that has something on the list.
 *
 * @param counts how many findings of each priority are on it
 */
public record Attention(ReportingUnit unit, Map<Priority, Integer> counts) {

  /** Main targets first, then deadlines, then supporting duties. */
  private static final Comparator<Attention> MOST_FIRST =
      Comparator.comparingInt((Attention a) -> -a.of(Priority.MAIN))
          .thenComparingInt(a -> -a.of(Priority.DEADLINE))
          .thenComparingInt(a -> -a.of(Priority.SUPPORTING));

  /** The units other than the area with something on the list, those with the most first. */
  public static List<Attention> of(Listing listing, Comparator<ReportingUnit> order) {
    Map<ReportingUnit, Map<Priority, Integer>> counts = new LinkedHashMap<>();
    for (Finding finding : listing.in(Part.OPEN)) {
      if (!finding.unit().equals(listing.evaluation().area())) {
        counts
            .computeIfAbsent(finding.unit(), unit -> new EnumMap<>(Priority.class))
            .merge(finding.target().priority(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(entry -> new Attention(entry.getKey(), entry.getValue()))
        .sorted(MOST_FIRST.thenComparing(Attention::unit, order))
        .toList();
  }

  /** How many findings of a priority are on the list. */
  public int of(Priority priority) {
    return counts.getOrDefault(priority, 0);
  }

  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
