package vn.doichieu.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;
import vn.doichieu.wording.Messages;

/** The arguments that one command takes, their help and their mistakes, in the user's language. */
public final class Syntax {

  private static final String HELP = "help";

  /** The words before the options of most commands. */
  public static final String PLAN = "PLAN";

  /**
   * One option.
   *
   * @param name its long name; {@code cli.NAME} in the message bundles tells what it does, or
   *     {@code cli.COMMAND.NAME} where a command means something of its own by it
   * @param label what its value looks like; null for a flag
   */
  public record Choice(String name, @Nullable String label, boolean needed, boolean repeatable) {

    public static Choice flag(String name) {
      return new Choice(name, null, false, false);
    }

    public static Choice value(String name, String label) {
      return new Choice(name, label, false, false);
    }

    public static Choice values(String name, String label) {
      return new Choice(name, label, false, true);
    }

    /** The same, which cannot be left out. */
    public Choice must() {
      return new Choice(name, label, true, repeatable);
    }

    private String words() {
      return "--" + name + (label == null ? "" : " " + label);
    }
  }

  private final String command;
  private final List<String> operands;
  private final List<Choice> choices;

  /**
   * A command.
   *
   * @param operand what its one word without a name is ({@link #PLAN}, or a file)
   * @param choices its options, besides {@code --lang} and {@code --help}
   */
  public Syntax(String command, String operand, Choice... choices) {
    this(command, List.of(operand), choices);
  }

  /**
   * A command with several words, or none, before its options.
   *
   * @param operands what they are, in order; in brackets ("[TARGET]") one that can be left out
   */
  public Syntax(String command, List<String> operands, Choice... choices) {
    this.command = command;
    this.operands = List.copyOf(operands);
    List<Choice> all = new ArrayList<>(Arrays.asList(choices));
    all.add(Choice.value("lang", "vi|en"));
    this.choices = List.copyOf(all);
  }

  /**
   * Reads the arguments behind the command's name.
   *
   * @throws UsageProblem naming the first mistake, and where the help is
   */
  CommandLine parse(List<String> args, Messages messages) {
    CommandLine line;
    try {
      line =
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .setStripLeadingAndTrailingQuotes(false)
              .get()
              .parse(options(), args.toArray(String[]::new));
    } catch (UnrecognizedOptionException e) {
      throw mistake(messages, "cli.unmatched", e.getOption());
    } catch (MissingArgumentException e) {
      throw mistake(messages, "cli.needs_value", "--" + e.getOption().getLongOpt());
    } catch (ParseException e) {
      throw mistake(messages, "cli.mistake", e.getMessage());
    }
    if (!line.hasOption(HELP)) {
      requireEachOnce(line, messages);
    }
    return line;
  }

  private Options options() {
    Options options = new Options();
    for (Choice choice : choices) {
      options.addOption(
          Option.builder().longOpt(choice.name()).hasArg(choice.label() != null).get());
    }
    return options.addOption(Option.builder("h").longOpt(HELP).get());
  }

  private void requireEachOnce(CommandLine line, Messages messages) {
    List<String> missing = new ArrayList<>();
    for (int i = line.getArgList().size(); i < operands.size(); i++) {
      if (!operands.get(i).startsWith("[")) {
        missing.add(operands.get(i));
      }
    }
    for (Choice choice : choices) {
      if (choice.needed() && line.getOptionValue(choice.name(), "").isBlank()) {
        missing.add("--" + choice.name());
      }
    }
    if (!missing.isEmpty()) {
      throw mistake(messages, "cli.missing", String.join(", ", missing));
    }
    if (line.getArgList().size() > operands.size()) {
      List<String> more = line.getArgList().subList(operands.size(), line.getArgList().size());
      throw mistake(messages, "cli.unmatched", String.join(" ", more));
    }
    for (Choice choice : choices) {
      long times =
          Arrays.stream(line.getOptions())
              .filter(option -> option.getLongOpt().equals(choice.name()))
              .count();
      if (times > 1 && !choice.repeatable()) {
        throw mistake(messages, "cli.twice", "--" + choice.name());
      }
    }
  }

  private UsageProblem mistake(Messages messages, String key, @Nullable Object argument) {
    return new UsageProblem(
        messages.text(key, String.valueOf(argument))
            + "\n"
            + messages.text("cli.see_help", command + " "));
  }

  /** The help of this command. */
  String help(Messages messages) {
    HelpText help = new HelpText();
    String key = command.replaceAll("[ -]", "_");
    help.paragraph("doichieu " + command + ": " + messages.text("cli.command." + key));
    StringBuilder usage = new StringBuilder("doichieu " + command);
    operands.forEach(operand -> usage.append(' ').append(operand));
    choices.stream().filter(Choice::needed).forEach(c -> usage.append(' ').append(c.words()));
    help.paragraph(messages.text("cli.heading.usage") + " " + usage + " […]");
    for (String operand : operands) {
      String own = "cli.operand." + operand.replaceAll("[^A-Z_]", "").toLowerCase(Locale.ROOT);
      help.line(operand, messages.text(own));
    }
    for (Choice choice : choices) {
      String own = "cli." + key + "." + choice.name();
      help.line(choice.words(), messages.text(messages.has(own) ? own : "cli." + choice.name()));
    }
    help.line("-h, --help", messages.text("cli.help"));
    String exits = "cli.exits." + key;
    return help + "\n" + messages.text(messages.has(exits) ? exits : "cli.exits") + "\n";
  }
}
