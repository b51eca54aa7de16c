package vn.doichieu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.doichieu.auditing.RulesCommands;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.domain.ProgramVersion;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.HelpText;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.web.backup.BackupCommand;
import vn.doichieu.web.restore.RestoreCommand;
import vn.doichieu.web.serving.AuditCommand;
import vn.doichieu.web.serving.ServeCommand;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** Entry of the command line. Exit codes are those of the contract, section 3. */
public final class Main {

  private static final List<String> COMMANDS =
      List.of(
          "check",
          "explain",
          "report",
          "waivers",
          "verify",
          "coverage",
          "form",
          "rules",
          "serve",
          "backup",
          "restore",
          "audit");

  private final Console console;
  private final Path home;
  private final Messages messages;

  Main(Console console, Path home, Language language) {
    this.console = console;
    this.home = home;
    this.messages = new Messages(language);
  }

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // The PDF library writes its numbers in the digits of it.
    int exitCode = ExitCode.USAGE; // Never the JVM's own 1, which means a finding.
    Console console = Console.ofProcess();
    try {
      Path home = Path.of(System.getProperty("doichieu.home", ""));
      exitCode = new Main(console, home, Arguments.language(Arrays.asList(args))).run(args);
    } catch (RuntimeException | Error e) { // Not even the messages could be read.
      console.error(e.toString());
    }
    console.flush();
    System.exit(exitCode);
  }

  /** Runs one command; never throws. */
  int run(String... args) {
    try {
      return run(new ArrayList<>(Arrays.asList(args)));
    } catch (UsageProblem e) {
      console.error(e.sentence());
      return ExitCode.USAGE;
    } catch (UnreadableInput e) {
      Requested.report("problems.fatal", e.problems(), console, messages);
      return ExitCode.USAGE;
    } catch (InvalidRules e) {
      Requested.report("problems.rules", e.problems(), console, messages);
      return ExitCode.RULES;
    } catch (RuntimeException | Error e) {
      return unexpected(e);
    }
  }

  private int run(List<String> args) {
    String first = args.isEmpty() ? "" : args.get(0);
    if (first.startsWith("--lang=")) { // Looked up already; it may stand before the command, too.
      args.remove(0);
    } else if (first.equals("--lang") && args.size() > 1) {
      args.subList(0, 2).clear();
    }
    String word = args.isEmpty() ? "" : args.get(0);
    switch (word) {
      case "--version" -> console.write("doichieu " + ProgramVersion.text() + "\n", messages);
      case "--help", "-h", "help" -> console.write(help(), messages);
      case "" -> {
        console.error(help());
        return ExitCode.USAGE;
      }
      default -> {
        boolean ofRules = word.equals(RulesCommands.WORD);
        String verb = ofRules && args.size() > 1 ? args.get(1) : "";
        if (ofRules && List.of("--help", "-h", "help").contains(verb)) {
          console.write(RulesCommands.help(messages), messages);
          return ExitCode.PASSED;
        }
        Command command = ofRules ? RulesCommands.named(verb, messages) : command(word);
        List<String> words = args.subList(ofRules ? 2 : 1, args.size());
        Optional<Arguments> arguments =
            Arguments.read(command.syntax(), words, home, messages, console);
        if (arguments.isPresent()) {
          return command.run(arguments.get(), console);
        }
      }
    }
    return ExitCode.PASSED;
  }

  private Command command(String word) {
    return switch (word) {
      case "check" -> new CheckCommand();
      case "explain" -> new ExplainCommand();
      case "report" -> new ReportCommand();
      case "waivers" -> new WaiversCommand();
      case "verify" -> new VerifyCommand();
      case "coverage" -> new CoverageCommand();
      case "form" -> new FormCommand();
      case "serve" -> new ServeCommand();
      case "audit" -> new AuditCommand();
      case "backup" -> new BackupCommand();
      case "restore" -> new RestoreCommand();
      default ->
          throw new UsageProblem(
              messages.text("cli.unmatched", word) + "\n" + messages.text("cli.see_help", ""));
    };
  }

  private String help() {
    HelpText help = new HelpText();
    help.paragraph(messages.text("cli.doichieu"));
    help.paragraph(messages.text("cli.heading.usage") + " doichieu " + messages.text("cli.usage"));
    for (String command : COMMANDS) {
      help.line(command, messages.text("cli.command." + command));
    }
    help.line("--version", messages.text("cli.version"));
    return help + "\n" + messages.text("cli.exits") + "\n";
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
