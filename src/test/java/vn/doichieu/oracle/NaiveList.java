package vn.doichieu.oracle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.doichieu.cli.Json;

/**
 * What the leaders' list has to hold, worked out from the JSON of a check and the list of units
 * alone, by the words in which the list was asked for.
 */
public final class NaiveList {

  /** The results that a target of the area may have, the one that decides first. */
  private static final List<String> WORST =
      List.of(
          "not_met",
          "invalid",
          "missing",
          "needs_review",
          "in_progress",
          "waived",
          "met",
          "not_applicable");

  private final Map<String, Object> json;
  private final List<JsonFinding> findings;
  private final Map<String, String> kinds = new TreeMap<>();
  private String area = "";

  public NaiveList(String text, Path units) {
    json = Json.read(text);
    findings = Json.objects(json, "findings").stream().map(JsonFinding::of).toList();
    for (Map<String, String> row : NaiveEvaluation.readCsv(units)) {
      kinds.put(row.get("code").strip(), row.get("kind").strip());
      if (row.get("parent").isBlank()) {
        area = row.get("code").strip();
      }
    }
  }

  public List<JsonFinding> findings() {
    return findings;
  }

  public String area() {
    return area;
  }

  /** The findings of each part of the list, by the part's code. */
  public Map<String, List<JsonFinding>> parts() {
    Map<String, List<JsonFinding>> parts = new LinkedHashMap<>();
    List<JsonFinding> left = new ArrayList<>(findings);
    take(parts, "waived", left, f -> f.result().equals("waived"));
    Predicate<JsonFinding> member = f -> f.is("contribution");
    Predicate<JsonFinding> running = f -> f.result().equals("in_progress");
    Set<String> hanging = ofArea(running);
    take(
        parts,
        "underway",
        left,
        running.and(member.negate().or(f -> hanging.contains(f.target() + " " + f.period()))));
    take(parts, "open", left, f -> f.binding() && f.missed());
    Predicate<JsonFinding> undone = f -> f.missed() || f.result().equals("needs_review");
    take(parts, "asked", left, undone.and(f -> f.is("asked")));
    Set<String> lacking = ofArea(undone);
    take(
        parts,
        "contributions",
        left,
        undone.and(member).and(f -> lacking.contains(f.target() + " " + f.period())));
    take(parts, "to_verify", left, member.and(f -> f.result().equals("invalid")));
    take(parts, "review", left, undone.and(member.negate()));
    parts.put("rest", left);
    return parts;
  }

  /** The targets and periods for which the area's own binding finding is such. */
  private Set<String> ofArea(Predicate<JsonFinding> such) {
    return findings.stream()
        .filter(f -> f.unit().equals(area) && f.binding() && such.test(f))
        .map(f -> f.target() + " " + f.period())
        .collect(Collectors.toSet());
  }

  private static void take(
      Map<String, List<JsonFinding>> parts,
      String part,
      List<JsonFinding> left,
      Predicate<JsonFinding> belongs) {
    parts.put(part, left.stream().filter(belongs).toList());
    left.removeIf(belongs);
  }

  /** The main targets of the area, and how each stands. */
  public Map<String, String> areaTargets() {
    Map<String, String> worst = new LinkedHashMap<>();
    for (JsonFinding finding : findings) {
      if (finding.unit().equals(area) && finding.binding() && finding.priority().equals("main")) {
        worst.merge(finding.target(), finding.result(), NaiveList::worse);
      }
    }
    return worst;
  }

  /** The worse of two results. */
  public static String worse(String one, String other) {
    return WORST.indexOf(one) <= WORST.indexOf(other) ? one : other;
  }

  /** How many open main targets, deadlines and others each unit but the area has. */
  public Map<String, List<Integer>> attention() {
    Map<String, List<Integer>> counts = new TreeMap<>();
    List<String> order = List.of("main", "deadline", "supporting");
    for (JsonFinding finding : parts().get("open")) {
      if (!finding.unit().equals(area)) {
        List<Integer> ofUnit =
            counts.computeIfAbsent(finding.unit(), u -> new ArrayList<>(List.of(0, 0, 0)));
        int at = order.indexOf(finding.priority());
        ofUnit.set(at, ofUnit.get(at) + 1);
      }
    }
    return counts;
  }

  /** Those with the most main targets first, then with the most deadlines, then others. */
  public List<List<Integer>> mostFirst() {
    Comparator<List<Integer>> order = Comparator.comparing(counts -> -counts.get(0));
    return attention().values().stream()
        .sorted(
            order.thenComparing(counts -> -counts.get(1)).thenComparing(counts -> -counts.get(2)))
        .toList();
  }

  /** The units that have sent none of the figures that their findings need. */
  public Set<String> silent() {
    Set<String> silent = new HashSet<>();
    findings.forEach(finding -> silent.add(finding.unit()));
    findings.stream().filter(JsonFinding::heard).forEach(f -> silent.remove(f.unit()));
    return silent;
  }

  /** The words for the kind of a unit in the account. */
  public String judged(JsonFinding finding) {
    if (finding.unit().equals(area)) {
      return "Địa bàn";
    }
    return "agency".equals(kinds.get(finding.unit())) ? "Cơ quan, tổ chức" : "Đơn vị thành viên";
  }

  /** How many findings have a result, by the summary of the JSON itself. */
  public long summed(String result) {
    Map<String, Object> summary = Json.map(json.get("summary"));
    long sum = 0;
    for (String part : List.of("binding", "non_binding")) {
      sum += (Long) Json.map(summary.get(part)).getOrDefault(result, 0L);
    }
    return sum;
  }

  /** How many findings there are, by the summary of the JSON itself. */
  public long total() {
    return (Long) Json.map(json.get("summary")).get("total");
  }

  /** Whether a target is judged in several periods, so that its period has to be said. */
  public boolean hasSeveralPeriods(JsonFinding finding) {
    return findings.stream()
            .filter(f -> f.target().equals(finding.target()) && f.unit().equals(finding.unit()))
            .count()
        > 1;
  }
}
