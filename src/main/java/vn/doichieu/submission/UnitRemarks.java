package vn.doichieu.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.tabular.NearestWord;

/** Where the units and the plan do not fit one another. */
final class UnitRemarks {

  private final Plan plan;
  private final List<Problem> problems = new ArrayList<>();

  private UnitRemarks(Plan plan) {
    this.plan = plan;
  }

  /** What does not fit: roles, the name of the area, groups. */
  static List<Problem> of(Plan plan, ReportingUnits units) {
    UnitRemarks remarks = new UnitRemarks(plan);
    remarks.reportRoles(units);
    remarks.reportOtherArea(units);
    remarks.reportGroups(units);
    return remarks.problems;
  }

  /** Roles that the plan names and no agency has, and the other way round. */
  private void reportRoles(ReportingUnits units) {
    Set<String> named = new TreeSet<>();
    plan.targets().forEach(target -> named.addAll(target.scope().roles()));
    Set<String> carried = new TreeSet<>();
    for (ReportingUnit unit : units.all()) {
      String role = unit.role();
      if (role != null) {
        carried.add(role);
      }
    }
    for (String role : carried) {
      if (!named.contains(role)) {
        report(Problem.Kind.ROLE_UNUSED, "role", role, NearestWord.of(role, named));
      }
    }
    List<String> open = named.stream().filter(role -> !carried.contains(role)).toList();
    if (!open.isEmpty()) {
      report(Problem.Kind.ROLE_WITHOUT_UNIT, "role", String.join(", ", open), targetsNaming(open));
    }
  }

  /**
   * Members that no threshold is for, since these differ by a group that the unit does not name.
   */
  private void reportGroups(ReportingUnits units) {
    Set<String> groups = new TreeSet<>();
    Set<ReportingUnit.Kind> kinds = new HashSet<>();
    for (Target target : plan.targets()) {
      groups.addAll(target.scope().groups());
      kinds.addAll(target.scope().groups().isEmpty() ? Set.of() : target.scope().members());
    }
    for (ReportingUnit unit : units.all()) {
      if (kinds.contains(unit.kind()) && !groups.contains(unit.group())) {
        String read = unit.code() + ": " + unit.group();
        report(Problem.Kind.UNIT_WITHOUT_GROUP, "group", read, String.join(", ", groups));
      }
    }
  }

  private void reportOtherArea(ReportingUnits units) {
    String name = units.area().name();
    if (!plan.area().isEmpty() && !name.equalsIgnoreCase(plan.area())) {
      report(Problem.Kind.AREA_NAME_DIFFERS, "name", name, plan.area());
    }
  }

  private void report(Problem.Kind kind, String column, String read, String argument) {
    problems.add(new Problem(kind, SourceLocation.of(DataFiles.UNITS, 0, column), read, argument));
  }

  private String targetsNaming(List<String> roles) {
    return String.join(
        ", ",
        plan.targets().stream()
            .filter(target -> roles.stream().anyMatch(target.scope().roles()::contains))
            .map(Target::id)
            .toList());
  }
}
