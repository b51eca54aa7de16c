package vn.doichieu.auditing;

import java.nio.file.Path;
import java.util.List;
import vn.doichieu.check.CompiledPlan;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.display.DrlText;
import vn.doichieu.display.RuleList;
import vn.doichieu.domain.Target;
import vn.doichieu.report.TextTable;
import vn.doichieu.rules.PlanSource;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;

/** {@code doichieu rules show}: a plan's rules in words, or as the DRL that they stand for. */
final class ShowCommand implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax(
        "rules show",
        List.of(Syntax.PLAN, "[TARGET]"),
        Choice.value("as", "text|drl"),
        Requested.OUTPUT);
  }

  @Override
  public int run(Arguments arguments, Console console) {
    boolean drl = arguments.word("as", "text", List.of("text", "drl")).equals("drl");
    Path rules = arguments.rules();
    Requested requested =
        Requested.of(arguments, console, CompiledPlan.inputs(arguments.home(), rules));
    PlanSource source = PlanSource.read(rules);
    List<String> ids = source.plan().rows().stream().map(Target::id).toList();
    String id = arguments.secondOperand();
    if (!id.isEmpty()) {
      arguments.known("TARGET", id, ids);
    }
    if (drl) {
      List<Target> targets =
          source.plan().targets().stream()
              .filter(target -> id.isEmpty() || target.id().equals(id))
              .toList();
      OwnRules own = OwnRules.of(arguments.home(), rules, source.plan());
      String text = DrlText.of(source.plan().withTargets(targets), own.targetRules());
      requested.write(out -> DrlText.write(text, out));
      return ExitCode.PASSED;
    }
    TextTable table = new TextTable(console.width(), console.colours() && !requested.toFile());
    RuleList list = new RuleList(source, arguments.messages(), table);
    if (id.isEmpty()) {
      list.all();
    } else {
      list.one(id);
    }
    requested.write(table::writeTo);
    return ExitCode.PASSED;
  }
}
