package vn.doichieu.bench;

import vn.doichieu.domain.Result;

/**
 * What every contender has to say of a unit and target.
 *
 * @param n -1 where it is not known; so d and, where it is not judged, the shortfall
 */
record RatioFinding(int unit, int target, Result result, long n, long d, long shortfall) {

  static RatioFinding of(UnitFigures figures, int target, Result result) {
    long n = figures.n(target);
    long d = figures.d(target);
    long shortfall =
        result == Result.MET
            ? 0
            : result == Result.NOT_MET ? RatioTargets.shortfall(target, n, d) : -1;
    return new RatioFinding(figures.unit(), target, result, n, d, shortfall);
  }
}
