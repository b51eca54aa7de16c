package vn.doichieu.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.doichieu.cases.Case.Unit;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit.Kind;
import vn.doichieu.domain.Target;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.NearestWord;

/**
 * The units of a case. Most are known by their code alone: {@code area}, {@code commune_2} and, by
 * its role, {@code police}.
 */
final class CaseUnits {

  private static final List<String> COLUMNS =
      List.of("code", "name", "kind", "role", "parent", "group");
  private static final Pattern NUMBERED = Pattern.compile("([a-z_]+)_[1-9][0-9]{0,5}");

  /** What a parent is called where there is none: the unit is the area. */
  private static final String NO_PARENT = "none";

  private CaseUnits() {}

  /** A case with the units that it names, as far as their codes say what they are. */
  static Case complete(Case raw, Plan plan, Parts parts) {
    Map<String, Unit> units = new LinkedHashMap<>();
    raw.units().forEach(unit -> units.put(unit.code(), unit));
    Map<String, Integer> named = new LinkedHashMap<>();
    raw.figures().forEach(figure -> named.putIfAbsent(figure.unit(), figure.line()));
    raw.expected().forEach(expected -> named.putIfAbsent(expected.unit(), expected.line()));
    raw.waivers()
        .forEach(
            waiver -> named.putIfAbsent(waiver.cells().getOrDefault("unit", ""), waiver.line()));
    named.remove("");
    Set<String> roles = roles(plan.targets().stream());
    named.forEach(
        (code, line) -> {
          if (units.containsKey(code) || code.equals(Case.AREA)) {
            return;
          }
          Map<String, String> cells = known(code, roles);
          if (cells.isEmpty()) {
            Set<String> codes = new TreeSet<>(units.keySet());
            codes.addAll(roles);
            codes.add(Case.AREA);
            parts.wrong(
                Problem.Kind.CASE_UNIT_UNKNOWN, line, "units", code, NearestWord.of(code, codes));
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

  private static Map<String, String> known(String code, Set<String> roles) {
    Matcher numbered = NUMBERED.matcher(code);
    if (numbered.matches()) {
      Optional<Kind> kind =
          Arrays.stream(Kind.values())
              .filter(k -> k != Kind.AGENCY && k.code().equals(numbered.group(1)))
              .findFirst();
      if (kind.isPresent()) {
        return Map.of("kind", kind.get().code());
      }
    }
    return roles.contains(code) ? agency(code) : Map.of();
  }

  private static Map<String, String> agency(String role) {
    return Map.of("kind", Kind.AGENCY.code(), "role", role);
  }

  private static Set<String> roles(Stream<Target> targets) {
    Set<String> roles = new TreeSet<>();
    targets.forEach(target -> roles.addAll(target.scope().roles()));
    return roles;
  }

  /** The units of a case as a table, with those that its target asks and it does not name. */
  static ListTable table(Case of, Plan plan) {
    List<Unit> units = new ArrayList<>(of.units());
    if (!of.alone()) {
      Set<String> there = new LinkedHashSet<>();
      units.forEach(unit -> there.add(sort(unit.cells())));
      for (Kind kind : kinds(plan)) {
        add(units, there, kind.code() + "_1", Map.of("kind", kind.code()));
      }
      roles(plan.targets().stream()).forEach(role -> add(units, there, role, agency(role)));
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

  private static Set<Kind> kinds(Plan plan) {
    Set<Kind> kinds = new TreeSet<>();
    plan.targets().forEach(target -> kinds.addAll(target.scope().members()));
    return kinds;
  }

  private static void add(
      List<Unit> units, Set<String> there, String code, Map<String, String> cells) {
    if (!there.contains(sort(cells))) {
      units.add(new Unit(0, code, cells));
    }
  }

  private static String sort(Map<String, String> cells) {
    return cells.getOrDefault("kind", "") + ":" + cells.getOrDefault("role", "");
  }

  private static boolean isArea(Unit unit) {
    return unit.code().equals(Case.AREA)
        || NO_PARENT.equals(unit.cells().getOrDefault("parent", ""));
  }
}
