package vn.doichieu.web.area;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;

/** All areas. */
@Component
public class Areas {

  private static final List<String> COLUMNS =
      List.of("code", "name", "kind", "role", "group", "parent");

  private final Store store;
  private final AuditLog log;
  private final Clock clock;
  private final Map<String, AreaUnits> units = new ConcurrentHashMap<>();

  /** Areas in the store. */
  public Areas(Store store, AuditLog log, Clock clock) {
    this.store = store;
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
    Table table = copy(once);
    ReportingUnits read = UnitsReader.read(table, new ArrayList<>());
    List<String> parents = parents(table);
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
          insert(id, read, parents);
          log.add("area.created", read.area().code(), read.size() + " units");
          return id;
        });
  }

  /** Tables of files can be read once only. */
  private static Table copy(Table table) {
    List<ListTable.Line> lines = new ArrayList<>();
    table.forEach(
        row -> {
          List<String> cells = new ArrayList<>();
          for (int i = 0; i < row.cells(); i++) {
            cells.add(row.cell(i));
          }
          lines.add(new ListTable.Line(row.line(), cells));
        });
    return new ListTable(table.name(), table.header(), lines);
  }

  /** "code\nparent" of every row: the tree of units does not keep the parents' codes. */
  private static List<String> parents(Table table) {
    List<String> parents = new ArrayList<>();
    int code = table.column("code");
    int parent = table.column("parent");
    table.forEach(row -> parents.add(row.cell(code) + "\n" + row.cell(parent)));
    return parents;
  }

  private void insert(long area, ReportingUnits read, List<String> parents) {
    for (String line : parents) {
      String[] codes = line.split("\n", -1);
      ReportingUnit unit = read.find(codes[0]);
      if (unit == null) {
        continue; // Every row became a unit, or there would be no tree.
      }
      store
          .sql()
          .sql(
              "insert into area_unit (area_id, position, code, name, kind, role, group_name,"
                  + " parent) values (?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              area,
              unit.index(),
              unit.code(),
              unit.name(),
              unit.kind().code(),
              unit.role() == null ? "" : unit.role(),
              unit.group(),
              codes[1])
          .update();
    }
  }

  /** The units of an area, read by the same reader as units.csv. */
  public AreaUnits units(Area area) {
    return units.computeIfAbsent(
        area.id() + " " + area.unitsRevision(),
        key -> {
          List<Problem> problems = new ArrayList<>();
          return new AreaUnits(UnitsReader.read(unitTable(area.id()), problems), problems);
        });
  }

  /**
   * The units of an area.
   *
   * @param problems what can be lived with
   */
  public record AreaUnits(ReportingUnits all, List<Problem> problems) {

    public AreaUnits {
      problems = List.copyOf(problems);
    }
  }

  /** The rows of an area's units.csv. */
  public Table unitTable(long area) {
    List<ListTable.Line> lines = new ArrayList<>();
    store
        .sql()
        .sql(
            "select code, name, kind, role, group_name, parent from area_unit"
                + " where area_id = ? order by position")
        .param(area)
        .query(
            (row, n) ->
                lines.add(
                    new ListTable.Line(
                        n + 2,
                        List.of(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)))))
        .list();
    return new ListTable("units.csv", COLUMNS, lines);
  }

  /** The plans of an area, by id. */
  public List<AreaPlan> plans(long area) {
    return store
        .sql()
        .sql(
            "select p.id as plan_id, p.title, a.locks_on from area_plan a join plan p"
                + " on p.id = a.plan_id where a.area_id = ? order by p.id")
        .param(area)
        .query(AreaPlan.class)
        .list();
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
