package vn.doichieu.masking;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingUnit;

/**
 * What one finding tells: its two numbers if they are shown, its result in any case.
 *
 * @param unit whose finding it is
 * @param n the first number; null if it is not a sum of figures
 * @param d the second number; null if there is none, or it is not a sum of figures
 * @param rigid whether its result can only be known to stay the same if its numbers do
 * @param closed the units of which no figure may be thought to be other than it is, as it cannot be
 *     said what the result would then be
 */
record Statement(
    ReportingUnit unit,
    Criterion criterion,
    @Nullable Sum n,
    @Nullable Sum d,
    boolean rigid,
    Set<ReportingUnit> closed) {

  /** Whether its numbers stay the same by a move. */
  boolean staysBy(Move move) {
    return (n == null || n.change(move) == 0) && (d == null || d.change(move) == 0);
  }

  /** Whether its result surely stays the same by a move; false when in doubt. */
  boolean keepsResult(Move move) {
    if (move.by().keySet().stream().anyMatch(e -> closed.contains(e.unit()) && reads(e))) {
      return false;
    }
    if (staysBy(move)) {
      return true;
    }
    if (rigid || n == null) {
      return false;
    }
    long whole = d == null ? 1 : d.value();
    long wholeAfter = d == null ? 1 : d.value() + d.change(move);
    Verdict before = verdict(n.value(), whole);
    return before.possible() && before.equals(verdict(n.value() + n.change(move), wholeAfter));
  }

  private boolean reads(Entry entry) {
    return (n != null && n.factors().containsKey(entry))
        || (d != null && d.factors().containsKey(entry));
  }

  /** The figures that its numbers are made of. */
  Set<Entry> entries() {
    Set<Entry> entries = new HashSet<>();
    for (Sum sum : Arrays.asList(n, d)) {
      entries.addAll(sum == null ? Set.of() : sum.factors().keySet());
    }
    return entries;
  }

  /** Everything of two numbers that the words of a result can depend on. */
  private record Verdict(boolean possible, boolean nothing, boolean holds, boolean over) {}

  private Verdict verdict(long part, long whole) {
    boolean positive = part >= 0 && whole >= 0;
    if (whole == 0) {
      return new Verdict(positive && part == 0, true, false, false);
    }
    if (criterion instanceof Criterion.Ratio ratio) {
      boolean possible = positive && !(ratio.proportion() && part > whole);
      return compared(possible, ratio.range(), part, whole);
    } else if (criterion instanceof Criterion.Count count) {
      return compared(positive, count.range(), part, whole);
    } else if (criterion instanceof Criterion.Change change) {
      long now = part * change.years();
      return new Verdict(
          positive, part == 0, change.holds(now, whole), change.exceeded(now, whole));
    } else if (criterion instanceof Criterion.Reduction reduction) {
      long now = part * reduction.years();
      return new Verdict(
          positive, part == 0, reduction.holds(now, whole), reduction.exceeded(now, whole));
    }
    return new Verdict(false, false, false, false);
  }

  private static Verdict compared(boolean possible, Range range, long part, long whole) {
    return new Verdict(possible, false, !range.isBelow(part, whole), range.isAbove(part, whole));
  }
}
