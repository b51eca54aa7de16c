package vn.doichieu.bench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.Target;

/**
 * Has every finding made, and reads what it says: a list of findings may be a view that makes them
 * when they are asked for. Where a sentence has other readings, their verdicts are asked for, too.
 *
 * @param findings how many there are
 * @param checksum of what they say
 */
record Traversal(long findings, long checksum) {

  static Traversal of(Evaluation evaluation) {
    Set<String> readTwice =
        evaluation.plan().readings().stream()
            .map(OtherReading::target)
            .collect(Collectors.toSet());
    Target last = null;
    boolean ask = false;
    long findings = 0;
    long sum = 0;
    for (Finding finding : evaluation.findings()) {
      findings++;
      sum = 31 * sum + read(finding);
      if (finding.target() != last) {
        last = finding.target();
        ask = readTwice.contains(last.id());
      }
      if (ask) {
        for (Verdict verdict : evaluation.otherReadings().apply(finding)) {
          sum += verdict.result() == null ? 1 : 2 + verdict.result().ordinal();
        }
      }
    }
    return new Traversal(findings, sum);
  }

  /** Likewise on every processor: each makes some of the findings. */
  static Traversal onAll(Evaluation evaluation) {
    Set<String> readTwice =
        evaluation.plan().readings().stream()
            .map(OtherReading::target)
            .collect(Collectors.toSet());
    long sum =
        evaluation.findings().parallelStream()
            .mapToLong(
                finding -> {
                  long read = read(finding);
                  if (readTwice.contains(finding.target().id())) {
                    for (Verdict verdict : evaluation.otherReadings().apply(finding)) {
                      read += verdict.result() == null ? 1 : 2 + verdict.result().ordinal();
                    }
                  }
                  return read;
                })
            .sum();
    return new Traversal(evaluation.findings().size(), sum);
  }

  /** Of findings alone. */
  static Traversal of(List<Finding> findings) {
    long sum = 0;
    for (Finding finding : findings) {
      sum = 31 * sum + read(finding);
    }
    return new Traversal(findings.size(), sum);
  }

  private static long read(Finding finding) {
    long sum = finding.result().ordinal() * 31L + finding.reason().ordinal();
    sum = 31 * sum + finding.unit().index() + (finding.binding() ? 1 : 0);
    sum = 31 * sum + number(finding.numerator());
    sum = 31 * sum + number(finding.denominator());
    sum = 31 * sum + number(finding.shortfall());
    return 31 * sum + finding.flags().size();
  }

  private static long number(@Nullable Long number) {
    return number == null ? -1 : number;
  }
}
