package vn.doichieu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.doichieu.domain.Result;

/**
 * Twelve targets of the form n/d against a percentage, with the thresholds of the ratio rows of the
 * five plans, and made-up figures for them.
 */
final class RatioTargets {

  static final int COUNT = 12;

  /** Units a session, for every engine that has sessions. */
  static final int BATCH = 1000;

  private static final int[] PERCENT = {50, 70, 100, 20, 100, 50, 80, 30, 70, 100, 20, 100};

  /** The one target that asks for more than its threshold. */
  private static final int STRICT = 8;

  private RatioTargets() {}

  static int percent(int target) {
    return PERCENT[target];
  }

  static String comparator(int target) {
    return target == STRICT ? ">" : ">=";
  }

  /** What does not satisfy it. */
  static String contrary(int target) {
    return target == STRICT ? "<=" : "<";
  }

  static boolean holds(int target, long n, long d) {
    long more = n * 100 - d * PERCENT[target];
    return target == STRICT ? more > 0 : more >= 0;
  }

  /** What a target is that is not met. */
  static Result unmet(long n, long d) {
    return d == 0 ? Result.NOT_APPLICABLE : n < 0 || d < 0 ? Result.MISSING : Result.NOT_MET;
  }

  static long shortfall(int target, long n, long d) {
    long needed =
        target == STRICT ? d * PERCENT[target] / 100 + 1 : (d * PERCENT[target] + 99) / 100;
    return needed - n;
  }

  /** The same number of units gives the same figures: some 2 in 100 absent, 2 in 100 without cases. */
  static List<UnitFigures> figures(int units) {
    SplittableRandom random = new SplittableRandom(12);
    List<UnitFigures> all = new ArrayList<>(units);
    for (int unit = 0; unit < units; unit++) {
      long[] n = new long[COUNT];
      long[] d = new long[COUNT];
      for (int i = 0; i < COUNT; i++) {
        d[i] = random.nextInt(100) < 2 ? 0 : 1 + random.nextInt(400);
        int part = Math.min(100, PERCENT[i] + (random.nextInt(10) < 8 ? 1 : -1) * random.nextInt(15));
        n[i] = d[i] * part / 100;
        n[i] = random.nextInt(100) < 1 ? -1 : n[i];
        d[i] = random.nextInt(100) < 1 ? -1 : d[i];
      }
      all.add(new UnitFigures(unit, n, d));
    }
    return all;
  }
}
