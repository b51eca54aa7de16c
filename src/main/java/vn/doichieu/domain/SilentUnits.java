package vn.doichieu.domain;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds the units that have submitted no figure that any of their findings needs. */
public final class SilentUnits {

  private final Function<Finding, List<Figure>> evidence;
  private final BitSet heard = new BitSet();
  private final Set<ReportingUnit> silent = new HashSet<>();

  /** None yet; findings are shown one by one, and of units that were heard nothing is looked up. */
  public SilentUnits(Function<Finding, List<Figure>> evidence) {
    this.evidence = evidence;
  }

  /** Shows a finding. */
  public void add(Finding finding) {
    ReportingUnit unit = finding.unit();
    if (finding.basis() != Finding.Basis.OWN || heard.get(unit.index())) {
      return;
    }
    if (isAnyGiven(evidence.apply(finding))) {
      heard.set(unit.index());
      silent.remove(unit);
    } else {
      silent.add(unit);
    }
  }

  private static boolean isAnyGiven(List<Figure> figures) {
    for (int i = 0; i < figures.size(); i++) {
      if (figures.get(i).state() != Figure.State.ABSENT) {
        return true;
      }
    }
    return false;
  }

  /** The silent ones of the findings shown. */
  public Set<ReportingUnit> units() {
    return silent;
  }
}
