package vn.doichieu.cli;

import java.nio.file.Path;
import java.util.List;
import vn.doichieu.coverage.Coverage;
import vn.doichieu.coverage.CoverageData;
import vn.doichieu.coverage.CoverageTable;
import vn.doichieu.report.TextTable;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;

/** {@code doichieu coverage}: every checkable sentence of a plan, and what became of it. */
final class CoverageCommand implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax(
        "coverage", Syntax.PLAN, Choice.value("format", "table|json|csv"), Requested.OUTPUT);
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word("format", "table", List.of("table", "json", "csv"));
    Path rules = arguments.rules();
    Requested requested = Requested.of(arguments, console, Coverage.inputs(rules));
    Coverage coverage = Coverage.read(rules);
    requested.write(
        out -> {
          switch (format) {
            case "json" -> new CoverageData(coverage, arguments.messages()).json(out);
            case "csv" -> new CoverageData(coverage, arguments.messages()).csv(out);
            default -> {
              TextTable table =
                  new TextTable(console.width(), console.colours() && !requested.toFile());
              new CoverageTable(coverage, arguments.messages()).write(table);
              table.writeTo(out);
            }
          }
        });
    return ExitCode.PASSED;
  }
}
