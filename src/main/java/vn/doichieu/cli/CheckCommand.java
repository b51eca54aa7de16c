package vn.doichieu.cli;

import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.doichieu.check.Check;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.report.CsvOutput;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.report.TableOutput;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;

/** {@code doichieu check}: figures against a plan. */
final class CheckCommand implements Command {

  /** Codes of units shown to somebody who named one that does not exist. */
  private static final int CODES_SHOWN = 50;

  @Override
  public Syntax syntax() {
    return new Syntax(
        "check",
        Syntax.PLAN,
        Requested.DATA,
        Requested.AS_OF,
        Requested.CLOSED,
        Choice.value("format", "table|json|csv"),
        Requested.OUTPUT,
        Choice.flag("all"),
        Choice.values("unit", "CODE"),
        Choice.values("target", "ID"),
        Choice.values("result", "RESULT"));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word("format", "table", List.of("table", "json", "csv"));
    Set<Result> results = results(arguments);
    Check check = Requested.check(arguments);
    Requested requested = Requested.of(arguments, console, check.inputs());
    Evaluation evaluation = requested.run(check);
    FindingFilter filter =
        new FindingFilter(units(arguments, evaluation), targets(arguments, evaluation), results);
    requested.reportProblems(evaluation);
    switch (format) {
      case "json" ->
          requested.writeBytes(new JsonWriter(evaluation, filter, arguments.messages())::write);
      case "csv" ->
          requested.writeBytes(new CsvOutput(evaluation, filter, arguments.messages())::write);
      default -> requested.write(table(arguments, console, requested.toFile(), evaluation, filter));
    }
    return evaluation.failsCheck() ? ExitCode.FAILED : ExitCode.PASSED;
  }

  private static Consumer<Writer> table(
      Arguments arguments,
      Console console,
      boolean toFile,
      Evaluation evaluation,
      FindingFilter filter) {
    TableOutput.Options options =
        new TableOutput.Options(
            arguments.text("data"),
            console.width(),
            console.colours() && !toFile,
            arguments.has("all"));
    return out -> new TableOutput(evaluation, filter, arguments.messages(), options).write(out);
  }

  private static Set<Result> results(Arguments arguments) {
    List<String> known = Arrays.stream(Result.values()).map(Result::code).toList();
    return arguments.words("result", known, known).stream()
        .map(word -> Result.valueOf(word.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private static Set<String> units(Arguments arguments, Evaluation evaluation) {
    if (!arguments.has("unit")) {
      return Set.of(); // What could have been named takes a walk over all findings.
    }
    Set<String> known =
        evaluation.findings().stream().map(f -> f.unit().code()).collect(Collectors.toSet());
    return arguments.words("unit", known, known.stream().sorted().limit(CODES_SHOWN).toList());
  }

  private static Set<String> targets(Arguments arguments, Evaluation evaluation) {
    List<String> known = evaluation.plan().rows().stream().map(Target::id).toList();
    return arguments.words("target", known, known);
  }
}
