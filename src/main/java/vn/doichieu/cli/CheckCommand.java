package vn.doichieu.cli;

import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.report.CsvOutput;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.report.TableOutput;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.tabular.CellText;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.ProblemText;

/** {@code doichieu check}: figures against a plan. */
final class CheckCommand {

  /** Vietnam keeps one time all year. */
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

  private static final List<String> FORMATS = List.of("table", "json", "csv");

  private final Console console;
  private final Path home;
  private final Messages messages;
  private final ProblemText problemText;

  CheckCommand(Console console, Path home, Messages messages) {
    this.console = console;
    this.home = home;
    this.messages = messages;
    this.problemText = new ProblemText(messages);
  }

  int run(Usage usage, CommandLine arguments) {
    if (arguments.hasOption(Usage.HELP)) {
      console.write(usage.help(), messages);
      return ExitCode.PASSED;
    }
    String format = word(arguments, Usage.FORMAT, "table", FORMATS);
    word(arguments, Usage.LANG, "vi", List.of("vi", "en"));
    Set<Result> results = results(arguments);
    LocalDate asOf = asOf(arguments);
    Path rules = new RulesFolders(home, messages).find(arguments.getArgList().get(0));
    String data = arguments.getOptionValue(Usage.DATA);
    Check.Shared shared = Check.Shared.of(home, Usage.version());
    Check check = new Check(rules, shared, path(data), asOf, arguments.hasOption(Usage.CLOSED));
    Optional<OutputFile> output =
        Optional.ofNullable(arguments.getOptionValue(Usage.OUTPUT))
            .map(file -> OutputFile.of(path(file), messages).apartFrom(check.inputs()));
    Evaluation evaluation;
    try (Progress working = new Progress(console, messages.text("cli.working"))) {
      evaluation = check.run();
    } catch (UnreadableInput e) {
      report("problems.fatal", e.problems());
      return ExitCode.USAGE;
    } catch (InvalidRules e) {
      report("problems.rules", e.problems());
      return ExitCode.RULES;
    }
    FindingFilter filter =
        new FindingFilter(units(arguments, evaluation), targets(arguments, evaluation), results);
    if (!evaluation.problems().isEmpty()) {
      report("problems.some", evaluation.problems());
    }
    boolean all = arguments.hasOption(Usage.ALL);
    Consumer<Writer> writing = writer(format, evaluation, filter, data, all, output.isPresent());
    output.ifPresentOrElse(file -> write(file, writing), () -> write(writing));
    return evaluation.failsCheck() ? ExitCode.FAILED : ExitCode.PASSED;
  }

  private Consumer<Writer> writer(
      String format,
      Evaluation evaluation,
      FindingFilter filter,
      String data,
      boolean all,
      boolean toFile) {
    return switch (format) {
      case "json" -> out -> new JsonWriter(evaluation, filter, messages).write(out);
      case "csv" -> out -> new CsvOutput(evaluation, filter, messages).write(out);
      default -> {
        TableOutput.Options options =
            new TableOutput.Options(data, console.width(), console.colours() && !toFile, all);
        yield out -> new TableOutput(evaluation, filter, messages, options).write(out);
      }
    };
  }

  private void write(OutputFile file, Consumer<Writer> writing) {
    file.write(writing);
    if (console.watched()) {
      console.error(messages.text("cli.output.written", file));
    }
  }

  private void write(Consumer<Writer> writing) {
    StringWriter text = new StringWriter();
    writing.accept(text);
    console.write(text.toString(), messages);
  }

  private void report(String heading, List<Problem> problems) {
    console.error(messages.text(heading, problems.size()));
    for (int i = 0; i < problems.size(); i++) {
      console.error((i + 1) + ". " + problemText.sentence(problems.get(i)));
    }
  }

  private String word(CommandLine arguments, String option, String standard, List<String> known) {
    String word = arguments.getOptionValue(option, standard);
    if (!known.contains(word)) {
      throw new UsageProblem(
          messages.text("cli.unknown_word", "--" + option, word, String.join(", ", known)));
    }
    return word;
  }

  private LocalDate asOf(CommandLine arguments) {
    String text = arguments.getOptionValue(Usage.AS_OF);
    if (text == null) {
      return LocalDate.now(VIETNAM);
    }
    return DateText.iso(text)
        .orElseThrow(
            () -> new UsageProblem(messages.text("cli.not_a_date", "--" + Usage.AS_OF, text)));
  }

  private Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageProblem(messages.text("cli.not_a_path", text));
    }
  }

  private Set<Result> results(CommandLine arguments) {
    List<String> known = Arrays.stream(Result.values()).map(Result::code).toList();
    return words(arguments, Usage.RESULT, new HashSet<>(known), known).stream()
        .map(word -> Result.valueOf(word.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private Set<String> units(CommandLine arguments, Evaluation evaluation) {
    Set<String> known =
        evaluation.findings().stream().map(f -> f.unit().code()).collect(Collectors.toSet());
    return words(arguments, Usage.UNIT, known, known.stream().sorted().limit(50).toList());
  }

  private Set<String> targets(CommandLine arguments, Evaluation evaluation) {
    List<String> known = evaluation.plan().targets().stream().map(t -> t.id()).toList();
    return words(arguments, Usage.TARGET, new HashSet<>(known), known);
  }

  private Set<String> words(
      CommandLine arguments, String option, Set<String> known, List<String> shown) {
    List<String> words =
        arguments.hasOption(option)
            ? Arrays.stream(arguments.getOptionValues(option))
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(CellText::clean)
                .toList()
            : List.of();
    for (String word : words) {
      if (!known.contains(word)) {
        throw new UsageProblem(
            PlainText.of(
                messages.text("cli.unknown_word", "--" + option, word, String.join(", ", shown))));
      }
    }
    return new HashSet<>(words);
  }
}
