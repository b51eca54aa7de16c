package vn.doichieu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import vn.doichieu.report.Language;
import vn.doichieu.report.Messages;

/** The commands with their options, their help and their mistakes, in the user's language. */
final class Usage {

  private final Messages messages;

  Usage(Messages messages) {
    this.messages = messages;
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
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CommandLine commands() {
    CommandSpec root = CommandSpec.create().name("doichieu");
    root.usageMessage().description(messages.text("cli.doichieu"));
    root.addOption(flag("--help", "cli.help", "-h"));
    root.addOption(flag("--version", "cli.version"));
    root.addOption(value("--lang", "vi|en", "cli.lang", false));
    root.addSubcommand("check", check());
    headings(root);
    return new CommandLine(root);
  }

  private CommandSpec check() {
    CommandSpec check = CommandSpec.create().name("check");
    check.usageMessage().description(messages.text("cli.check"));
    check.usageMessage().footer(messages.text("cli.exits"));
    check.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("PLAN")
            .type(String.class)
            .required(true)
            .description(messages.text("cli.plan"))
            .build());
    check.addOption(value("--data", "DIR", "cli.data", true));
    check.addOption(value("--as-of", "YYYY-MM-DD", "cli.as_of", false));
    check.addOption(flag("--closed", "cli.closed"));
    check.addOption(value("--format", "table|json|csv", "cli.format", false));
    check.addOption(value("--output", "FILE", "cli.output", false));
    check.addOption(flag("--all", "cli.all"));
    check.addOption(values("--unit", "CODE", "cli.unit"));
    check.addOption(values("--target", "ID", "cli.target"));
    check.addOption(values("--result", "RESULT", "cli.result"));
    check.addOption(value("--lang", "vi|en", "cli.lang", false));
    check.addOption(flag("--help", "cli.help", "-h"));
    headings(check);
    return check;
  }

  private void headings(CommandSpec spec) {
    spec.usageMessage()
        .synopsisHeading(messages.text("cli.heading.usage") + " ")
        .parameterListHeading("%n")
        .optionListHeading("%n")
        .commandListHeading("%n" + messages.text("cli.heading.commands") + "%n")
        .footerHeading("%n");
  }

  private OptionSpec flag(String name, String key, String... more) {
    return OptionSpec.builder(name, more)
        .type(boolean.class)
        .arity("0")
        .usageHelp(name.equals("--help"))
        .versionHelp(name.equals("--version"))
        .description(messages.text(key))
        .build();
  }

  private OptionSpec value(String name, String label, String key, boolean required) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .required(required)
        .description(messages.text(key))
        .build();
  }

  private OptionSpec values(String name, String label, String key) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .splitRegex(",")
        .paramLabel(label)
        .description(messages.text(key))
        .build();
  }

  /** The help of a command. */
  String help(ParseResult command) {
    return command
        .commandSpec()
        .commandLine()
        .getUsageMessage(CommandLine.Help.Ansi.OFF)
        .replace(System.lineSeparator(), "\n");
  }

  /** A mistake in the arguments: what it is, and where the help is. */
  String explain(CommandLine.ParameterException mistake) {
    return what(mistake) + "\n" + messages.text("cli.see_help");
  }

  private String what(CommandLine.ParameterException mistake) {
    if (mistake instanceof CommandLine.MissingParameterException missing) {
      String names =
          missing.getMissing().stream().map(Usage::name).collect(Collectors.joining(", "));
      return messages.text("cli.missing", names);
    } else if (mistake instanceof CommandLine.UnmatchedArgumentException unmatched) {
      return messages.text("cli.unmatched", String.join(" ", unmatched.getUnmatched()));
    } else if (mistake instanceof CommandLine.OverwrittenOptionException twice) {
      return messages.text("cli.twice", name(twice.getOverwritten()));
    }
    return messages.text("cli.mistake", String.valueOf(mistake.getMessage()));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
