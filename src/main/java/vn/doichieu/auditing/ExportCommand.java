package vn.doichieu.auditing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vn.doichieu.authoring.RuleWorkbook;
import vn.doichieu.command.Command;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.OutputFile;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.wording.Messages;

/** {@code doichieu rules export}: the rules of a plan as a workbook to edit. */
final class ExportCommand implements Command {

  static final String XLSX = "xlsx";

  @Override
  public Syntax syntax() {
    return new Syntax("rules export", Syntax.PLAN, Choice.value(XLSX, "FILE").must());
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Messages messages = arguments.messages();
    Path rules = arguments.rules();
    Path file = arguments.path(XLSX);
    OutputFile output = OutputFile.of(file, messages);
    if (!arguments.text(XLSX).toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new UsageProblem(messages.text("authoring.export.not_xlsx", file));
    } else if (Files.exists(file)) { // It may hold work that nobody has imported yet.
      throw new UsageProblem(messages.text("authoring.export.exists", file));
    }
    RuleWorkbook workbook = RuleWorkbook.read(rules);
    output.writeBytes(out -> workbook.write(out, messages));
    console.write(
        messages.text("authoring.export.done", file, arguments.operand()) + "\n", messages);
    return ExitCode.PASSED;
  }
}
