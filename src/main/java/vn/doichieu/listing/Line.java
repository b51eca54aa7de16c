package vn.doichieu.listing;

import java.util.List;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;

/**
 * One line of the list: the findings of a unit that have one cause.
 *
 * @param findings main targets and deadlines first; at least one
 */
public record Line(List<Finding> findings) {

  public Line {
    findings = List.copyOf(findings);
  }

  /** The finding that the line is told by. */
  public Finding first() {
    return findings.get(0);
  }

  public ReportingUnit unit() {
    return first().unit();
  }

  /** The targets concerned, without repetition, in order. */
  public List<Target> targets() {
    return findings.stream().map(Finding::target).distinct().toList();
  }

  /** The findings of one target, in the order of their periods. */
  public List<Finding> of(Target target) {
    return findings.stream().filter(finding -> finding.target() == target).toList();
  }

  /** Whether it stands for the supporting duties of a body, told together. */
  public boolean isDuties() {
    return findings.stream().allMatch(Line::isSupportingDuty);
  }

  static boolean isSupportingDuty(Finding finding) {
    return finding.target().priority() == Target.Priority.SUPPORTING
        && finding.target().criterion() instanceof Criterion.Duty;
  }
}
