package vn.doichieu.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.tabular.NearestWord;

/** All units of a submission, in the order of their codes. Exactly one of them is the area. */
public final class ReportingUnits {

  private final List<ReportingUnit> all;
  private final ReportingUnit area;
  private final Map<String, ReportingUnit> byCode;
  private final Map<Covered, List<ReportingUnit>> covered = new ConcurrentHashMap<>();

  /** What of a scope tells which units it covers: targets have few of these among them. */
  private record Covered(Set<ReportingUnit.Kind> kinds, Set<String> roles, Set<String> groups) {}

  /**
   * Units in the order of their codes, each with its place in the list as its index.
   *
   * @param area the unit without a parent; every other unit stands below it
   */
  ReportingUnits(List<ReportingUnit> all, ReportingUnit area) {
    this.all = List.copyOf(all);
    this.area = area;
    byCode = new HashMap<>(all.size() * 4 / 3 + 1); // It need never grow.
    all.forEach(unit -> byCode.put(unit.code(), unit));
  }

  /** All units, the area among them, in the order of their codes. */
  public List<ReportingUnit> all() {
    return all;
  }

  public ReportingUnit area() {
    return area;
  }

  /** The unit with a code; null if there is none. */
  public @Nullable ReportingUnit find(String code) {
    return byCode.get(code);
  }

  /** The code that was probably meant by another; empty if none comes close. */
  String nearestTo(String code) {
    return NearestWord.of(code, all.stream().map(ReportingUnit::code).toList());
  }

  /** How many units there are, the area included. */
  public int size() {
    return all.size();
  }

  /**
   * The figures that a target asks a unit for, for all its periods: those of the unit's own line,
   * or of the area's; the rates of it that may be published, too. Of a share of units the area
   * itself does not answer what its members answer.
   */
  public List<Input> asked(Plan plan, Target target, ReportingUnit unit) {
    boolean own = unit.equals(area);
    if (own ? !target.scope().area() : !target.scope().covers(unit)) {
      return List.of();
    }
    boolean membersAnswer = own && target.criterion() instanceof Criterion.ShareOfUnits;
    List<Input> asked = new ArrayList<>();
    for (ReportingPeriod period : target.periods()) {
      List<Input> read = plan.inputs(target, period);
      if (membersAnswer) {
        read.removeAll(target.criterion().inputs(period));
        if (target.condition() != null) {
          target.condition().items().forEach(item -> read.add(new Input(item, period)));
        }
      }
      asked.addAll(read);
    }
    return asked;
  }

  /** The units below the area that get a line of a target, in the order of their codes. */
  public List<ReportingUnit> coveredBy(Target.Scope scope) {
    return covered.computeIfAbsent(
        new Covered(scope.members(), scope.roles(), scope.groups()),
        key -> all.stream().filter(unit -> unit != area && scope.covers(unit)).toList());
  }
}
