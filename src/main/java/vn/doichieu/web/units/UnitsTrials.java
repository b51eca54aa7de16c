package vn.doichieu.web.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.AreaPlan;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.area.UnitList;
import vn.doichieu.web.area.UnitLists;
import vn.doichieu.web.dryrun.FindingMove;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Standing;
import vn.doichieu.web.filing.Uploads;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;
import vn.doichieu.web.store.WorkFolder;

/** Tries lists of units against everything that counts at this moment; nothing is changed by it. */
@Component
class UnitsTrials {

  private final Store store;
  private final Areas areas;
  private final UnitLists lists;
  private final RulesVersions versions;
  private final Results results;
  private final Filings filings;
  private final Uploads uploads;
  private final Standing standing;
  private final WorkFolder work;
  private final Times times;

  UnitsTrials(
      Store store,
      Areas areas,
      UnitLists lists,
      RulesVersions versions,
      Results results,
      Filings filings,
      Uploads uploads,
      Standing standing,
      WorkFolder work,
      Times times) {
    this.store = store;
    this.areas = areas;
    this.lists = lists;
    this.versions = versions;
    this.results = results;
    this.filings = filings;
    this.uploads = uploads;
    this.standing = standing;
    this.work = work;
    this.times = times;
  }

  /**
   * What differs between a list and the one that it was held against.
   *
   * @throws Refusal if that is none
   */
  UnitsChange change(UnitList list) {
    if (list.basedOn() == 0) {
      throw Refusal.notFound(); // The first list of an area was held against nothing.
    }
    UnitList base = lists.get(list.areaId(), list.basedOn());
    return UnitsChange.between(lists.table(base.id()), lists.table(list.id()));
  }

  /** What a list would do now. */
  UnitsTrial of(Area area, UnitList list) {
    UnitsChange change = change(list);
    List<UnitsTrial.PlanMoves> moves = new ArrayList<>();
    Set<Problem> problems = new LinkedHashSet<>();
    if (list.revision() == null && list.basedOn() == area.unitsRevision() && !change.isNone()) {
      UnitLists.Units units = UnitLists.Units.of(lists.table(list.id()));
      // Not the figures that all share: what they have read by a trial would stay in memory.
      Figures figures = new Figures(filings, uploads, areas, standing, work);
      for (AreaPlan plan : areas.plans(area.id())) {
        UnitsTrial.PlanMoves of = moves(area, plan.planId(), units, figures);
        moves.add(of);
        problems.addAll(of.after().problems());
        of.before().problems().forEach(problems::remove);
      }
    }
    return new UnitsTrial(
        area,
        list,
        change,
        owned(area.id(), change),
        moves,
        problems.stream().sorted(Problem.BY_PLACE).toList());
  }

  private UnitsTrial.PlanMoves moves(
      Area area, String planId, UnitLists.Units units, Figures figures) {
    Judged now = results.judged(area, planId, times.today(), false);
    PreparedPlan plan = versions.prepared(now.version());
    Figures.Counted counted =
        figures.counted(
            area,
            units,
            plan,
            now.upTo(),
            standing.waivers(area.id(), planId),
            standing.explanations(area.id(), now.upTo()));
    Evaluation before = now.evaluation();
    Evaluation after = plan.run(counted.submission(), counted.data(), times.today(), false);
    Set<List<Object>> left = new HashSet<>();
    after.findings().forEach(finding -> left.add(FindingMove.line(finding)));
    List<Finding> gone =
        before.findings().stream()
            .filter(finding -> !left.contains(FindingMove.line(finding)))
            .toList();
    return new UnitsTrial.PlanMoves(
        plan.plan(), before, after, FindingMove.between(before, after), gone);
  }

  private Map<String, UnitsTrial.Owned> owned(long area, UnitsChange change) {
    Map<String, List<String>> accounts = new HashMap<>();
    store
        .sql()
        .sql("select unit_code, login from account where area_id = ? and active order by login")
        .param(area)
        .query(
            (row, n) ->
                accounts
                    .computeIfAbsent(row.getString(1), unit -> new ArrayList<>())
                    .add(row.getString(2)))
        .list();
    Map<String, Integer> submissions =
        counts(
            "select unit_code, count(*) from submission where area_id = ? group by unit_code",
            area);
    Map<String, Integer> waivers =
        counts(
            "select unit, count(*) from waiver_request where area_id = ?"
                + " and state in ('requested', 'approved') group by unit",
            area);
    Map<String, Integer> inquiries =
        counts(
            "select unit, count(*) from inquiry where area_id = ? and state <> 'accepted'"
                + " group by unit",
            area);
    Map<String, UnitsTrial.Owned> owned = new HashMap<>();
    Stream.concat(change.gone().stream(), change.added().stream())
        .map(UnitRow::code)
        .forEach(
            unit ->
                owned.put(
                    unit,
                    new UnitsTrial.Owned(
                        accounts.getOrDefault(unit, List.of()),
                        submissions.getOrDefault(unit, 0),
                        waivers.getOrDefault(unit, 0),
                        inquiries.getOrDefault(unit, 0))));
    return owned;
  }

  /** What a statement counts by unit. */
  private Map<String, Integer> counts(String statement, long area) {
    Map<String, Integer> counts = new HashMap<>();
    store
        .sql()
        .sql(statement)
        .param(area)
        .query((row, n) -> counts.put(String.valueOf(row.getString(1)), row.getInt(2)))
        .list();
    return counts;
  }
}
