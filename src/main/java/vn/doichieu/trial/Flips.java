package vn.doichieu.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

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

  private static final int TEN = 10;
  private static final int HUNDRED = 100;
  private static final long LARGEST = 10_000_000;

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

  /** Numbers to try a count on: close together up to twice a base, then ever farther apart. */
  static List<Long> counts(long base) {
    Set<Long> grid = new TreeSet<>();
    LongStream.rangeClosed(0, 2 * HUNDRED).map(i -> i * (base / HUNDRED)).forEach(grid::add);
    LongStream.rangeClosed(0, TEN).forEach(grid::add);
    for (long power = 1; power <= LARGEST; power *= TEN) {
      grid.addAll(List.of(power, 2 * power, 5 * power));
    }
    return List.copyOf(grid);
  }

  /** The first day of every month from one year to another, and the last day of all. */
  static List<Long> days(int first, int last) {
    List<Long> days = new ArrayList<>();
    for (LocalDate day = LocalDate.of(first, 1, 1);
        day.getYear() <= last;
        day = day.plusMonths(1)) {
      days.add(day.toEpochDay());
    }
    days.add(LocalDate.of(last, 12, 31).toEpochDay());
    return days;
  }
}
