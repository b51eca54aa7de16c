package vn.doichieu.auditing;

import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.check.CompiledPlan;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.edits.DiffOutput;
import vn.doichieu.report.TextTable;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;

/** {@code doichieu rules diff}: two versions of a plan, by target, in words. */
final class DiffCommand implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax(
        "rules diff",
        Syntax.PLAN,
        Versions.AGAINST,
        Choice.value("format", "table|json"),
        Requested.OUTPUT);
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word("format", "table", List.of("table", "json"));
    try (Versions versions = Versions.open(arguments, console)) {
      Requested requested =
          Requested.of(
              arguments,
              console,
              Stream.of(versions.before(), versions.after())
                  .flatMap(v -> CompiledPlan.inputs(v.home(), v.folder()).stream())
                  .toList());
      DiffOutput output =
          new DiffOutput(
              versions.before(), versions.after(), versions.edits(), arguments.messages());
      if (format.equals("json")) {
        requested.write(output::json);
      } else {
        TextTable table = new TextTable(console.width(), console.colours() && !requested.toFile());
        output.table(table);
        requested.write(table::writeTo);
      }
      return versions.edits().decide() ? ExitCode.FAILED : ExitCode.PASSED;
    }
  }
}
