package vn.doichieu.bench;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Result;

/** The limit: a loop over the units. */
record PlainRatios(List<UnitFigures> units) implements Contender {

  @Override
  public List<RatioFinding> judge() {
    List<RatioFinding> findings = new ArrayList<>(units.size() * RatioTargets.COUNT);
    for (UnitFigures unit : units) {
      for (int target = 0; target < RatioTargets.COUNT; target++) {
        long n = unit.n(target);
        long d = unit.d(target);
        Result result =
            n >= 0 && d > 0 && RatioTargets.holds(target, n, d)
                ? Result.MET
                : RatioTargets.unmet(n, d);
        findings.add(RatioFinding.of(unit, target, result));
      }
    }
    return findings;
  }
}
