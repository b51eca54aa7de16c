package vn.doichieu.web.units;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.tabular.Table;

/** A row of units.csv; what is not given is empty. */
public record UnitRow(
    String code, String name, String kind, String role, String group, String parent) {

  /** The rows of a list of units by their codes, in its order. */
  static Map<String, UnitRow> of(Table table) {
    Map<String, UnitRow> rows = new LinkedHashMap<>();
    table.forEach(
        row ->
            rows.put(
                row.cell(0),
                new UnitRow(
                    row.cell(0), row.cell(1), row.cell(2), row.cell(3), row.cell(4), row.cell(5))));
    return rows;
  }

  /** Where it stands, in the words of the file; what is not given is left out. */
  public String place() {
    return Stream.of("kind " + kind, "role " + role, "group " + group, "parent " + parent)
        .filter(part -> !part.endsWith(" "))
        .collect(Collectors.joining(", "));
  }

  /** Whether it stands elsewhere among the units, whatever it is called. */
  boolean isMovedFrom(UnitRow other) {
    return !kind.equals(other.kind)
        || !role.equals(other.role)
        || !group.equals(other.group)
        || !parent.equals(other.parent);
  }
}
