package vn.doichieu.web.result;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target.Priority;
import vn.doichieu.web.request.Refusal;

/**
 * Which findings somebody wants to see; empty sets let every one pass.
 *
 * @param units codes of units
 * @param targets ids of targets
 */
public record Chosen(
    Set<String> units, Set<String> targets, Set<Result> results, Set<Priority> priorities) {

  public Chosen {
    units = Set.copyOf(units);
    targets = Set.copyOf(targets);
    results = Set.copyOf(results);
    priorities = Set.copyOf(priorities);
  }

  /**
   * As the parameters of a request ask; each may be given several times.
   *
   * @throws Refusal if there is no such result or priority
   */
  public static Chosen of(
      @Nullable List<String> units,
      @Nullable List<String> targets,
      @Nullable List<String> results,
      @Nullable List<String> priorities) {
    try {
      return new Chosen(
          words(units),
          words(targets),
          words(results).stream()
              .map(word -> Result.valueOf(word.toUpperCase(Locale.ROOT)))
              .collect(Collectors.toSet()),
          words(priorities).stream()
              .map(word -> Priority.valueOf(word.toUpperCase(Locale.ROOT)))
              .collect(Collectors.toSet()));
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("filter");
    }
  }

  private static Set<String> words(@Nullable List<String> given) {
    return given == null
        ? Set.of()
        : given.stream().filter(word -> !word.isBlank()).collect(Collectors.toSet());
  }

  /** Those that pass, in their order. */
  public List<Finding> of(List<Finding> findings) {
    return findings.stream().filter(this::passes).toList();
  }

  private boolean passes(Finding finding) {
    return (units.isEmpty() || units.contains(finding.unit().code()))
        && (targets.isEmpty() || targets.contains(finding.target().id()))
        && (results.isEmpty() || results.contains(finding.result()))
        && (priorities.isEmpty() || priorities.contains(finding.target().priority()));
  }
}
