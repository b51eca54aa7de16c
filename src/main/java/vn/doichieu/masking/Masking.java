package vn.doichieu.masking;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Warning;

/**
 * Which numbers a list for wider circulation shows: counts about people from 1 to 4 are hidden
 * (contract, section 5), also where they could be worked out.
 *
 * <p>Small counts are: a figure of an item with {@code people: true}; the numerator or denominator
 * of a finding made of such figures; the rest between the two, people left out; the sum of an item
 * over the area's members; and the growth of a cumulative count from six months to nine or the
 * year. The difference of a change or reduction is a balance, not a count of people, and is none.
 *
 * <p>Guaranteed, against a reader who has the whole list, the plan and all its formulas, and sees
 * every result, reason and flag: either there are other figures than the true ones that give the
 * same list, with another value for the small count, or no number at all is shown of any unit for
 * any item that is tied to it by a formula, and then numbers tell nothing. Where all of these are
 * ratios, twice every figure gives the same results; where a count is compared with a plain number
 * or a condition tests it, the results may confine it by themselves, and they are always shown.
 *
 * <p>Not guaranteed: that a small count keeps more than two possible values, or that a large one
 * stays unknown; anything against a reader who has other publications, an earlier list of the same
 * figures or knowledge of his own; what a plan's own checks in DRL give away by a warning's being
 * there.
 */
public final class Masking {

  private static final Masking NONE = new Masking(Map.of());

  private final Map<Item, Set<ReportingUnit>> hidden;

  private Masking(Map<Item, Set<ReportingUnit>> hidden) {
    this.hidden = hidden;
  }

  /** Shows everything. */
  public static Masking none() {
    return NONE;
  }

  /** Whether nothing is hidden, so that sentences with any number may be shown, too. */
  public boolean showsEverything() {
    return this == NONE;
  }

  /** Hides counts about people from 1 to 4. */
  public static Masking small(Evaluation all) {
    return small(all, true);
  }

  /** With or without what hides numbers from which small ones could be worked out. */
  static Masking small(Evaluation all, boolean complementary) {
    Kinship kinship = new Kinship(all.plan());
    Map<Item, Ledger> ledgers = new LinkedHashMap<>();
    for (Set<Item> family : kinship.families(all.plan())) {
      Ledger ledger = new Ledger(family, all.area());
      family.forEach(item -> ledgers.put(item, ledger));
    }
    for (Finding finding : all.findings()) {
      Item item = Kinship.itemOf(finding.target());
      Ledger ledger = item == null ? null : ledgers.get(item);
      if (ledger != null) {
        ledger.add(finding, all);
      }
    }
    Map<Item, Set<ReportingUnit>> hidden = new HashMap<>();
    for (Ledger ledger : new LinkedHashSet<>(ledgers.values())) {
      ledger.close();
      Set<ReportingUnit> units = new Family(ledger, kinship, complementary).hidden();
      ledger.items().forEach(item -> hidden.put(item, units));
    }
    for (Item rate : all.plan().items().values()) {
      Target rated = all.plan().target(rate.rateOf());
      Item item = rated == null ? null : Kinship.itemOf(rated);
      if (item != null) {
        hidden.put(rate, hidden.getOrDefault(item, Set.of()));
      }
    }
    return new Masking(hidden);
  }

  /**
   * Whether the numbers of a finding may be shown: numerator, denominator, rate and shortfall, and
   * every sentence made of them. Its result, reason, flags and limits always may.
   */
  public boolean shows(Finding finding) {
    Item item = Kinship.itemOf(finding.target());
    return item == null || !hidden.getOrDefault(item, Set.of()).contains(finding.unit());
  }

  /**
   * Whether the figures of a warning may be shown; that there is one always may. Nothing is shown
   * of figures that are tied to a hidden one, of whatever unit.
   */
  public boolean shows(Warning warning) {
    return this == NONE
        || warning.figures().stream().noneMatch(figure -> isSmall(figure) || isHidden(figure));
  }

  private static boolean isSmall(Figure figure) {
    return figure.item().people()
        && figure.state() == Figure.State.VALID
        && SmallCounts.isSmall(figure.value());
  }

  private boolean isHidden(Figure figure) {
    return !hidden.getOrDefault(figure.item(), Set.of()).isEmpty();
  }
}
