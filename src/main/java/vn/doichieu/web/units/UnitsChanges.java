package vn.doichieu.web.units;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.doichieu.tabular.Table;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.area.UnitList;
import vn.doichieu.web.area.UnitLists;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.store.Store;

/** Takes lists of units in, and lets them count. */
@Component
class UnitsChanges {

  private final Store store;
  private final Areas areas;
  private final UnitLists lists;
  private final UnitsTrials trials;
  private final AuditLog log;

  UnitsChanges(Store store, Areas areas, UnitLists lists, UnitsTrials trials, AuditLog log) {
    this.store = store;
    this.areas = areas;
    this.lists = lists;
    this.trials = trials;
    this.log = log;
  }

  /**
   * Keeps a list, which does not count yet; gives its number.
   *
   * @throws vn.doichieu.tabular.UnreadableInput naming every row that cannot be
   * @throws Refusal if it is the list of another area
   */
  long take(Area area, Table table) {
    return store.write(
        () -> {
          long id = lists.keep(area.id(), area.unitsRevision(), table);
          areas.refuseOther(area, lists.get(id));
          log.add("area.units_tried", area.code(), "no. " + id);
          return id;
        });
  }

  /** The same list once more, as held against the units that count now. */
  long again(Area area, UnitList list) {
    return take(area, lists.table(list.id()));
  }

  /**
   * A list of an area.
   *
   * @throws Refusal if there is none
   */
  UnitList get(Area area, long id) {
    UnitList list = lists.get(id);
    if (list.areaId() != area.id()) {
      throw Refusal.notFound();
    }
    return list;
  }

  /**
   * Lets a list count.
   *
   * @throws Refusal if it counts already, another one came to count since, or it changes nothing
   */
  Area confirm(UnitList list) {
    UnitsChange change = trials.change(list);
    if (change.isNone()) {
      throw Refusal.conflict("units_same");
    }
    return store.write(
        () -> {
          Area area = areas.changeUnits(list);
          log.add("area.units", area.code(), detail(area, change));
          return area;
        });
  }

  private static String detail(Area area, UnitsChange change) {
    return "revision "
        + area.unitsRevision()
        + ", added "
        + codes(change.added())
        + ", gone "
        + codes(change.gone())
        + ", renamed "
        + codes(change.renamed().stream().map(UnitsChange.Pair::after).toList())
        + ", moved "
        + codes(change.moved().stream().map(UnitsChange.Pair::after).toList());
  }

  private static String codes(List<UnitRow> rows) {
    return rows.stream().map(UnitRow::code).toList().toString();
  }
}
