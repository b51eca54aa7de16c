package vn.doichieu.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;

/**
 * How many findings there are by result, binding and other apart. Adds up to all findings.
 *
 * @param binding by result, every result present
 * @param other likewise, findings that cannot be held against their unit
 */
record Summary(Map<Result, Integer> binding, Map<Result, Integer> other) {

  static Summary of(List<Finding> findings) {
    Summary summary = new Summary(new EnumMap<>(Result.class), new EnumMap<>(Result.class));
    for (Result result : Result.values()) {
      summary.binding.put(result, 0);
      summary.other.put(result, 0);
    }
    for (Finding finding : findings) {
      (finding.binding() ? summary.binding : summary.other)
          .merge(finding.result(), 1, Integer::sum);
    }
    return summary;
  }

  int total() {
    return sum(binding) + sum(other);
  }

  static int sum(Map<Result, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
