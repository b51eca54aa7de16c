package vn.doichieu.auditing;

import java.util.List;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.wording.PlainText;

/** The targets that a command is about: the one named behind the plan, or all. */
final class TargetIds {

  private TargetIds() {}

  /**
   * The ids of the targets that are judged.
   *
   * @throws UsageProblem if one is named that is not
   */
  static List<String> of(Plan plan, Arguments arguments) {
    List<String> all =
        plan.targets().stream().filter(Target::evaluated).map(Target::id).distinct().toList();
    String named = arguments.secondOperand();
    if (named.isEmpty()) {
      return all;
    }
    if (!all.contains(named)) {
      String nearest = NearestWord.of(named, all);
      String meant = nearest.isEmpty() ? arguments.shortened(all) : nearest;
      throw new UsageProblem(
          PlainText.of(arguments.messages().text("cli.rules.no_target", named, meant)));
    }
    return List.of(named);
  }
}
