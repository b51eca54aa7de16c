package vn.doichieu.domain;

import java.util.List;
import vn.doichieu.domain.Condition.Truth;
import vn.doichieu.domain.Plan.Item;

/** A condition whose figures are numbered, so that nothing has to be looked up to judge it. */
public sealed interface NumberedCondition {

  /** Stands for a figure that is absent. No figure has this value. */
  long ABSENT = Long.MIN_VALUE;

  /** Stands for a figure that cannot be used. No figure has this value. */
  long INVALID = Long.MIN_VALUE + 1;

  /**
   * What it comes to.
   *
   * @param figures the figures by their numbers, or {@link #ABSENT} or {@link #INVALID}
   * @param at where the first one stands
   */
  Truth truth(long[] figures, int at);

  /**
   * Numbers the figures of a condition.
   *
   * @param items all its items, in the order of their numbers
   */
  static NumberedCondition of(Condition condition, List<Item> items) {
    if (condition instanceof Criterion.Clause clause) {
      return new One(items.indexOf(clause.item()), clause);
    } else if (condition instanceof Condition.All all) {
      return new Several(of(all.parts(), items), Truth.FAILS, Truth.HOLDS);
    } else if (condition instanceof Condition.Any any) {
      return new Several(of(any.parts(), items), Truth.HOLDS, Truth.FAILS);
    }
    return new Opposite(of(((Condition.Not) condition).part(), items));
  }

  private static List<NumberedCondition> of(List<Condition> parts, List<Item> items) {
    return parts.stream().map(part -> of(part, items)).toList();
  }

  /** A comparison of one figure. */
  record One(int figure, Criterion.Clause clause) implements NumberedCondition {
    @Override
    public Truth truth(long[] figures, int at) {
      long value = figures[at + figure];
      if (value == ABSENT) {
        return Truth.ABSENT;
      } else if (value == INVALID) {
        return Truth.INVALID;
      }
      return clause.holds(value) ? Truth.HOLDS : Truth.FAILS;
    }
  }

  /** One part that decides, decides; else an invalid one leaves it invalid, an absent one open. */
  record Several(List<NumberedCondition> parts, Truth decides, Truth otherwise)
      implements NumberedCondition {
    @Override
    public Truth truth(long[] figures, int at) {
      Truth open = otherwise;
      for (int i = 0; i < parts.size(); i++) {
        Truth truth = parts.get(i).truth(figures, at);
        if (truth == decides) {
          return decides;
        }
        if (truth == Truth.INVALID || (truth == Truth.ABSENT && open != Truth.INVALID)) {
          open = truth;
        }
      }
      return open;
    }
  }

  /** What must not hold. */
  record Opposite(NumberedCondition part) implements NumberedCondition {
    @Override
    public Truth truth(long[] figures, int at) {
      Truth truth = part.truth(figures, at);
      return switch (truth) {
        case HOLDS -> Truth.FAILS;
        case FAILS -> Truth.HOLDS;
        case ABSENT, INVALID -> truth;
      };
    }
  }
}
