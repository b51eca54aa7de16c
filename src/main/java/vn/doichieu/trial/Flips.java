package vn.doichieu.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Where a verdict flips while one number rises: looked for on a grid, then halved down to two
 * neighbours. What the number means is not asked.
 */
final class Flips {

  /**
   * A flip.
   *
   * @param before the last number with the one verdict
   */
  record Flip(long before) {

    /** The first number with the other verdict. */
    long after() {
      return before + 1;
    }
  }

  private final LongFunction<String> verdict;

  /**
   * A search.
   *
   * @param verdict what is concluded for a number
   */
  Flips(LongFunction<String> verdict) {
    this.verdict = verdict;
  }

  /** Every flip between neighbours of a grid, in order; of several between two, one at least. */
  List<Flip> on(List<Long> grid) {
    List<Flip> flips = new ArrayList<>();
    String last = verdict.apply(grid.get(0));
    for (int i = 1; i < grid.size(); i++) {
      String here = verdict.apply(grid.get(i));
      if (!here.equals(last)) {
        between(grid.get(i - 1), last, grid.get(i), here, flips);
      }
      last = here;
    }
    return flips;
  }

  private void between(long low, String atLow, long high, String atHigh, List<Flip> flips) {
    long from = low;
    String atFrom = atLow;
    while (!atFrom.equals(atHigh)) {
      long a = from;
      long b = high;
      String atB = atHigh;
      while (b - a > 1) {
        long middle = a + (b - a) / 2;
        String here = verdict.apply(middle);
        if (here.equals(atFrom)) {
          a = middle;
        } else {
          b = middle;
          atB = here;
        }
      }
      flips.add(new Flip(a));
      from = b;
      atFrom = atB;
    }
  }
}
