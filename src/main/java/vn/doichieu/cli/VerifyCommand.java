package vn.doichieu.cli;

import java.nio.file.Path;
import vn.doichieu.check.Check;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.RulesFolders;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.verification.Comparison;
import vn.doichieu.verification.RecordedResult;
import vn.doichieu.verification.ResultReader;
import vn.doichieu.verification.VerdictOutput;

/** {@code doichieu verify}: a result of a check, done again. */
final class VerifyCommand implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax("verify", "RESULT", Requested.DATA, Choice.value("rules", "DIR"));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    RecordedResult recorded = ResultReader.read(arguments.pathOf(arguments.operand()));
    Check check =
        new Check(
            arguments.home(),
            rules(arguments, recorded),
            arguments.path("data"),
            recorded.asOf(),
            recorded.closed());
    Requested requested = Requested.of(arguments, console, check.inputs());
    Evaluation again = requested.run(check);
    Comparison comparison = Comparison.of(recorded, again);
    VerdictOutput output =
        new VerdictOutput(comparison, arguments.messages(), console.width(), console.colours());
    requested.write(out -> output.write(arguments.operand(), arguments.text("data"), out));
    return switch (comparison.verdict()) {
      case SAME -> ExitCode.PASSED;
      case DIFFERS, EDITED -> ExitCode.FAILED;
    };
  }

  /** The folder that is named, or that of the plan in the program's own rules. */
  private static Path rules(Arguments arguments, RecordedResult recorded) {
    RulesFolders folders = new RulesFolders(arguments.home(), arguments.messages());
    if (arguments.has("rules")) {
      return folders.find(arguments.text("rules"));
    }
    try {
      return folders.known(recorded.plan());
    } catch (UsageProblem e) {
      throw new UsageProblem(e.sentence() + "\n" + arguments.messages().text("verify.name_rules"));
    }
  }
}
