package vn.doichieu.consistency;

import java.util.List;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.fence.Fact;

/** A line of a target whose rule is DRL: the rule emits it where the target holds. */
public final class AskedTarget extends Fact {

  private final Target target;
  private final ReportingUnit unit;
  private final ReportingPeriod period;

  AskedTarget(Target target, ReportingUnit unit, ReportingPeriod period) {
    this.target = target;
    this.unit = unit;
    this.period = period;
  }

  /** The code of the unit that answers. */
  @Override
  public String getBody() {
    return unit.code();
  }

  /** What kind of unit it is: "commune". */
  public String getKind() {
    return unit.kind().code();
  }

  /** The target's id. */
  public String getTarget() {
    return target.id();
  }

  /** The period as data folders write it: "2024-H1". */
  public String getPeriod() {
    return period.text();
  }

  public int getYear() {
    return period.year();
  }

  /** The figures that its target reads. */
  List<Target.Input> inputs() {
    return target.inputs(period);
  }

  /** What tells lines apart. */
  String line() {
    return line(target, unit.index(), period);
  }

  static String line(Target target, int unit, ReportingPeriod period) {
    return target.id() + " " + unit + " " + period.text();
  }
}
