package vn.doichieu.web.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.doichieu.tabular.Table;

/**
 * In what two lists of units differ; a unit is the same as long as its code is.
 *
 * @param added units that only the second has
 * @param gone units that only the first has
 * @param renamed units with another name
 * @param moved units with another kind, role, group or parent
 */
public record UnitsChange(
    List<UnitRow> added, List<UnitRow> gone, List<Pair> renamed, List<Pair> moved) {

  public UnitsChange {
    added = List.copyOf(added);
    gone = List.copyOf(gone);
    renamed = List.copyOf(renamed);
    moved = List.copyOf(moved);
  }

  /** A unit before and after. */
  public record Pair(UnitRow before, UnitRow after) {}

  /** Both with the columns of {@code UnitLists.table}. */
  static UnitsChange between(Table first, Table second) {
    Map<String, UnitRow> before = UnitRow.of(first);
    Map<String, UnitRow> after = UnitRow.of(second);
    List<UnitRow> added = new ArrayList<>();
    List<Pair> renamed = new ArrayList<>();
    List<Pair> moved = new ArrayList<>();
    for (UnitRow is : after.values()) {
      UnitRow was = before.get(is.code());
      if (was == null) {
        added.add(is);
        continue;
      }
      if (!was.name().equals(is.name())) {
        renamed.add(new Pair(was, is));
      }
      if (is.isMovedFrom(was)) {
        moved.add(new Pair(was, is));
      }
    }
    List<UnitRow> gone =
        before.values().stream().filter(was -> !after.containsKey(was.code())).toList();
    return new UnitsChange(added, gone, renamed, moved);
  }

  /** Whether both say the same. */
  public boolean isNone() {
    return added.isEmpty() && gone.isEmpty() && renamed.isEmpty() && moved.isEmpty();
  }
}
