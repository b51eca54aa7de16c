package vn.doichieu.masking;

import java.util.HashMap;
import java.util.Map;

/**
 * A number as a reader knows it to be made: figures, each times a whole number, and a constant.
 *
 * @param factors what each figure counts for; figures that count for nothing are left out
 * @param value what it comes to
 */
record Sum(Map<Entry, Long> factors, long value) {

  Sum {
    factors = Map.copyOf(factors);
  }

  static Sum of(Entry entry, long value) {
    return new Sum(Map.of(entry, 1L), value);
  }

  /** Both together. */
  Sum and(Sum other) {
    return with(other, 1);
  }

  /** This less another. */
  Sum minus(Sum other) {
    return with(other, -1);
  }

  private Sum with(Sum other, long times) {
    Map<Entry, Long> all = new HashMap<>(factors);
    other.factors.forEach((entry, factor) -> all.merge(entry, times * factor, Sum::plus));
    all.values().removeIf(factor -> factor == 0);
    return new Sum(all, value + times * other.value);
  }

  /** How much it changes by a move. */
  long change(Move move) {
    long change = 0;
    for (Map.Entry<Entry, Long> moved : move.by().entrySet()) {
      change += factors.getOrDefault(moved.getKey(), 0L) * moved.getValue();
    }
    return change;
  }

  static Long plus(Long a, Long b) {
    return a + b;
  }
}
