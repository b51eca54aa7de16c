package vn.doichieu.web.units;

import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.UnitList;
import vn.doichieu.web.dryrun.FindingMove;

/**
 * What a list of units would do if it counted now.
 *
 * @param owned what belongs to the units that go, and to those that come (back), by their codes
 * @param problems what would be wrong with the input that is not so now
 */
public record UnitsTrial(
    Area area,
    UnitList list,
    UnitsChange change,
    Map<String, Owned> owned,
    List<PlanMoves> plans,
    List<Problem> problems) {

  public UnitsTrial {
    owned = Map.copyOf(owned);
    plans = List.copyOf(plans);
    problems = List.copyOf(problems);
  }

  /**
   * What belongs to a unit.
   *
   * @param accounts the logins of its clerks that are not closed
   */
  public record Owned(List<String> accounts, int submissions, int waivers, int inquiries) {

    static final Owned NOTHING = new Owned(List.of(), 0, 0, 0);

    public Owned {
      accounts = List.copyOf(accounts);
    }
  }

  /**
   * The findings of a plan that become others.
   *
   * @param moves those there would be, with another result than now
   * @param gone those there would no longer be
   */
  public record PlanMoves(
      Plan plan, Evaluation before, Evaluation after, List<FindingMove> moves, List<Finding> gone) {

    public PlanMoves {
      moves = List.copyOf(moves);
      gone = List.copyOf(gone);
    }

    /** How many findings there would be of which there is none now. */
    public long came() {
      return moves.stream().filter(move -> move.before() == null).count();
    }
  }

  /** Whether another list came to count since it was handed in. */
  public boolean isOvertaken() {
    return list.revision() == null && list.basedOn() != area.unitsRevision();
  }

  /** Whether it can be confirmed. */
  public boolean isOpen() {
    return list.revision() == null && !isOvertaken() && !change.isNone();
  }

  /** What belongs to a unit. */
  public Owned owned(String unit) {
    return owned.getOrDefault(unit, Owned.NOTHING);
  }
}
