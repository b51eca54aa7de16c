package vn.doichieu.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.domain.SourceLocation;

/**
 * What could be read of a plan's folder, and everything that could not.
 *
 * @param plan the plan without the rows that have a problem, or rest on an item that has one; blank
 *     and of the year 0 as far as {@code plan.yaml} cannot be read
 * @param keys the words at the top of {@code plan.yaml}; without those that have no text
 * @param keyPlaces where each of them stands
 * @param itemPlaces where each item stands, by code
 * @param problems by place; none if the plan is sound
 */
public record PlanDraft(
    Plan plan,
    Map<String, String> keys,
    Map<String, SourceLocation> keyPlaces,
    Map<String, SourceLocation> itemPlaces,
    List<Problem> problems) {

  /** What is wrong with a cell itself, so that nothing need be said of the text read from it. */
  private static final Set<Kind> OF_THE_CELL =
      EnumSet.of(
          Kind.RULE_CELL_SHOWN_IN_PART,
          Kind.CELL_ERROR,
          Kind.FORMULA_WITHOUT_VALUE,
          Kind.MERGED_CELLS);

  public PlanDraft {
    keys = Map.copyOf(keys);
    keyPlaces = Map.copyOf(keyPlaces);
    itemPlaces = Map.copyOf(itemPlaces);
    Set<SourceLocation> cells =
        problems.stream()
            .filter(problem -> OF_THE_CELL.contains(problem.kind()))
            .map(Problem::location)
            .collect(Collectors.toSet());
    problems =
        problems.stream()
            .filter(p -> OF_THE_CELL.contains(p.kind()) || !cells.contains(p.location()))
            .sorted(Problem.BY_PLACE)
            .toList();
  }

  /**
   * The plan, if it has no problem.
   *
   * @throws InvalidRules naming every problem
   */
  public Plan sound() {
    if (!problems.isEmpty()) {
      throw new InvalidRules(problems);
    }
    return plan;
  }

  /** A word at the top of {@code plan.yaml}; empty if it is not there. */
  public String key(String name) {
    return keys.getOrDefault(name, "");
  }
}
