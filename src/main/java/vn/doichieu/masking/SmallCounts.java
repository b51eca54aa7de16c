package vn.doichieu.masking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Plan.Item.Sense;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.Target.Input;

/** Finds the counts about people that are small, among numbers and what follows from them. */
final class SmallCounts {

  /** The counts that are hidden (contract, section 5). */
  static final long LEAST = 1;

  static final long MOST = 4;

  /** Up to here a count is hidden whose result by itself would tell hidden ones apart. */
  private static final long WIDE = 9;

  private SmallCounts() {}

  static boolean isSmall(long value) {
    return value >= LEAST && value <= MOST;
  }

  /**
   * The small ones among the numbers of a statement.
   *
   * @param values every figure
   */
  static List<Sum> of(Statement statement, Map<Entry, Long> values) {
    List<Sum> small = new ArrayList<>();
    Sum n = statement.n();
    Sum d = statement.d();
    if (n == null) {
      return small;
    }
    if (isOfPeople(n)
        && (isSmall(n.value()) || (isTellingByResult(statement) && n.value() <= WIDE))) {
      small.add(n);
    }
    if (d != null && isOfPeople(d) && isSmall(d.value())) {
      small.add(d);
    }
    if (d != null
        && statement.criterion() instanceof Criterion.Ratio ratio
        && ratio.proportion()
        && isOfPeople(n)
        && isOfPeople(d)
        && isSmall(d.value() - n.value())) {
      small.add(d.minus(n));
    }
    small.addAll(smallItems(n, values));
    if (d != null) {
      small.addAll(smallItems(d, values));
    }
    return small;
  }

  /** What grew from one number to a later one of the same year by 1 to 4 people. */
  static List<Sum> growth(Sum earlier, Sum later) {
    boolean people =
        isOfPeople(later)
            && later.factors().entrySet().stream()
                .allMatch(e -> e.getValue() > 0 && accumulates(e.getKey().item()));
    return people && isSmall(later.value() - earlier.value())
        ? List.of(later.minus(earlier))
        : List.of();
  }

  private static boolean accumulates(Item item) {
    return item.people() && item.sense() != Sense.TOTAL && item.sense() != Sense.PENDING;
  }

  private static boolean isOfPeople(Sum sum) {
    return sum.factors().keySet().stream().anyMatch(entry -> entry.item().people());
  }

  /** Each item of a number by itself, over all units of it. */
  private static List<Sum> smallItems(Sum sum, Map<Entry, Long> values) {
    Map<Input, Sum> items = new LinkedHashMap<>();
    for (Entry entry : sum.factors().keySet()) {
      if (entry.item().people()) {
        Sum figure = Sum.of(entry, values.getOrDefault(entry, 0L));
        items.merge(new Input(entry.item(), entry.period()), figure, Sum::and);
      }
    }
    return items.values().stream().filter(item -> isSmall(item.value())).toList();
  }

  /** Whether met and not met part the small counts so that one of them would stand alone. */
  private static boolean isTellingByResult(Statement statement) {
    if (!(statement.criterion() instanceof Criterion.Count count)) {
      return false;
    }
    Range range = count.range();
    return isNearSmall(range.floor()) || isNearSmall(range.ceiling());
  }

  private static boolean isNearSmall(@Nullable Bound bound) {
    return bound != null
        && bound.numerator() >= bound.denominator() * LEAST
        && bound.numerator() <= bound.denominator() * (MOST + 1);
  }
}
