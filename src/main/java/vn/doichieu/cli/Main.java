package vn.doichieu.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import vn.doichieu.report.Language;
import vn.doichieu.report.Messages;

/** Entry of the command line. Exit codes are those of the contract, section 3. */
public final class Main {

  private final Console console;
  private final Path home;
  private final Messages messages;

  Main(Console console, Path home, Language language) {
    this.console = console;
    this.home = home;
    this.messages = new Messages(language);
  }

  public static void main(String[] args) {
    Console console = Console.ofProcess();
    Path home = Path.of(System.getProperty("doichieu.home", ""));
    int exitCode = new Main(console, home, Usage.language(Arrays.asList(args))).run(args);
    console.flush();
    System.exit(exitCode);
  }

  /** Runs one command; never throws. */
  int run(String... args) {
    Usage usage = new Usage(messages);
    CommandLine commands = usage.commands();
    try {
      ParseResult parsed = commands.parseArgs(args);
      return run(usage, parsed);
    } catch (CommandLine.ParameterException e) {
      console.error(usage.explain(e));
      return ExitCode.USAGE;
    } catch (UsageProblem e) {
      console.error(e.sentence());
      return ExitCode.USAGE;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return unexpected(e);
    }
  }

  private int run(Usage usage, ParseResult parsed) {
    ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (parsed.hasMatchedOption("--version")) {
      console.write("doichieu " + Usage.version() + "\n");
      return ExitCode.PASSED;
    }
    if (command.hasMatchedOption("--help") || !parsed.hasSubcommand()) {
      String help = usage.help(command);
      if (command.hasMatchedOption("--help")) {
        console.write(help);
        return ExitCode.PASSED;
      }
      console.error(help);
      return ExitCode.USAGE;
    }
    return new CheckCommand(console, home, messages).run(command);
  }

  /** A defect of ours: told in one sentence, with the trace only where a developer asks for it. */
  private int unexpected(Throwable defect) {
    if (Boolean.getBoolean("doichieu.debug")) {
      defect.printStackTrace(console.errors());
    }
    List<String> where =
        Arrays.stream(defect.getStackTrace())
            .map(StackTraceElement::toString)
            .filter(frame -> frame.contains("vn.doichieu"))
            .limit(1)
            .toList();
    String what =
        defect instanceof OutOfMemoryError ? messages.text("cli.memory") : defect.toString();
    console.error(messages.text("cli.unexpected", what, String.join("", where)));
    return ExitCode.USAGE;
  }
}
