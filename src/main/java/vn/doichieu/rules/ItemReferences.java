package vn.doichieu.rules;

import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.ruletable.Mending;
import vn.doichieu.tabular.NearestWord;

/** Checks what an item of {@code plan.yaml} says of other items and of targets. */
final class ItemReferences {

  /** As many codes as a reader looks through. */
  private static final int MOST_SHOWN = 12;

  private ItemReferences() {}

  static void check(
      Item item,
      Map<String, Item> items,
      List<Target> targets,
      SourceLocation place,
      List<Problem> problems) {
    if (!item.partOf().isEmpty() && !isCountedPart(item, items)) {
      problems.add(invalid(place, "part_of: ", item.partOf(), counts(item, items)));
    }
    boolean fits =
        switch (item.sense()) {
          case NONE -> true;
          case INSPECTION_TEAM -> item.type() == Item.Type.YES_NO;
          default -> item.type() == Item.Type.COUNT;
        };
    if (!fits) {
      String type = item.sense() == Item.Sense.INSPECTION_TEAM ? "yes_no" : "count";
      problems.add(invalid(place, "sense: ", item.sense().code(), List.of("type: " + type)));
    }
    if (item.people() && item.type() != Item.Type.COUNT) {
      problems.add(invalid(place, "people: ", "true", List.of("type: count")));
    }
    boolean rate = item.type() == Item.Type.RATE;
    List<String> rated = targets.stream().filter(ItemReferences::hasRate).map(Target::id).toList();
    if (rate ? !rated.contains(item.rateOf()) : !item.rateOf().isEmpty()) {
      problems.add(
          invalid(place, "rate_of: ", item.rateOf(), rate ? rated : List.of("type: rate")));
    }
  }

  private static boolean isCountedPart(Item item, Map<String, Item> items) {
    Item whole = items.get(item.partOf());
    return item.type() == Item.Type.COUNT
        && whole != null
        && whole.type() == Item.Type.COUNT
        && !whole.equals(item);
  }

  private static List<String> counts(Item part, Map<String, Item> items) {
    return items.values().stream()
        .filter(item -> item.type() == Item.Type.COUNT && !item.equals(part))
        .map(Item::code)
        .toList();
  }

  private static boolean hasRate(Target target) {
    return target.criterion() instanceof Criterion.Ratio
        || target.criterion() instanceof Criterion.ShareOfUnits;
  }

  private static Problem invalid(
      SourceLocation place, String key, String read, List<String> allowed) {
    String shown = String.join(", ", allowed.subList(0, Math.min(MOST_SHOWN, allowed.size())));
    String expected = allowed.size() > MOST_SHOWN ? shown + ", …" : shown;
    return Mending.with(
        new Problem(Problem.Kind.RULE_CELL_INVALID, place, key + read, expected),
        NearestWord.of(read, allowed));
  }
}
