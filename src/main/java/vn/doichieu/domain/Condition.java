package vn.doichieu.domain;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Plan.Item;

/**
 * What figures of one unit and period have to be: comparisons of items with constants, joined by
 * and, or and not. What is not known stays open unless what is known decides.
 */
public sealed interface Condition
    permits Criterion.Clause, Condition.All, Condition.Any, Condition.Not {

  /** What is known of a figure. */
  record Known(Figure.State state, long value) {
    long number() {
      return switch (state) {
        case VALID -> value;
        case ABSENT -> NumberedCondition.ABSENT;
        case INVALID -> NumberedCondition.INVALID;
      };
    }
  }

  /** What a condition comes to. */
  enum Truth {
    HOLDS,
    FAILS,
    /** It hangs on a figure that is absent. */
    ABSENT,
    /** It hangs on a figure that cannot be used. */
    INVALID
  }

  /** What it comes to with some figures; for many, see {@link NumberedCondition}. */
  default Truth truth(Function<Item, Known> figures) {
    List<Item> items = items();
    long[] numbers = items.stream().mapToLong(item -> figures.apply(item).number()).toArray();
    return NumberedCondition.of(this, items).truth(numbers, 0);
  }

  /** The comparisons in it, in order. */
  Stream<Criterion.Clause> clauses();

  /** The items it reads, in order, each once. */
  default List<Item> items() {
    return clauses().map(Criterion.Clause::item).distinct().toList();
  }

  /** Every one has to hold. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<Criterion.Clause> clauses() {
      return parts.stream().flatMap(Condition::clauses);
    }
  }

  /** At least one has to hold. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<Criterion.Clause> clauses() {
      return parts.stream().flatMap(Condition::clauses);
    }
  }

  /** It must not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public Stream<Criterion.Clause> clauses() {
      return part.clauses();
    }
  }

  /** The one comparison that it is; null if it is several. */
  default Criterion.@Nullable Clause only() {
    return this instanceof Criterion.Clause clause ? clause : null;
  }
}
