package vn.doichieu.listing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;

/**
 * How the area itself stands: each of its main targets once, with the worst of its results.
 *
 * @param worst the finding that tells of each target, in the order of the register
 */
public record AreaVerdict(List<Finding> worst) {

  /** The verdict on the main targets of the area that can be held against it. */
  public static AreaVerdict of(Evaluation evaluation) {
    return of(evaluation, target -> target.priority() == Target.Priority.MAIN);
  }

  /** The verdict on the other targets: what there is to say of a plan without main ones. */
  public static AreaVerdict ofOthers(Evaluation evaluation) {
    return of(evaluation, target -> target.priority() != Target.Priority.MAIN);
  }

  private static AreaVerdict of(Evaluation evaluation, Predicate<Target> counted) {
    Map<String, List<Finding>> byTarget = new LinkedHashMap<>();
    for (Finding finding : evaluation.findings()) {
      if (finding.binding()
          && finding.unit().equals(evaluation.area())
          && counted.test(finding.target())) {
        byTarget.computeIfAbsent(finding.target().id(), id -> new ArrayList<>()).add(finding);
      }
    }
    return new AreaVerdict(byTarget.values().stream().map(Severity::worst).toList());
  }

  /** How many targets have which result, the worst first; those without any are left out. */
  public Map<Result, Integer> counts() {
    Map<Result, Integer> counts = new EnumMap<>(Result.class);
    worst.forEach(finding -> counts.merge(finding.result(), 1, Integer::sum));
    Map<Result, Integer> ordered = new LinkedHashMap<>();
    Severity.ORDER.stream()
        .filter(counts::containsKey)
        .forEach(result -> ordered.put(result, counts.getOrDefault(result, 0)));
    return ordered;
  }
}
