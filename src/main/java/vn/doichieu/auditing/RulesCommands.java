package vn.doichieu.auditing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.doichieu.command.Command;
import vn.doichieu.terminal.HelpText;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.wording.Messages;

/** The commands behind {@code doichieu rules}, by their second word. */
public final class RulesCommands {

  /** The first word of all of them. */
  public static final String WORD = "rules";

  private static final Map<String, Supplier<Command>> BY_VERB =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("diff", DiffCommand::new),
              Map.entry("export", ExportCommand::new),
              Map.entry("impact", ImpactCommand::new),
              Map.entry("import", ImportCommand::new),
              Map.entry("mutate", MutateCommand::new),
              Map.entry("new", NewCommand::new),
              Map.entry("next-year", NextYearCommand::new),
              Map.entry("show", ShowCommand::new),
              Map.entry("test", TestCommand::new),
              Map.entry("validate", ValidateCommand::new)));

  private RulesCommands() {}

  /**
   * The command of a verb.
   *
   * @throws UsageProblem naming the verbs there are, if this is none
   */
  public static Command named(String verb, Messages messages) {
    Supplier<Command> command = BY_VERB.get(verb);
    if (command == null) {
      throw new UsageProblem(
          messages.text("cli.rules.unknown", verb, String.join(", ", BY_VERB.keySet())));
    }
    return command.get();
  }

  /** What each of them does. */
  public static String help(Messages messages) {
    HelpText help = new HelpText();
    help.paragraph("doichieu rules: " + messages.text("cli.command.rules"));
    BY_VERB
        .keySet()
        .forEach(
            verb ->
                help.line(
                    verb,
                    messages.text(
                        "cli.command.rules"
                            + "_"
                            + verb.replace('-', '_').toLowerCase(Locale.ROOT))));
    return help + "";
  }
}
