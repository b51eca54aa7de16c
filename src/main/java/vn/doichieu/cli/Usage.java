package vn.doichieu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** The options of {@code check}, their help and their mistakes, in the user's language. */
final class Usage {

  static final String DATA = "data";
  static final String AS_OF = "as-of";
  static final String CLOSED = "closed";
  static final String FORMAT = "format";
  static final String OUTPUT = "output";
  static final String ALL = "all";
  static final String UNIT = "unit";
  static final String TARGET = "target";
  static final String RESULT = "result";
  static final String LANG = "lang";
  static final String HELP = "help";

  private static final int OPTION_WIDTH = 28;
  private static final int HELP_WIDTH = 96;
  private static final List<String> REPEATABLE = List.of(UNIT, TARGET, RESULT);

  private final Messages messages;
  private final Options options = new Options();

  Usage(Messages messages) {
    this.messages = messages;
    value(DATA, "DIR");
    value(AS_OF, "YYYY-MM-DD");
    flag(null, CLOSED);
    value(FORMAT, "table|json|csv");
    value(OUTPUT, "FILE");
    flag(null, ALL);
    value(UNIT, "CODE");
    value(TARGET, "ID");
    value(RESULT, "RESULT");
    value(LANG, "vi|en");
    flag("h", HELP);
  }

  private void flag(@Nullable String letter, String name) {
    options.addOption(
        Option.builder(letter).longOpt(name).desc(messages.text("cli." + name)).get());
  }

  private void value(String name, String label) {
    options.addOption(
        Option.builder()
            .longOpt(name)
            .hasArg()
            .argName(label)
            .desc(messages.text("cli." + name))
            .get());
  }

  /** The language that {@code --lang} asks for, looked up before anything can go wrong. */
  static Language language(List<String> args) {
    int at = args.indexOf("--lang");
    String word = at >= 0 && at + 1 < args.size() ? args.get(at + 1) : "";
    return word.equals("en") || args.contains("--lang=en") ? Language.EN : Language.VI;
  }

  /** The version, as the build wrote it. */
  static String version() {
    try (InputStream in = Usage.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(in));
      return properties.getProperty("version", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the arguments behind {@code check}.
   *
   * @throws UsageProblem naming the first mistake, and where the help is
   */
  CommandLine parse(List<String> args) {
    CommandLine line;
    try {
      line =
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .setStripLeadingAndTrailingQuotes(false)
              .get()
              .parse(options, args.toArray(String[]::new));
    } catch (UnrecognizedOptionException e) {
      throw mistake("cli.unmatched", e.getOption());
    } catch (MissingArgumentException e) {
      throw mistake("cli.needs_value", "--" + e.getOption().getLongOpt());
    } catch (ParseException e) {
      throw mistake("cli.mistake", e.getMessage());
    }
    if (!line.hasOption(HELP)) {
      requireOnce(line);
    }
    return line;
  }

  private void requireOnce(CommandLine line) {
    List<String> missing = new ArrayList<>();
    if (line.getArgList().isEmpty()) {
      missing.add("PLAN");
    }
    if (line.getOptionValue(DATA, "").isBlank()) {
      missing.add("--" + DATA);
    }
    if (!missing.isEmpty()) {
      throw mistake("cli.missing", String.join(", ", missing));
    }
    if (line.getArgList().size() > 1) {
      throw mistake(
          "cli.unmatched",
          String.join(" ", line.getArgList().subList(1, line.getArgList().size())));
    }
    for (Option option : line.getOptions()) {
      String name = option.getLongOpt();
      boolean twice =
          Arrays.stream(line.getOptions()).filter(o -> o.getLongOpt().equals(name)).count() > 1;
      if (twice && !REPEATABLE.contains(name)) {
        throw mistake("cli.twice", "--" + name);
      }
    }
  }

  /** A mistake in the arguments: what it is, and where the help is. */
  UsageProblem mistake(String key, @Nullable Object argument) {
    return new UsageProblem(
        messages.text(key, String.valueOf(argument)) + "\n" + messages.text("cli.see_help"));
  }

  /** The help of the program. */
  String help() {
    StringBuilder help = new StringBuilder();
    help.append(messages.text("cli.doichieu")).append("\n\n");
    help.append(messages.text("cli.heading.usage"))
        .append(" doichieu check PLAN --data DIR […]\n\n");
    line(help, "PLAN", messages.text("cli.plan"));
    for (Option option : options.getOptions()) {
      String label = option.hasArg() ? " " + option.getArgName() : "";
      String letter = option.getOpt() == null ? "" : "-" + option.getOpt() + ", ";
      line(help, letter + "--" + option.getLongOpt() + label, option.getDescription());
    }
    line(help, "--version", messages.text("cli.version"));
    return help.append('\n').append(messages.text("cli.exits")).append('\n').toString();
  }

  /** An option with its description, wrapped and indented. */
  private static void line(StringBuilder help, String option, String description) {
    help.append("  ")
        .append(option)
        .append(" ".repeat(Math.max(1, OPTION_WIDTH - option.length())));
    int column = OPTION_WIDTH + 2;
    for (String word : description.split(" ")) {
      if (column + word.length() > HELP_WIDTH) {
        help.append('\n').append(" ".repeat(OPTION_WIDTH + 2));
        column = OPTION_WIDTH + 2;
      }
      help.append(word).append(' ');
      column += word.length() + 1;
    }
    help.setLength(help.length() - 1);
    help.append('\n');
  }
}
