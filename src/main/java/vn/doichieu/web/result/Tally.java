package vn.doichieu.web.result;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.listing.Severity;

/**
 * How many findings there are by result.
 *
 * @param rows the results that occur or could, the worst first
 * @param binding how many can be held against their unit
 * @param other how many cannot
 * @param failing how many make the check fail
 */
public record Tally(List<Row> rows, int binding, int other, int failing) {

  /** One result. */
  public record Row(Result result, int binding, int other) {

    public int total() {
      return binding + other;
    }
  }

  /** Counts findings. */
  public static Tally of(Collection<Finding> findings) {
    Map<Result, int[]> counts = new EnumMap<>(Result.class);
    int binding = 0;
    int failing = 0;
    for (Finding finding : findings) {
      counts.computeIfAbsent(finding.result(), r -> new int[2])[finding.binding() ? 0 : 1]++;
      binding += finding.binding() ? 1 : 0;
      failing += finding.failsCheck() ? 1 : 0;
    }
    int[] none = {0, 0};
    List<Row> rows =
        Severity.ORDER.stream()
            .map(
                result -> {
                  int[] count = counts.getOrDefault(result, none);
                  return new Row(result, count[0], count[1]);
                })
            .toList();
    return new Tally(rows, binding, findings.size() - binding, failing);
  }

  /** All findings. */
  public int total() {
    return binding + other;
  }
}
