package vn.doichieu.report;

import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
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

  /** Below this many findings a second thread costs more than it saves. */
  private static final int WORTH_ANOTHER = 30_000;

  /** Each holds a range and the cases it knows: memory is not to grow with the processors. */
  private static final int MOST_WORKERS = 4;

  public FindingFilter {
    units = Set.copyOf(units);
    targets = Set.copyOf(targets);
    results = Set.copyOf(results);
  }

  /** Whether anything is left out. */
  public boolean filters() {
    return !units.isEmpty() || !targets.isEmpty() || !results.isEmpty();
  }

  /**
   * Writes the findings that pass, in their order; none is held.
   *
   * @param workers how many threads write
   * @param writing makes what writes findings one after the other, for one thread
   */
  void write(
      Spliterator<Finding> findings,
      int workers,
      Utf8Writer out,
      Function<Utf8Writer, Consumer<Finding>> writing) {
    if (workers == 1) {
      findings.forEachRemaining(passing(writing.apply(out)));
    } else {
      InOrder.write(findings, workers, out, bytes -> passing(writing.apply(bytes)));
    }
  }

  /** How many threads are worth it for all findings. */
  static int workers(Evaluation evaluation) {
    return evaluation.findings().size() < WORTH_ANOTHER
        ? 1
        : Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
  }

  /** Hands on what passes. */
  Consumer<Finding> passing(Consumer<Finding> then) {
    if (!filters()) {
      return then;
    }
    return finding -> {
      if (passes(finding)) {
        then.accept(finding);
      }
    };
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
