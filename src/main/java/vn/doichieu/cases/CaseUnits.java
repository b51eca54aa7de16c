package vn.doichieu.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.cases.Case.Unit;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingUnit.Kind;
import vn.doichieu.domain.Target;
import vn.doichieu.tabular.ListTable;

/**
 * The units of a case. Most are known by their code alone: {@code area}, {@code commune_2} and, by
 * its role, {@code police}.
 */
public final class CaseUnits {

  private static final List<String> COLUMNS =
      List.of("code", "name", "kind", "role", "parent", "group");
  private static final Pattern NUMBERED = Pattern.compile("([a-z0-9_]+)_[1-9][0-9]{0,5}");

  /** What a parent is called where there is none: the unit is the area. */
  private static final String NO_PARENT = "none";

  private CaseUnits() {}

  /** So many units of the first kind and group that a scope asks. */
  public static List<Unit> numbered(Target.Scope scope, int count) {
    Map<String, String> cells = members(scope).get(0);
    List<Unit> units = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      units.add(new Unit(0, stem(cells) + "_" + i, cells));
    }
    return units;
  }

  /** Receives a code that says nothing of its unit. */
  public interface Unknown {

    /**
     * A code.
     *
     * @param line where it stands
     * @param known codes that would be understood
     */
    void told(int line, String code, Set<String> known);
  }

  /** A case with the units that it names, as far as their codes say what they are. */
  public static Case complete(Case raw, Plan plan, Unknown unknown) {
    Map<String, Unit> units = new LinkedHashMap<>();
    raw.units().forEach(unit -> units.put(unit.code(), unit));
    Map<String, Integer> named = new LinkedHashMap<>();
    raw.figures().forEach(figure -> named.putIfAbsent(figure.unit(), figure.line()));
    raw.expected().forEach(expected -> named.putIfAbsent(expected.unit(), expected.line()));
    raw.waivers()
        .forEach(
            waiver -> named.putIfAbsent(waiver.cells().getOrDefault("unit", ""), waiver.line()));
    named.remove("");
    Set<String> roles = roles(plan);
    named.forEach(
        (code, line) -> {
          if (units.containsKey(code) || code.equals(Case.AREA)) {
            return;
          }
          Map<String, String> cells = known(code, plan);
          if (cells.isEmpty()) {
            Set<String> codes = new TreeSet<>(units.keySet());
            codes.addAll(roles);
            codes.add(Case.AREA);
            unknown.told(line, code, codes);
          } else {
            units.put(code, new Unit(line, code, cells));
          }
        });
    return new Case(
        raw.place(),
        raw.target(),
        raw.name(),
        raw.asOf(),
        raw.closed(),
        raw.confirmed(),
        List.copyOf(units.values()),
        raw.alone(),
        raw.figures(),
        raw.waivers(),
        raw.expected());
  }

  /** The columns of a unit that its code tells: its kind, also with its group, or its role. */
  private static Map<String, String> known(String code, Plan plan) {
    Matcher numbered = NUMBERED.matcher(code);
    if (numbered.matches()) {
      for (Target target : plan.targets()) {
        for (Map<String, String> cells : members(target.scope())) {
          if (numbered.group(1).equals(stem(cells))) {
            return cells;
          }
        }
      }
      for (Kind kind : Kind.values()) {
        if (kind != Kind.AGENCY && kind.code().equals(numbered.group(1))) {
          return member(kind, "");
        }
      }
    }
    return roles(plan).contains(code) ? agency(code) : Map.of();
  }

  /** One unit of every kind, and of every group, that a scope asks. */
  static List<Map<String, String>> members(Target.Scope scope) {
    List<Map<String, String>> members = new ArrayList<>();
    Set<String> groups = scope.groups().isEmpty() ? Set.of("") : new TreeSet<>(scope.groups());
    for (Kind kind : new TreeSet<>(scope.members())) {
      groups.forEach(group -> members.add(member(kind, group)));
    }
    return members;
  }

  private static Map<String, String> member(Kind kind, String group) {
    return Map.of("kind", kind.code(), "group", group);
  }

  /** What the codes of such units begin with: {@code commune}, {@code commune_mountain}. */
  private static String stem(Map<String, String> cells) {
    String group = cells.getOrDefault("group", "");
    return cells.getOrDefault("kind", "") + (group.isEmpty() ? "" : "_" + group);
  }

  private static Map<String, String> agency(String role) {
    return Map.of("kind", Kind.AGENCY.code(), "role", role);
  }

  private static Set<String> roles(Plan plan) {
    Set<String> roles = new TreeSet<>();
    plan.targets().forEach(target -> roles.addAll(target.scope().roles()));
    return roles;
  }

  /** The units of a case as a table, with those that its target asks and it does not name. */
  static ListTable table(Case of, Plan plan) {
    List<Unit> units = new ArrayList<>(of.units());
    if (!of.alone()) {
      Set<String> there = new LinkedHashSet<>();
      units.forEach(unit -> there.add(sort(unit.cells())));
      for (Target target : plan.targets()) {
        for (Map<String, String> cells : members(target.scope())) {
          add(units, there, stem(cells) + "_1", cells);
        }
      }
      roles(plan).forEach(role -> add(units, there, role, agency(role)));
    }
    String area =
        units.stream().filter(CaseUnits::isArea).map(Unit::code).findFirst().orElse(Case.AREA);
    List<ListTable.Line> lines = new ArrayList<>();
    if (units.stream().noneMatch(CaseUnits::isArea)) {
      units.add(new Unit(of.place().row(), Case.AREA, Map.of("kind", Kind.PROVINCE.code())));
    }
    for (Unit unit : units) {
      Map<String, String> cells = unit.cells();
      String name = isArea(unit) && !plan.area().isEmpty() ? plan.area() : unit.code();
      lines.add(
          new ListTable.Line(
              unit.line(),
              List.of(
                  unit.code(),
                  cells.getOrDefault("name", name),
                  cells.getOrDefault("kind", ""),
                  cells.getOrDefault("role", ""),
                  isArea(unit) ? "" : cells.getOrDefault("parent", area),
                  cells.getOrDefault("group", ""))));
    }
    return new ListTable(of.place().file(), COLUMNS, lines);
  }

  private static void add(
      List<Unit> units, Set<String> there, String code, Map<String, String> cells) {
    if (there.add(sort(cells))) {
      units.add(new Unit(0, code, cells));
    }
  }

  private static String sort(Map<String, String> cells) {
    return stem(cells) + ":" + cells.getOrDefault("role", "");
  }

  private static boolean isArea(Unit unit) {
    return unit.code().equals(Case.AREA)
        || NO_PARENT.equals(unit.cells().getOrDefault("parent", ""));
  }
}
