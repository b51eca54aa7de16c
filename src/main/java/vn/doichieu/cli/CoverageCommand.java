package vn.doichieu.cli;

import java.nio.file.Path;
import java.util.List;
import vn.doichieu.check.CompiledPlan;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.coverage.Coverage;
import vn.doichieu.coverage.CoverageCsv;
import vn.doichieu.coverage.CoverageJson;
import vn.doichieu.coverage.CoverageTable;
import vn.doichieu.domain.Provenance;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.wording.Messages;

/** {@code doichieu coverage}: what became of every sentence of a plan that can be checked. */
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
    Requested requested =
        Requested.of(arguments, console, CompiledPlan.inputs(arguments.home(), rules));
    CompiledPlan compiled = CompiledPlan.read(arguments.home(), rules);
    Coverage coverage = Coverage.of(compiled.plan());
    Provenance provenance = compiled.provenance();
    Messages messages = arguments.messages();
    boolean colour = console.colours() && !requested.toFile();
    requested.write(
        switch (format) {
          case "json" -> out -> new CoverageJson(coverage, provenance, messages).write(out);
          case "csv" -> out -> new CoverageCsv(coverage, messages).write(out);
          default ->
              out ->
                  new CoverageTable(coverage, provenance, messages, console.width(), colour)
                      .write(out);
        });
    return ExitCode.PASSED;
  }
}
