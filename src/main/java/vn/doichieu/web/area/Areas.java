package vn.doichieu.web.area;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.tabular.Table;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.page.PlanTitle;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;

/** All areas. */
@Component
public class Areas {

  private final Store store;
  private final UnitLists lists;
  private final AuditLog log;
  private final Clock clock;

  /** Areas in the store. */
  public Areas(Store store, UnitLists lists, AuditLog log, Clock clock) {
    this.store = store;
    this.lists = lists;
    this.log = log;
    this.clock = clock;
  }

  /** Those that a viewer may see, by name. */
  public List<Area> visibleTo(Viewer viewer) {
    return store
        .sql()
        .sql("select id, code, name, revision, units_revision from area order by name, id")
        .query(Area.class)
        .list()
        .stream()
        .filter(area -> viewer.sees(area.id()))
        .toList();
  }

  /**
   * An area that a viewer may see.
   *
   * @throws Refusal if there is none
   */
  public Area get(long id, Viewer viewer) {
    viewer.mustSee(id);
    return get(id);
  }

  /** An area. Throws as above. */
  public Area get(long id) {
    return store
        .sql()
        .sql("select id, code, name, revision, units_revision from area where id = ?")
        .param(id)
        .query(Area.class)
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /** Makes an area of a table with the columns of units.csv; gives its number. */
  public long create(Table once) {
    Table table = UnitLists.copy(once);
    ReportingUnits read = UnitLists.Units.of(table).all();
    return store.write(
        () -> {
          Optional<Long> known =
              store
                  .sql()
                  .sql("select id from area where code = ?")
                  .param(read.area().code())
                  .query(Long.class)
                  .optional();
          if (known.isPresent()) {
            throw Refusal.conflict("area_known", read.area().code());
          }
          long id =
              store.insert(
                  "insert into area (code, name, created_at, revision, units_revision)"
                      + " values (?, ?, ?, 1, 1)",
                  read.area().code(),
                  read.area().name(),
                  clock.instant().atOffset(ZoneOffset.UTC));
          lists.count(lists.keep(id, 0, table), 1);
          log.add("area.created", read.area().code(), read.size() + " units");
          return id;
        });
  }

  /** The units of an area, read by the same reader as units.csv. */
  public UnitLists.Units units(Area area) {
    return lists.units(area.id(), area.unitsRevision());
  }

  /**
   * Lets a list of units count instead of the one that it was held against.
   *
   * @throws Refusal if it counts already, another one came to count since, or it is of another area
   */
  public Area changeUnits(UnitList list) {
    String name = UnitLists.Units.of(lists.table(list.id())).all().area().name();
    return store.write(
        () -> {
          lock(list.areaId());
          Area area = get(list.areaId());
          if (lists.get(list.id()).revision() != null) {
            throw Refusal.conflict("units_used");
          }
          if (area.unitsRevision() != list.basedOn()) {
            throw Refusal.conflict("units_overtaken", area.unitsRevision());
          }
          refuseOther(area, list);
          int revision = area.unitsRevision() + 1;
          lists.count(list.id(), revision);
          store
              .sql()
              .sql("update area set name = ?, units_revision = ? where id = ?")
              .params(name, revision, area.id())
              .update();
          changed(area.id());
          return get(area.id());
        });
  }

  /**
   * Stops a list of units of another area: by its code figures find the area's own line.
   *
   * @throws Refusal if it is one
   */
  public void refuseOther(Area area, UnitList list) {
    String code = UnitLists.Units.of(lists.table(list.id())).all().area().code();
    if (!code.equals(area.code())) {
      throw Refusal.invalid("units_of_other_area", code, area.code());
    }
  }

  /** The plans of an area, by id. */
  public List<AreaPlan> plans(long area) {
    return store
        .sql()
        .sql(
            "select p.id, p.title, p.title_en, a.locks_on from area_plan a join plan p"
                + " on p.id = a.plan_id where a.area_id = ? order by p.id")
        .param(area)
        .query(
            (row, n) ->
                new AreaPlan(
                    row.getString(1),
                    new PlanTitle(row.getString(2), row.getString(3)),
                    row.getObject(4, LocalDate.class)))
        .list();
  }

  /**
   * One of them.
   *
   * @throws Refusal if the area is not judged by it
   */
  public AreaPlan plan(long area, String planId) {
    return plans(area).stream()
        .filter(plan -> plan.planId().equals(planId))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  /** Lets an area be judged by a plan; or sets its lock. */
  public void attach(long area, String planId, @Nullable LocalDate locksOn) {
    store.write(
        () -> {
          int known =
              store
                  .sql()
                  .sql("update area_plan set locks_on = ? where area_id = ? and plan_id = ?")
                  .params(Arrays.asList(locksOn, area, planId))
                  .update();
          if (known == 0) {
            store
                .sql()
                .sql("insert into area_plan (area_id, plan_id, locks_on) values (?, ?, ?)")
                .params(Arrays.asList(area, planId, locksOn))
                .update();
          }
          changed(area);
          log.add("area.plan", get(area).code() + " " + planId, String.valueOf(locksOn));
        });
  }

  /** Says, within a transaction, that findings of an area may be others from now on. */
  public void changed(long area) {
    store.sql().sql("update area set revision = revision + 1 where id = ?").param(area).update();
  }

  /** Takes the area's turn until the transaction ends: who writes to it goes one after another. */
  public void lock(long area) {
    store.sql().sql("select id from area where id = ? for update").param(area).query().singleRow();
  }
}
