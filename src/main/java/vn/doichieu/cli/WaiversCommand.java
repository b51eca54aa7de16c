package vn.doichieu.cli;

import java.util.List;
import vn.doichieu.check.Check;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.report.TextTable;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.waiver.WaiverAccounts;
import vn.doichieu.waiver.WaiversJson;
import vn.doichieu.waiver.WaiversTable;

/** {@code doichieu waivers}: which waivers apply, which lapsed, which have no effect and why. */
final class WaiversCommand implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax(
        "waivers",
        Syntax.PLAN,
        Requested.DATA,
        Requested.AS_OF,
        Requested.CLOSED,
        Choice.value("format", "table|json"),
        Requested.OUTPUT);
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word("format", "table", List.of("table", "json"));
    Check check = Requested.check(arguments);
    Requested requested = Requested.of(arguments, console, check.inputs());
    WaiverAccounts accounts = requested.working(check::waivers);
    if (!accounts.otherProblems().isEmpty()) { // Figures left out may be why a waiver is needed.
      Requested.report("problems.some", accounts.otherProblems(), console, arguments.messages());
    }
    if (format.equals("json")) {
      requested.write(out -> new WaiversJson(accounts, arguments.messages()).write(out));
    } else {
      TextTable table = new TextTable(console.width(), console.colours() && !requested.toFile());
      new WaiversTable(accounts, arguments.messages()).write(table);
      requested.write(table::writeTo);
    }
    return ExitCode.PASSED;
  }
}
