package vn.doichieu.auditing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.casefile.CaseFiles;
import vn.doichieu.cases.Case;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.mutation.Justification;
import vn.doichieu.mutation.MutatedPlan;
import vn.doichieu.mutation.MutationJson;
import vn.doichieu.mutation.MutationTable;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.rules.PlanSource;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;

/** {@code doichieu rules mutate}: which small changes of the rules no case notices. */
final class MutateCommand implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax(
        "rules mutate",
        List.of(Syntax.PLAN, "[TARGET]"),
        Choice.value("format", "table|json"),
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
            Stream.of(
                    PlanReader.files(rules),
                    OwnRules.files(rules),
                    CaseFiles.files(rules),
                    List.of(Justification.file(rules)))
                .flatMap(List::stream)
                .toList());
    PlanSource source = PlanSource.read(rules);
    OwnRules own = OwnRules.of(arguments.home(), rules, source.plan());
    List<String> ids = TargetIds.of(source.plan(), arguments);
    List<Case> cases = CaseFiles.read(rules, source.plan());
    MutatedPlan mutated = requested.working(() -> MutatedPlan.of(rules, source, cases, ids, own));
    boolean colour = console.colours() && !requested.toFile();
    requested.write(
        out -> {
          if (format.equals("json")) {
            new MutationJson(mutated).write(out);
          } else {
            new MutationTable(mutated, arguments.messages(), console.width(), colour).write(out);
          }
        });
    return mutated.passes() ? ExitCode.PASSED : ExitCode.FAILED;
  }
}
