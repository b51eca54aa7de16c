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
  record Known(Figure.State state, long value) {}

  /** What a condition comes to. */
  enum Truth {
    HOLDS,
    FAILS,
    /** It hangs on a figure that is absent. */
    ABSENT,
    /** It hangs on a figure that cannot be used. */
    INVALID
  }

  /** What it comes to with some figures. */
  Truth truth(Function<Item, Known> figures);

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
    public Truth truth(Function<Item, Known> figures) {
      return joined(parts, figures, Truth.FAILS, Truth.HOLDS);
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
    public Truth truth(Function<Item, Known> figures) {
      return joined(parts, figures, Truth.HOLDS, Truth.FAILS);
    }

    @Override
    public Stream<Criterion.Clause> clauses() {
      return parts.stream().flatMap(Condition::clauses);
    }
  }

  /** It must not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public Truth truth(Function<Item, Known> figures) {
      Truth truth = part.truth(figures);
      return switch (truth) {
        case HOLDS -> Truth.FAILS;
        case FAILS -> Truth.HOLDS;
        case ABSENT, INVALID -> truth;
      };
    }

    @Override
    public Stream<Criterion.Clause> clauses() {
      return part.clauses();
    }
  }

  /** One part that decides, decides; else an invalid one leaves it invalid, an absent one open. */
  private static Truth joined(
      List<Condition> parts, Function<Item, Known> figures, Truth decides, Truth otherwise) {
    Truth open = otherwise;
    for (Condition part : parts) {
      Truth truth = part.truth(figures);
      if (truth == decides) {
        return decides;
      }
      if (truth == Truth.INVALID || (truth == Truth.ABSENT && open != Truth.INVALID)) {
        open = truth;
      }
    }
    return open;
  }

  /** The one comparison that it is; null if it is several. */
  default Criterion.@Nullable Clause only() {
    return this instanceof Criterion.Clause clause ? clause : null;
  }
}
