package vn.doichieu.bench;

import vn.doichieu.domain.Result;

/**
 * What one unit gives for the {@link RatioTargets}, as a bean that rules read. A figure that is
 * absent is -1.
 */
public final class UnitFigures {

  private final int unit;
  private final long[] n;
  private final long[] d;
  private final Result[] results = new Result[RatioTargets.COUNT];

  UnitFigures(int unit, long[] n, long[] d) {
    this.unit = unit;
    this.n = n;
    this.d = d;
  }

  /** The emit of every rule. */
  public void conclude(int target, Result result) {
    results[target] = result;
  }

  int unit() {
    return unit;
  }

  long n(int target) {
    return n[target];
  }

  long d(int target) {
    return d[target];
  }

  /**
   * The finding of what was concluded last, which is forgotten. Where nothing was, the target is not
   * met or cannot be judged.
   */
  RatioFinding finding(int target) {
    Result result = results[target];
    results[target] = null;
    return RatioFinding.of(
        this, target, result == null ? RatioTargets.unmet(n[target], d[target]) : result);
  }

  public long getN1() {
    return n[0];
  }

  public long getD1() {
    return d[0];
  }

  public long getN2() {
    return n[1];
  }

  public long getD2() {
    return d[1];
  }

  public long getN3() {
    return n[2];
  }

  public long getD3() {
    return d[2];
  }

  public long getN4() {
    return n[3];
  }

  public long getD4() {
    return d[3];
  }

  public long getN5() {
    return n[4];
  }

  public long getD5() {
    return d[4];
  }

  public long getN6() {
    return n[5];
  }

  public long getD6() {
    return d[5];
  }

  public long getN7() {
    return n[6];
  }

  public long getD7() {
    return d[6];
  }

  public long getN8() {
    return n[7];
  }

  public long getD8() {
    return d[7];
  }

  public long getN9() {
    return n[8];
  }

  public long getD9() {
    return d[8];
  }

  public long getN10() {
    return n[9];
  }

  public long getD10() {
    return d[9];
  }

  public long getN11() {
    return n[10];
  }

  public long getD11() {
    return d[10];
  }

  public long getN12() {
    return n[11];
  }

  public long getD12() {
    return d[11];
  }
}
