package vn.doichieu.masking;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.doichieu.domain.ReportingUnit;

/**
 * Decides of which units the numbers of one family of items are hidden.
 *
 * <ol>
 *   <li>Every unit is hidden of which a small count could be read off its own numbers.
 *   <li>For every small count there must remain another value that a reader cannot tell from the
 *       true one. Where there is none, one more member is hidden, the one with the smallest figures
 *       that helps.
 *   <li>Where that does not help, the area is hidden, too, and the rest is tried again.
 *   <li>Where that does not help either, every unit is hidden.
 * </ol>
 */
final class Family {

  private final Ledger ledger;
  private final Doubt doubt;
  private final boolean complementary;

  /**
   * A family.
   *
   * @param complementary whether numbers are hidden from which small ones could be worked out;
   *     otherwise only the first step is done, which hides nothing well
   */
  Family(Ledger ledger, Kinship kinship, boolean complementary) {
    this.ledger = ledger;
    this.complementary = complementary;
    doubt = new Doubt(ledger, kinship);
  }

  /** The units whose numbers are hidden. */
  Set<ReportingUnit> hidden() {
    Map<ReportingUnit, List<Sum>> small = ledger.small();
    Set<ReportingUnit> hidden = set(small.keySet());
    if (!complementary || small.isEmpty() || isDoubtful(hidden)) {
      return hidden;
    }
    Set<ReportingUnit> withArea = set(small.keySet());
    withArea.add(ledger.area());
    if (isDoubtful(withArea)) {
      return withArea;
    }
    Set<ReportingUnit> all = set(ledger.units());
    all.add(ledger.area());
    return all;
  }

  /** Whether every small count remains in doubt, once enough members are added to the hidden. */
  private boolean isDoubtful(Set<ReportingUnit> hidden) {
    for (List<Sum> sums : ledger.small().values()) {
      for (Sum sum : sums) {
        if (!doubt.remains(sum, hidden) && !hideOneMore(sum, hidden)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean hideOneMore(Sum sum, Set<ReportingUnit> hidden) {
    List<ReportingUnit> candidates =
        ledger.units().stream()
            .filter(unit -> !hidden.contains(unit) && !unit.equals(ledger.area()))
            .limit(Doubt.MOST_PARTNERS)
            .toList();
    for (ReportingUnit candidate : candidates) {
      hidden.add(candidate);
      if (doubt.remainsWith(sum, candidate, hidden)) {
        return true;
      }
      hidden.remove(candidate);
    }
    return false;
  }

  private static Set<ReportingUnit> set(Collection<ReportingUnit> units) {
    Set<ReportingUnit> set = new TreeSet<>(Comparator.comparing(ReportingUnit::code));
    set.addAll(units);
    return set;
  }
}
