package vn.doichieu.command;

import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Problem;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.OutputFile;
import vn.doichieu.terminal.Progress;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;

/**
 * What most commands share: the files they read, the check they rest on, and where the answer goes.
 */
public final class Requested {

  public static final Choice DATA = Choice.value("data", "DIR").must();
  public static final Choice AS_OF = Choice.value("as-of", "YYYY-MM-DD");
  public static final Choice CLOSED = Choice.flag("closed");
  public static final Choice OUTPUT = Choice.value("output", "FILE");

  private final Arguments arguments;
  private final Console console;
  private final Messages messages;
  private final Optional<OutputFile> output;

  private Requested(Arguments arguments, Console console, List<Path> inputs) {
    this.arguments = arguments;
    this.console = console;
    this.messages = arguments.messages();
    this.output = arguments.output(inputs);
  }

  /**
   * Looks at where the answer goes before any work is done.
   *
   * @param inputs the files that are read, none of which may be replaced
   */
  public static Requested of(Arguments arguments, Console console, List<Path> inputs) {
    return new Requested(arguments, console, inputs);
  }

  /** The check of {@code PLAN --data DIR [--as-of DATE] [--closed]}. */
  public static Check check(Arguments arguments) {
    return new Check(
        arguments.home(),
        arguments.rules(),
        arguments.path("data"),
        arguments.asOf(),
        arguments.has("closed"));
  }

  /** Runs a check, with a sign of life on a terminal. */
  public Evaluation run(Check check) {
    return run(check, console, messages);
  }

  /** As above, for commands whose answer is more than one file. */
  public static Evaluation run(Check check, Console console, Messages messages) {
    try (Progress working = new Progress(console, messages.text("cli.working"))) {
      return check.run();
    }
  }

  /** Does what takes a while, with a sign of life on a terminal. */
  public <T> T working(Supplier<T> work) {
    try (Progress working = new Progress(console, messages.text("cli.working"))) {
      return work.get();
    }
  }

  /** Tells on standard error what of the input could not be used. */
  public void reportProblems(Evaluation evaluation) {
    reportProblems(evaluation, console, messages);
  }

  /** As above, for commands whose answer is more than one file. */
  public static void reportProblems(Evaluation evaluation, Console console, Messages messages) {
    if (!evaluation.problems().isEmpty()) {
      report("problems.some", evaluation.problems(), console, messages);
    }
  }

  /** Tells problems one below the other. */
  public static void report(
      String heading, List<Problem> problems, Console console, Messages messages) {
    ProblemText text = new ProblemText(messages);
    console.error(messages.text(heading, problems.size()));
    for (int i = 0; i < problems.size(); i++) {
      console.error((i + 1) + ". " + text.sentence(problems.get(i)));
    }
  }

  /** Whether the answer goes into a file. */
  public boolean toFile() {
    return output.isPresent();
  }

  /** Writes the answer to the file of {@code --output}, or to standard output, as it is made. */
  public void write(Consumer<Writer> writing) {
    writeBytes(out -> OutputFile.encode(writing, out));
  }

  /** Writes an answer that is bytes likewise. */
  public void writeBytes(Consumer<OutputStream> writing) {
    if (output.isEmpty()) {
      console.write(writing, messages);
      return;
    }
    OutputFile file = output.get();
    file.writeBytes(writing);
    reportWritten(file);
  }

  private void reportWritten(OutputFile file) {
    if (console.watched()) {
      console.error(messages.text("cli.output.written", file));
    }
  }
}
