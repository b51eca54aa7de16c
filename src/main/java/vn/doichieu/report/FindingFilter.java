package vn.doichieu.report;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Warning;

/**
 * Which findings to show; an empty set lets every one pass.
 *
 * @param units codes of units
 * @param targets ids of targets
 */
public record FindingFilter(Set<String> units, Set<String> targets, Set<Result> results) {

  public FindingFilter {
    units = Set.copyOf(units);
    targets = Set.copyOf(targets);
    results = Set.copyOf(results);
  }

  /** Whether anything is left out. */
  public boolean filters() {
    return !units.isEmpty() || !targets.isEmpty() || !results.isEmpty();
  }

  /** Hands on the findings that pass, in their order; none is held. */
  public void forEach(Evaluation evaluation, Consumer<Finding> then) {
    boolean filters = filters();
    for (Finding finding : evaluation.findings()) {
      if (!filters || passes(finding)) {
        then.accept(finding);
      }
    }
  }

  /** The warnings of the units that pass; targets and results have none. */
  public List<Warning> warningsOf(Evaluation evaluation) {
    return evaluation.warnings().stream()
        .filter(warning -> units.isEmpty() || units.contains(warning.unit().code()))
        .filter(warning -> targets.isEmpty() && results.isEmpty())
        .toList();
  }

  /** Whether a finding is shown. */
  boolean passes(Finding finding) {
    return (units.isEmpty() || units.contains(finding.unit().code()))
        && (targets.isEmpty() || targets.contains(finding.target().id()))
        && (results.isEmpty() || results.contains(finding.result()));
  }
}
