package vn.doichieu.auditing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.check.CompiledPlan;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.report.TextTable;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.validation.Validation;
import vn.doichieu.validation.ValidationJson;
import vn.doichieu.validation.ValidationTable;
import vn.doichieu.wording.Messages;

/**
 * {@code doichieu rules validate}: everything wrong or doubtful in a plan's rule files, at once.
 */
final class ValidateCommand implements Command {

  private static final String DATA = "data";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "rules validate",
        Syntax.PLAN,
        Choice.value(DATA, "DIR"),
        Choice.value("format", "table|json"),
        Requested.OUTPUT);
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word("format", "table", List.of("table", "json"));
    Path rules = arguments.rules();
    List<Path> inputs = new ArrayList<>(CompiledPlan.inputs(arguments.home(), rules));
    inputs.addAll(Validation.files(rules));
    List<ReportingUnit> units = List.of();
    if (arguments.has(DATA)) {
      Path list = arguments.path(DATA).resolve("units.csv");
      inputs.add(list);
      units = UnitsReader.read(list, new ArrayList<>()).all();
    }
    Requested requested = Requested.of(arguments, console, inputs);
    Validation validation = Validation.of(arguments.home(), rules, units, null);
    Messages messages = arguments.messages();
    if (format.equals("json")) {
      requested.write(out -> new ValidationJson(validation, messages).write(out));
    } else {
      TextTable table = new TextTable(console.width(), console.colours() && !requested.toFile());
      new ValidationTable(validation, messages).write(table);
      requested.write(table::writeTo);
    }
    if (!validation.errors().isEmpty()) {
      return ExitCode.RULES;
    }
    return validation.doubtful().isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
  }
}
