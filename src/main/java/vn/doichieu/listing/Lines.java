package vn.doichieu.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;

/**
 * Puts findings together that have one cause, so that a leader acts on it once: those of a unit
 * that rest on the same figures, the periods of one report, and the supporting duties of one body.
 */
public final class Lines {

  /**
   * Findings of one unit and result that rest on the same figures.
   *
   * @param alone the target of a finding that rests on no figures, which shares no cause
   */
  private record Cause(
      ReportingUnit unit, Result result, Set<Target.Input> figures, String alone) {}

  /** Lines of one unit and result that are about the same targets: periods of one report. */
  private record Subject(ReportingUnit unit, Result result, List<String> targets) {}

  private Lines() {}

  /** The lines of findings, by unit in an order; main targets first, supporting duties last. */
  public static Map<ReportingUnit, List<Line>> of(
      Evaluation evaluation, List<Finding> findings, Comparator<ReportingUnit> order) {
    Map<Cause, List<Finding>> byCause = new LinkedHashMap<>();
    Map<ReportingUnit, List<Finding>> duties = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (Line.isSupportingDuty(finding)) {
        duties.computeIfAbsent(finding.unit(), unit -> new ArrayList<>()).add(finding);
      } else {
        byCause.computeIfAbsent(cause(evaluation, finding), c -> new ArrayList<>()).add(finding);
      }
    }
    Map<Subject, List<Finding>> bySubject = new LinkedHashMap<>();
    byCause
        .values()
        .forEach(
            group ->
                bySubject.computeIfAbsent(subject(group), s -> new ArrayList<>()).addAll(group));
    Map<ReportingUnit, List<Line>> lines = new TreeMap<>(order);
    bySubject.values().forEach(group -> add(lines, group));
    lines.values().forEach(ofUnit -> ofUnit.sort(BY_PRIORITY));
    duties.values().forEach(group -> add(lines, group));
    return lines;
  }

  private static final Comparator<Line> BY_PRIORITY =
      Comparator.comparing((Line line) -> line.first().target().priority());

  private static void add(Map<ReportingUnit, List<Line>> lines, List<Finding> group) {
    List<Finding> sorted = new ArrayList<>(group);
    sorted.sort(Comparator.comparing((Finding finding) -> finding.target().priority()));
    Line line = new Line(sorted);
    lines.computeIfAbsent(line.unit(), unit -> new ArrayList<>()).add(line);
  }

  /** What lacks, where something lacks; what cannot be used; else everything that was used. */
  private static Cause cause(Evaluation evaluation, Finding finding) {
    Figure.State at =
        switch (finding.result()) {
          case MISSING -> Figure.State.ABSENT;
          case INVALID -> Figure.State.INVALID;
          default -> Figure.State.VALID;
        };
    List<Figure> evidence = evaluation.evidence().apply(finding);
    Set<Target.Input> figures = inputs(evidence, finding, at);
    if (figures.isEmpty()) {
      figures = Set.copyOf(finding.target().inputs(finding.period()));
    }
    return new Cause(
        finding.unit(), finding.result(), figures, figures.isEmpty() ? finding.target().id() : "");
  }

  private static Set<Target.Input> inputs(
      List<Figure> evidence, Finding finding, Figure.State state) {
    return evidence.stream()
        .filter(figure -> figure.state() == state && !figure.item().optional())
        .filter(figure -> figure.unit().equals(finding.unit()))
        .map(figure -> new Target.Input(figure.item(), figure.period()))
        .collect(Collectors.toSet());
  }

  private static Subject subject(List<Finding> group) {
    Finding first = group.get(0);
    return new Subject(
        first.unit(),
        first.result(),
        group.stream().map(finding -> finding.target().id()).distinct().toList());
  }
}
