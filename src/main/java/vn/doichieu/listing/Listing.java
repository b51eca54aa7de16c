package vn.doichieu.listing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;

/**
 * The findings of a check sorted by what a leader has to do with them.
 *
 * @param findings those of each part, in the order of the check
 */
public record Listing(Evaluation evaluation, Map<Part, List<Finding>> findings) {

  /** A target of the area in a period. */
  private record OfArea(String target, ReportingPeriod period) {}

  /** Sorts the findings of a check. */
  public static Listing of(Evaluation evaluation) {
    Map<OfArea, Result> area = new HashMap<>();
    for (Finding finding : evaluation.findings()) {
      if (finding.unit().equals(evaluation.area()) && finding.binding()) {
        area.put(new OfArea(finding.target().id(), finding.period()), finding.result());
      }
    }
    Map<Part, List<Finding>> findings = new EnumMap<>(Part.class);
    for (Finding finding : evaluation.findings()) {
      Part part = part(finding, area.get(new OfArea(finding.target().id(), finding.period())));
      findings.computeIfAbsent(part, p -> new ArrayList<>()).add(finding);
    }
    return new Listing(evaluation, findings);
  }

  /** The part of a finding, given what the area came to for the same target. */
  private static Part part(Finding finding, @Nullable Result area) {
    if (finding.failsCheck()) {
      return Part.OPEN;
    } else if (finding.result() == Result.WAIVED) {
      return Part.WAIVED;
    } else if (finding.flags().contains(Flag.CONTRIBUTION)) {
      return contribution(finding, area);
    } else if (finding.result() == Result.IN_PROGRESS) {
      return Part.UNDERWAY;
    } else if (finding.flags().contains(Flag.ASKED)) {
      return isOpen(finding.result()) ? Part.ASKED : Part.REST;
    }
    return isOpen(finding.result()) ? Part.REVIEW : Part.REST;
  }

  /** A member's part counts as far as the area's target hangs on it. */
  private static Part contribution(Finding finding, @Nullable Result area) {
    if (finding.result() == Result.IN_PROGRESS) {
      return area == Result.IN_PROGRESS ? Part.UNDERWAY : Part.REST;
    }
    if (area != null && isOpen(area) && isOpen(finding.result())) {
      return Part.CONTRIBUTIONS;
    }
    return finding.result() == Result.INVALID ? Part.TO_VERIFY : Part.REST;
  }

  private static boolean isOpen(Result result) {
    return result.failsCheck() || result == Result.NEEDS_REVIEW;
  }

  /** The findings of a part. */
  public List<Finding> in(Part part) {
    return findings.getOrDefault(part, List.of());
  }

  /** The findings of a part at one unit. */
  public List<Finding> in(Part part, ReportingUnit unit) {
    return in(part).stream().filter(finding -> finding.unit().equals(unit)).toList();
  }
}
