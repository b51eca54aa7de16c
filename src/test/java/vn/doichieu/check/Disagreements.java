package vn.doichieu.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.doichieu.oracle.NaiveEvaluation.Line;

/**
 * Where the rules and the naive evaluation are known to answer differently, each case as narrow as
 * its rows tell. A case goes when the two agree; with none left, this class goes.
 */
final class Disagreements {

  private static final Set<String> OPEN = Set.of("missing", "invalid", "in_progress", "waived");

  private Disagreements() {}

  /** Whether a row's findings are not compared at all. */
  static boolean leaveOut(Map<String, String> row) {
    return ofGroups(row) || cappedReduction(row);
  }

  /** Whether one finding, as the naive evaluation has it, is not compared. */
  static boolean leaveOut(Map<String, String> row, Line line, boolean area) {
    return waivedThreshold(row, line, area)
        || conditionOfShare(row, area)
        || belowZero(row, area)
        || rateOfNothing(row, line, area)
        || waivedWithoutCondition(row, line);
  }

  /** Whether the numbers of a score are not compared: points that are known, or the least. */
  static boolean pointsTakenOff(Map<String, String> row) {
    return row.get("kind").equals("score") && row.get("inputs").contains("-");
  }

  /** Figures are kept as the first unit of a kind is asked, whatever the group of the others. */
  private static boolean ofGroups(Map<String, String> row) {
    boolean labelled = row.get("threshold").matches("(urban|mountain|đồng bằng):.*");
    return labelled || row.get("applies_to").contains("[");
  }

  /** What is above a ceiling has no shortfall, and nothing left counts as exceeded. */
  private static boolean cappedReduction(Map<String, String> row) {
    return row.get("kind").equals("reduction")
        && List.of("within", "between").contains(row.get("comparator"));
  }

  /** A waiver of a row with several thresholds is matched with the first of them only. */
  private static boolean waivedThreshold(Map<String, String> row, Line line, boolean area) {
    boolean ofMembers = area && row.get("kind").equals("share_of_units");
    boolean waived = line.result().equals("waived") || line.flags().contains("waive");
    return row.get("threshold").contains(":") && (waived || ofMembers);
  }

  /** A figure that members answer is not taken from the area, even if its condition reads it. */
  private static boolean conditionOfShare(Map<String, String> row, boolean area) {
    return area && row.get("kind").equals("share_of_units") && !row.get("condition").isEmpty();
  }

  /** A sum below 0 counts as without end. */
  private static boolean belowZero(Map<String, String> row, boolean area) {
    return area && row.get("kind").equals("ratio") && row.get("inputs").contains("- (p2");
  }

  /** A member that knows only that its whole is 0 leaves the rate of all of them open. */
  private static boolean rateOfNothing(Map<String, String> row, Line line, boolean area) {
    boolean unknown = OPEN.contains(line.result()) || !line.flags().isEmpty();
    return area && row.get("kind").equals("rate") && unknown;
  }

  /** The day given counts for a waiver, even if the condition is not known. */
  private static boolean waivedWithoutCondition(Map<String, String> row, Line line) {
    return row.get("kind").equals("deadline")
        && !row.get("condition").isEmpty()
        && line.result().equals("waived");
  }
}
