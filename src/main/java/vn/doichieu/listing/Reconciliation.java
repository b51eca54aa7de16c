package vn.doichieu.listing;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;

/**
 * The account of all findings: what was judged, by kind of unit and by part of the list. Both add
 * up to the number of findings that the check gives.
 *
 * @param units how many units were judged
 * @param targets how many targets they were judged by
 * @param pairs how many units met a target that they have to answer
 * @param byKind findings by who was judged, and by result
 * @param byPart findings by part of the list and result
 * @param total all findings
 */
public record Reconciliation(
    int units,
    int targets,
    int pairs,
    Map<Judged, Map<Result, Integer>> byKind,
    Map<Part, Map<Result, Integer>> byPart,
    int total) {

  /** Who was judged. */
  public enum Judged {
    AREA,
    MEMBERS,
    AGENCIES
  }

  /** A unit and a target that it has to answer. */
  private record Pair(ReportingUnit unit, String target) {}

  /** Counts. */
  public static Reconciliation of(Listing listing) {
    Set<ReportingUnit> units = new HashSet<>();
    Set<String> targets = new HashSet<>();
    Set<Pair> pairs = new HashSet<>();
    Map<Judged, Map<Result, Integer>> byKind = new EnumMap<>(Judged.class);
    Map<Part, Map<Result, Integer>> byPart = new LinkedHashMap<>();
    int total = 0;
    for (Part part : Part.values()) {
      List<Finding> findings = listing.in(part);
      total += findings.size();
      for (Finding finding : findings) {
        units.add(finding.unit());
        targets.add(finding.target().id());
        pairs.add(new Pair(finding.unit(), finding.target().id()));
        count(byKind, judged(listing, finding.unit()), finding);
        count(byPart, part, finding);
      }
    }
    return new Reconciliation(units.size(), targets.size(), pairs.size(), byKind, byPart, total);
  }

  private static <K> void count(Map<K, Map<Result, Integer>> counts, K key, Finding finding) {
    counts
        .computeIfAbsent(key, k -> new EnumMap<>(Result.class))
        .merge(finding.result(), 1, Integer::sum);
  }

  private static Judged judged(Listing listing, ReportingUnit unit) {
    if (unit.equals(listing.evaluation().area())) {
      return Judged.AREA;
    }
    return unit.kind() == ReportingUnit.Kind.AGENCY ? Judged.AGENCIES : Judged.MEMBERS;
  }
}
