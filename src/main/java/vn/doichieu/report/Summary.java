package vn.doichieu.report;

import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Result;

/**
 * How many findings there are by result, binding and other apart; counted as they pass. Adds up to
 * all findings.
 */
final class Summary {

  private static final Result[] RESULTS = Result.values();

  private final int[] binding = new int[RESULTS.length];
  private final int[] other = new int[RESULTS.length];
  private int askedMissed;
  private int contributionsMissed;

  /** Counts all findings. */
  static Summary of(Evaluation evaluation) {
    Summary summary = new Summary();
    evaluation.findings().forEach(summary::add);
    return summary;
  }

  void add(Finding finding) {
    (finding.binding() ? binding : other)[finding.result().ordinal()]++;
    if (finding.result() == Result.NOT_MET || finding.result() == Result.MISSING) {
      askedMissed += finding.flags().contains(Flag.ASKED) ? 1 : 0;
      contributionsMissed += finding.flags().contains(Flag.CONTRIBUTION) ? 1 : 0;
    }
  }

  /** Findings that can be held against their unit. */
  int binding(Result result) {
    return binding[result.ordinal()];
  }

  /** Findings that cannot be held against their unit. */
  int other(Result result) {
    return other[result.ordinal()];
  }

  int binding() {
    return sum(binding);
  }

  int other() {
    return sum(other);
  }

  int total() {
    return binding() + other();
  }

  /** How many make the check fail. */
  int failing() {
    int failing = 0;
    for (Result result : RESULTS) {
      failing += result.failsCheck() ? binding(result) : 0;
    }
    return failing;
  }

  /** How many of bodies that are only asked are not met or not reported. */
  int askedMissed() {
    return askedMissed;
  }

  /** How many of members that only contribute are not met or not reported. */
  int contributionsMissed() {
    return contributionsMissed;
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
