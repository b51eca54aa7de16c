package vn.doichieu.web.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.store.Store;

/** The units of areas, one list a revision. */
@Component
public class UnitLists {

  private static final List<String> COLUMNS =
      List.of("code", "name", "kind", "role", "group", "parent");

  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_NAME = 300;

  private static final String LISTS =
      "select id, area_id, based_on, made_at, revision, since from unit_list where ";

  private final Store store;
  private final Clock clock;
  private final Map<String, Units> read = new ConcurrentHashMap<>();

  /** Lists in the store. */
  public UnitLists(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Units as they were read.
   *
   * @param problems what can be lived with
   */
  public record Units(ReportingUnits all, List<Problem> problems) {

    public Units {
      problems = List.copyOf(problems);
    }

    /** Units by the same reader as units.csv. Throws as that does. */
    public static Units of(Table table) {
      List<Problem> problems = new ArrayList<>();
      return new Units(UnitsReader.read(table, problems), problems);
    }
  }

  /**
   * Keeps a list, which does not count yet; gives its number.
   *
   * @param once with the columns of units.csv
   * @throws vn.doichieu.tabular.UnreadableInput naming every row without which there is no tree
   * @throws Refusal if a code or name is too long
   */
  public long keep(long area, int basedOn, Table once) {
    Table table = copy(once);
    ReportingUnits units = Units.of(table).all();
    UnitCodes.mustFit(table);
    if (units.all().stream().anyMatch(UnitLists::isTooLong)) {
      throw Refusal.invalid("units_long", LONGEST_CODE, LONGEST_NAME);
    }
    return store.write(
        () -> {
          long id =
              store.insert(
                  "insert into unit_list (area_id, based_on, made_at) values (?, ?, ?)",
                  area,
                  basedOn,
                  now());
          int code = table.column("code");
          int parent = table.column("parent");
          table.forEach(row -> insert(id, units, row.cell(code), row.cell(parent)));
          return id;
        });
  }

  private static boolean isTooLong(ReportingUnit unit) {
    String role = unit.role();
    return unit.name().length() > LONGEST_NAME
        || unit.code().length() > LONGEST_CODE
        || unit.group().length() > LONGEST_CODE
        || (role != null && role.length() > LONGEST_CODE);
  }

  /** A table that can be read more than once, as those of files cannot. */
  static Table copy(Table table) {
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

  /** The tree of units does not keep the parents' codes. */
  private void insert(long list, ReportingUnits units, String code, String parent) {
    ReportingUnit unit = units.find(code);
    if (unit == null) {
      return; // Every row became a unit, or there would be no tree.
    }
    store
        .sql()
        .sql(
            "insert into area_unit (list_id, position, code, name, kind, role, group_name,"
                + " parent) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            list,
            unit.index(),
            unit.code(),
            unit.name(),
            unit.kind().code(),
            unit.role() == null ? "" : unit.role(),
            unit.group(),
            parent)
        .update();
  }

  /** Lets a list count from now on, within a transaction that has the area's turn. */
  void count(long list, int revision) {
    store
        .sql()
        .sql("update unit_list set revision = ?, since = ? where id = ? and revision is null")
        .params(revision, now(), list)
        .update();
  }

  /**
   * A list.
   *
   * @throws Refusal if there is none
   */
  public UnitList get(long id) {
    return store
        .sql()
        .sql(LISTS + "id = ?")
        .param(id)
        .query(UnitLists::list)
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /** The list of an area with a revision. Throws as above. */
  public UnitList get(long area, int revision) {
    return store
        .sql()
        .sql(LISTS + "area_id = ? and revision = ?")
        .params(area, revision)
        .query(UnitLists::list)
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /** All that count or did, the latest first. */
  public List<UnitList> revisions(long area) {
    return store
        .sql()
        .sql(LISTS + "area_id = ? and revision is not null order by revision desc")
        .param(area)
        .query(UnitLists::list)
        .list();
  }

  /** The units of a revision; they are the same objects every time. */
  public Units units(long area, int revision) {
    return read.computeIfAbsent(
        area + " " + revision, key -> Units.of(table(get(area, revision).id())));
  }

  /** The rows of a list, as of a units.csv. */
  public Table table(long list) {
    List<ListTable.Line> lines = new ArrayList<>();
    store
        .sql()
        .sql(
            "select code, name, kind, role, group_name, parent from area_unit"
                + " where list_id = ? order by position")
        .param(list)
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

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static UnitList list(ResultSet row, int number) throws SQLException {
    int revision = row.getInt(5);
    boolean tried = row.wasNull();
    Timestamp since = row.getTimestamp(6);
    return new UnitList(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        row.getTimestamp(4).toInstant(),
        tried ? null : revision,
        since == null ? null : since.toInstant());
  }
}
