package vn.doichieu.consistency;

import java.nio.file.Path;
import vn.doichieu.testing.SmallPlan;

/** A plan with a figure of every sense that the shared checks know; T1 rates done of total. */
final class CheckedPlan {

  private CheckedPlan() {}

  static SmallPlan in(Path folder) {
    return new SmallPlan(folder)
        .item("done", "count, part_of: total, sense: informed")
        .item("total", "count, sense: total")
        .item("open", "count, part_of: total, sense: pending")
        .item("visits", "count, sense: inspected")
        .item("forms", "count, sense: communication")
        .item("team", "yes_no, sense: inspection_team")
        .target("T1", "ratio", "scope", "each+area")
        .target("T2", "duty", "inputs", "team=yes")
        .target("T3", "deadline", "priority", "deadline")
        .target("T4", "share_of_units", "inputs", "forms>=1 & visits>=1 & open>=0");
  }
}
