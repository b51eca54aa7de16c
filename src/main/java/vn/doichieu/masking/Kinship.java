package vn.doichieu.masking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Target;

/**
 * Which items a plan's numbers tie to one another: through a formula, or as a part and its whole.
 * Numbers of items that are not tied tell nothing of each other.
 */
final class Kinship {

  private final Map<Item, Item> parents = new HashMap<>();
  private final Set<Item> tested = new HashSet<>();

  Kinship(Plan plan) {
    for (Item item : plan.items().values()) {
      Item whole = plan.items().get(item.partOf());
      if (whole != null && isCount(item)) {
        join(item, whole);
      }
    }
    plan.judged().forEach(this::read);
  }

  private void read(Target target) {
    if (target.condition() != null) {
      tested.addAll(target.condition().items());
    }
    List<Item> read = itemsOf(target);
    if (isSum(target.criterion())) {
      read.stream().filter(Kinship::isCount).forEach(item -> join(read.get(0), item));
    } else {
      tested.addAll(read);
      List<Item> counts = read.stream().filter(Kinship::isCount).toList();
      if (hasNumbers(target.criterion())) {
        counts.forEach(item -> join(counts.get(0), item));
      }
    }
  }

  /**
   * Whether a result depends on an item otherwise than through a sum: in a condition, or in DRL.
   */
  boolean isTested(Item item) {
    return tested.contains(item);
  }

  /** Items about people and all that are tied to them; those tied to each other together. */
  List<Set<Item>> families(Plan plan) {
    Map<String, Set<Item>> families = new TreeMap<>();
    for (Item item : plan.items().values()) {
      if (isCount(item)) {
        families.computeIfAbsent(root(item).code(), root -> new HashSet<>()).add(item);
      }
    }
    List<Set<Item>> ofPeople = new ArrayList<>(families.values());
    ofPeople.removeIf(family -> family.stream().noneMatch(Item::people));
    return ofPeople;
  }

  /** An item that the numbers of a target rest on; null if they are no numbers of figures. */
  static @Nullable Item itemOf(Target target) {
    return hasNumbers(target.criterion())
        ? itemsOf(target).stream().filter(Kinship::isCount).findFirst().orElse(null)
        : null;
  }

  /** Whether a finding's numbers are sums of figures. */
  static boolean isSum(Criterion criterion) {
    return criterion instanceof Criterion.Ratio
        || criterion instanceof Criterion.Count
        || criterion instanceof Criterion.Change
        || criterion instanceof Criterion.Reduction;
  }

  /**
   * A share of units counts units by results that are shown, duties and deadlines count nothing.
   */
  private static boolean hasNumbers(Criterion criterion) {
    return isSum(criterion)
        || criterion instanceof Criterion.MonthlyCount
        || criterion instanceof Criterion.Score
        || criterion instanceof Criterion.Drl;
  }

  /** Every period reads the same items. */
  private static List<Item> itemsOf(Target target) {
    return target.periods().stream()
        .limit(1)
        .flatMap(period -> target.criterion().inputs(period).stream())
        .map(Target.Input::item)
        .toList();
  }

  private static boolean isCount(Item item) {
    return item.type() == Item.Type.COUNT;
  }

  private Item root(Item item) {
    Item root = item;
    for (Item up = parents.get(root); up != null; up = parents.get(root)) {
      root = up;
    }
    return root;
  }

  private void join(Item a, Item b) {
    Item first = root(a);
    Item second = root(b);
    if (!first.equals(second)) {
      parents.put(second, first);
    }
  }
}
