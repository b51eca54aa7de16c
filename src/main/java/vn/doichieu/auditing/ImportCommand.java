package vn.doichieu.auditing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.doichieu.authoring.Change;
import vn.doichieu.authoring.ChangeText;
import vn.doichieu.authoring.WorkbookImport;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.OutputFile;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.wording.Messages;

/** {@code doichieu rules import}: an edited workbook back into the tables of its plan. */
final class ImportCommand implements Command {

  private static final String OUTPUT = "output";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "rules import",
        Syntax.PLAN,
        Choice.value(ExportCommand.XLSX, "FILE").must(),
        Choice.value(OUTPUT, "FOLDER"));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Messages messages = arguments.messages();
    Path rules = arguments.rules();
    Path folder = arguments.has(OUTPUT) ? arguments.path(OUTPUT) : rules;
    if (!Files.isDirectory(folder)) {
      throw new UsageProblem(messages.text("cli.output.no_folder", folder));
    }
    List<Path> workbooks = WorkbookImport.workbooksIn(folder);
    if (!workbooks.isEmpty()) {
      throw new UsageProblem(
          messages.text("authoring.import.workbook", workbooks.get(0), arguments.text("xlsx")));
    }
    WorkbookImport read;
    try {
      read = WorkbookImport.read(rules, arguments.path(ExportCommand.XLSX), folder);
    } catch (InvalidRules e) {
      Requested.report("authoring.import.refused", e.problems(), console, messages);
      return ExitCode.RULES;
    }
    if (!read.remarks().isEmpty()) {
      Requested.report("authoring.import.remarks", read.remarks(), console, messages);
    }
    read.texts()
        .forEach((file, text) -> OutputFile.of(file, messages).write(out -> write(out, text)));
    console.write(told(read, messages), messages);
    return ExitCode.PASSED;
  }

  private static void write(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String told(WorkbookImport read, Messages messages) {
    StringBuilder text = new StringBuilder();
    ChangeText words = new ChangeText(messages);
    for (Map.Entry<String, List<Change>> file : read.changes().entrySet()) {
      text.append(messages.text("authoring.import.file", file.getKey(), file.getValue().size()));
      text.append('\n');
      file.getValue().forEach(change -> text.append("- " + words.sentence(change) + "\n"));
    }
    if (read.texts().isEmpty()) {
      text.append(messages.text("authoring.import.nothing")).append('\n');
    }
    read.texts()
        .keySet()
        .forEach(file -> text.append(messages.text("cli.output.written", file)).append('\n'));
    return text.toString();
  }
}
