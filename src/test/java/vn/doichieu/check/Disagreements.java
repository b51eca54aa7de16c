package vn.doichieu.check;

import java.util.List;
import java.util.Map;

/**
 * Where the rules and the naive evaluation are known to answer differently, each case as narrow as
 * its rows tell. A case goes when the two agree; with none left, this class goes.
 */
final class Disagreements {

  private Disagreements() {}

  /** Whether a row's findings are not compared at all. */
  static boolean leaveOut(Map<String, String> row) {
    return cappedReduction(row);
  }

  /** What is above a ceiling has no shortfall, and nothing left counts as exceeded. */
  private static boolean cappedReduction(Map<String, String> row) {
    return row.get("kind").equals("reduction")
        && List.of("within", "between").contains(row.get("comparator"));
  }
}
