package vn.doichieu.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Target;
import vn.doichieu.rulerow.TargetReader;
import vn.doichieu.rulerow.TargetRow;
import vn.doichieu.ruletable.RuleSheet;

/**
 * A plan together with the rows that its targets were read from, so that a row can be read anew
 * with other cells.
 */
public record PlanSource(Plan plan, RuleSheet sheet) {

  /**
   * Reads a plan's folder.
   *
   * @throws InvalidRules naming every cell and key that cannot be understood
   */
  public static PlanSource read(Path folder) {
    Plan plan = PlanReader.read(folder);
    return new PlanSource(plan, RuleSheet.read(folder));
  }

  /**
   * The targets that a row stands for: one, or one for each of its thresholds.
   *
   * @param problems receives every cell that cannot be understood; what is returned is of no use
   *     then
   */
  public List<Target> targets(RuleSheet.Row row, List<Problem> problems) {
    List<Problem> own = new ArrayList<>();
    List<Target> targets = TargetReader.targets(TargetRow.of(row, plan.items(), own), plan.year());
    problems.addAll(own);
    return own.isEmpty() ? targets : List.of();
  }
}
