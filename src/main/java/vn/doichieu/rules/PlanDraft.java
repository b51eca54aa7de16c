package vn.doichieu.rules;

import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
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

  public PlanDraft {
    keys = Map.copyOf(keys);
    keyPlaces = Map.copyOf(keyPlaces);
    itemPlaces = Map.copyOf(itemPlaces);
    problems = problems.stream().sorted(Problem.BY_PLACE).toList();
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
