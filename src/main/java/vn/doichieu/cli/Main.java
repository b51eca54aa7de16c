package vn.doichieu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

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
    int exitCode = ExitCode.USAGE; // Never the JVM's own 1, which means a finding.
    Console console = Console.ofProcess();
    try {
      Path home = Path.of(System.getProperty("doichieu.home", ""));
      exitCode = new Main(console, home, Usage.language(Arrays.asList(args))).run(args);
    } catch (RuntimeException | Error e) { // Not even the messages could be read.
      console.error(e.toString());
    }
    console.flush();
    System.exit(exitCode);
  }

  /** Runs one command; never throws. */
  int run(String... args) {
    try {
      return run(new Usage(messages), new ArrayList<>(Arrays.asList(args)));
    } catch (UsageProblem e) {
      console.error(e.sentence());
      return ExitCode.USAGE;
    } catch (RuntimeException | Error e) {
      return unexpected(e);
    }
  }

  private int run(Usage usage, List<String> args) {
    String first = args.isEmpty() ? "" : args.get(0);
    if (first.startsWith("--lang=")) { // Looked up already; it may stand before the command, too.
      args.remove(0);
    } else if (first.equals("--lang") && args.size() > 1) {
      args.subList(0, 2).clear();
    }
    String command = args.isEmpty() ? "" : args.get(0);
    switch (command) {
      case "check" -> {
        return new CheckCommand(console, home, messages)
            .run(usage, usage.parse(args.subList(1, args.size())));
      }
      case "--version" -> console.write("doichieu " + Usage.version() + "\n", messages);
      case "--help", "-h", "help" -> console.write(usage.help(), messages);
      case "" -> {
        console.error(usage.help());
        return ExitCode.USAGE;
      }
      default -> throw usage.mistake("cli.unmatched", command);
    }
    return ExitCode.PASSED;
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
