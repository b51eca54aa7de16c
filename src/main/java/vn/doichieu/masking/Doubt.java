package vn.doichieu.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Plan.Item.Sense;
import vn.doichieu.domain.ReportingUnit;

/**
 * Finds other figures that would look the same to a reader: every number shown the same, every
 * result the same, and no other contradiction between figures. Where there are such, what they
 * change cannot be worked out.
 */
final class Doubt {

  /** How far away other figures are looked for: as far as the largest small count is from 0. */
  private static final long FARTHEST = SmallCounts.MOST;

  /** How many units are tried beside one: more would take long, and hiding more is never wrong. */
  static final int MOST_PARTNERS = 64;

  private final Ledger ledger;
  private final Kinship kinship;
  private final Map<ReportingUnit, List<Move>> moves = new HashMap<>();

  Doubt(Ledger ledger, Kinship kinship) {
    this.ledger = ledger;
    this.kinship = kinship;
  }

  /** Whether a number could be another one, as far as a reader can tell who sees no hidden unit. */
  boolean remains(Sum sum, Set<ReportingUnit> hidden) {
    for (ReportingUnit unit : unitsOf(sum)) {
      if (hidden.contains(unit) && remains(sum, unit, null, hidden)) {
        return true;
      }
    }
    return hidden.stream()
        .limit(MOST_PARTNERS)
        .anyMatch(partner -> remainsWith(sum, partner, hidden));
  }

  /** Whether a number could be another one with another of some hidden unit's. */
  boolean remainsWith(Sum sum, ReportingUnit partner, Set<ReportingUnit> hidden) {
    for (ReportingUnit unit : unitsOf(sum)) {
      if (hidden.contains(unit) && !unit.equals(partner) && remains(sum, unit, partner, hidden)) {
        return true;
      }
    }
    return false;
  }

  private boolean remains(
      Sum sum, ReportingUnit unit, @Nullable ReportingUnit partner, Set<ReportingUnit> hidden) {
    for (Move move : moves.computeIfAbsent(unit, this::movesOf)) {
      Move whole = partner == null ? move : move.and(answer(move, unit, partner));
      if (sum.change(whole) != 0 && looksTheSame(whole, hidden)) {
        return true;
      }
    }
    return false;
  }

  /** What leaves the sums over the members as they are; the area's own figures go along instead. */
  private Move answer(Move move, ReportingUnit unit, ReportingUnit partner) {
    Map<Entry, Long> by = new HashMap<>();
    boolean ofArea = unit.equals(ledger.area()) || partner.equals(ledger.area());
    long sign = ofArea ? 1 : -1;
    move.by().forEach((entry, change) -> by.put(entry.at(partner), sign * change));
    return new Move(by);
  }

  private static Set<ReportingUnit> unitsOf(Sum sum) {
    Set<ReportingUnit> units = new TreeSet<>(Comparator.comparing(ReportingUnit::code));
    sum.factors().keySet().forEach(entry -> units.add(entry.unit()));
    return units;
  }

  /** A few more or less of one figure of a unit, or of two. */
  private List<Move> movesOf(ReportingUnit unit) {
    List<Entry> entries =
        ledger.of(unit).stream()
            .sorted(Comparator.comparing((Entry e) -> e.item().code()).thenComparing(Entry::period))
            .toList();
    List<Move> made = new ArrayList<>();
    for (long far = 1; far <= FARTHEST; far++) {
      for (long change : new long[] {far, -far}) {
        for (int i = 0; i < entries.size(); i++) {
          Move one = new Move(Map.of(entries.get(i), change));
          made.add(one);
          for (Entry other : entries.subList(i + 1, entries.size())) {
            made.add(one.and(new Move(Map.of(other, change))));
            made.add(one.and(new Move(Map.of(other, -change))));
          }
        }
      }
    }
    return made;
  }

  private boolean looksTheSame(Move move, Set<ReportingUnit> hidden) {
    for (Entry entry : move.by().keySet()) {
      if (kinship.isTested(entry.item()) || !raisesNoQuestion(entry, move)) {
        return false;
      }
      for (Statement statement : ledger.about(entry)) {
        boolean shown = !hidden.contains(statement.unit());
        if ((shown && !statement.staysBy(move)) || !statement.keepsResult(move)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the figure is possible, and lies to the unit's others as before. */
  private boolean raisesNoQuestion(Entry entry, Move move) {
    Long before = ledger.values().get(entry);
    if (before == null || after(entry, move) < 0) {
      return false;
    }
    Sense sense = entry.item().sense();
    boolean zeroTells = sense == Sense.INFORMED || sense == Sense.INSPECTED;
    if (zeroTells && (before == 0) != (after(entry, move) == 0)) {
      return false;
    }
    for (Entry other : ledger.of(entry.unit())) {
      boolean sameOrder =
          entry.item().equals(other.item())
              ? Long.compare(before, value(other))
                  == Long.compare(after(entry, move), after(other, move))
              : isAboveItsWhole(entry, other, Move.NONE) == isAboveItsWhole(entry, other, move)
                  && isAboveItsWhole(other, entry, Move.NONE)
                      == isAboveItsWhole(other, entry, move);
      if (!sameOrder) {
        return false;
      }
    }
    return true;
  }

  /** Whether a figure is a part of another one, and larger. */
  private boolean isAboveItsWhole(Entry part, Entry whole, Move move) {
    return part.period().equals(whole.period())
        && part.item().partOf().equals(whole.item().code())
        && after(part, move) > after(whole, move);
  }

  private long after(Entry entry, Move move) {
    return value(entry) + move.by().getOrDefault(entry, 0L);
  }

  private long value(Entry entry) {
    return ledger.values().getOrDefault(entry, 0L);
  }
}
