package vn.doichieu.auditing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.casefile.CaseFiles;
import vn.doichieu.cases.Case;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.domain.Plan;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.trial.BoundaryCases;
import vn.doichieu.trial.TestedJson;
import vn.doichieu.trial.TestedPlan;
import vn.doichieu.trial.TestedTable;
import vn.doichieu.wording.Messages;

/** {@code doichieu rules test}: runs the cases of a plan, or generates the boundary cases of it. */
final class TestCommand implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax(
        "rules test",
        List.of(Syntax.PLAN, "[TARGET]"),
        Choice.value("format", "table|json"),
        Choice.flag("boundaries"),
        Requested.OUTPUT);
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word("format", "table", List.of("table", "json"));
    Path rules = arguments.rules();
    Requested requested =
        Requested.of(
            arguments,
            console,
            Stream.of(PlanReader.files(rules), OwnRules.files(rules), CaseFiles.files(rules))
                .flatMap(List::stream)
                .toList());
    Messages messages = arguments.messages();
    Plan plan = PlanReader.read(rules);
    OwnRules own = OwnRules.of(arguments.home(), rules, plan);
    List<String> ids = TargetIds.of(plan, arguments);
    if (arguments.has("boundaries")) {
      requested.write(out -> BoundaryCases.write(plan, ids, messages, out, own));
      return ExitCode.PASSED;
    }
    List<Case> cases = CaseFiles.read(rules, plan);
    TestedPlan tested = requested.working(() -> TestedPlan.of(plan, cases, ids, own));
    boolean colour = console.colours() && !requested.toFile();
    requested.write(
        out -> {
          if (format.equals("json")) {
            new TestedJson(tested, messages).write(out);
          } else {
            new TestedTable(tested, messages, console.width(), colour).write(out);
          }
        });
    return tested.passes() ? ExitCode.PASSED : ExitCode.FAILED;
  }
}
