package vn.doichieu.terminal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import vn.doichieu.tabular.CellText;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;

/** What a user typed behind a command, each word checked as it is asked for. */
public final class Arguments {

  /** Vietnam keeps one time all year. */
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

  private static final int MOST_WORDS = 50;

  private final CommandLine line;
  private final Path home;
  private final Messages messages;

  private Arguments(CommandLine line, Path home, Messages messages) {
    this.line = line;
    this.home = home;
    this.messages = messages;
  }

  /**
   * Reads the words behind a command's name.
   *
   * @param home the folder in which {@code rules/} stands
   * @return empty after the help was asked for, and shown
   * @throws UsageProblem if they cannot be followed
   */
  public static Optional<Arguments> read(
      Syntax syntax, List<String> words, Path home, Messages messages, Console console) {
    CommandLine line = syntax.parse(words, messages);
    if (line.hasOption("help")) {
      console.write(syntax.help(messages), messages);
      return Optional.empty();
    }
    Arguments arguments = new Arguments(line, home, messages);
    arguments.word("lang", "vi", List.of("vi", "en"));
    return Optional.of(arguments);
  }

  /** The language that {@code --lang} asks for, looked up before anything can go wrong. */
  public static Language language(List<String> args) {
    int at = args.indexOf("--lang");
    String word = at >= 0 && at + 1 < args.size() ? args.get(at + 1) : "";
    return word.equals("en") || args.contains("--lang=en") ? Language.EN : Language.VI;
  }

  public Messages messages() {
    return messages;
  }

  /** The folder in which {@code rules/} stands. */
  public Path home() {
    return home;
  }

  /** The folder of rule files of the plan that was named. */
  public Path rules() {
    return new RulesFolders(home, messages).find(operand());
  }

  /** The one word without a name. */
  public String operand() {
    return line.getArgList().get(0);
  }

  /** The second word without a name; empty if it was left out. */
  public String secondOperand() {
    return line.getArgList().size() > 1 ? line.getArgList().get(1) : "";
  }

  public boolean has(String option) {
    return line.hasOption(option);
  }

  /** The text of an option that must be there. */
  public String text(String option) {
    return line.getOptionValue(option, "");
  }

  /** The path that an option gives. */
  public Path path(String option) {
    return pathOf(text(option));
  }

  /** The paths that an option gives that may be repeated, in the order given. */
  public List<Path> paths(String option) {
    return Arrays.stream(line.getOptionValues(option)).map(this::pathOf).toList();
  }

  /** A text as a path. */
  public Path pathOf(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageProblem(messages.text("cli.not_a_path", text));
    }
  }

  /**
   * The file that {@code --output} names.
   *
   * @param inputs the files that are read, none of which may be replaced
   */
  public Optional<OutputFile> output(List<Path> inputs) {
    return has("output")
        ? Optional.of(OutputFile.of(path("output"), messages).apartFrom(inputs))
        : Optional.empty();
  }

  /** One of a few words. */
  public String word(String option, String standard, List<String> known) {
    String word = line.getOptionValue(option, standard);
    if (!known.contains(word)) {
      throw unknown(option, word, known);
    }
    return word;
  }

  /** The words of a repeatable option, also several behind commas; each has to be known. */
  public Set<String> words(String option, Collection<String> known, List<String> shown) {
    if (!has(option)) {
      return Set.of();
    }
    Set<String> words = new HashSet<>();
    Set<String> allowed = new HashSet<>(known);
    Arrays.stream(line.getOptionValues(option))
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(CellText::clean)
        .forEach(
            word -> {
              if (!allowed.contains(word)) {
                throw unknown(option, word, shown);
              }
              words.add(word);
            });
    return words;
  }

  /** The one word of an option, out of many: where it is none, the nearest one is told, too. */
  public String known(String option, List<String> known) {
    return known("--" + option, text(option), known);
  }

  /** A word that has to be one of many. */
  public String known(String name, String text, List<String> known) {
    String word = CellText.clean(text);
    if (known.contains(word)) {
      return word;
    }
    String nearest = NearestWord.of(word, known);
    throw new UsageProblem(
        PlainText.of(
            nearest.isEmpty()
                ? messages.text("cli.unknown_word", name, word, shortened(known))
                : messages.text("cli.unknown_word.near", name, word, nearest)));
  }

  /** The first of many words, as many as a reader looks through. */
  public String shortened(List<String> words) {
    return String.join(", ", words.stream().limit(MOST_WORDS).toList())
        + (words.size() > MOST_WORDS ? "…" : "");
  }

  private UsageProblem unknown(String option, String word, List<String> known) {
    return new UsageProblem(PlainText.of(unknownWord(option, word, String.join(", ", known))));
  }

  private String unknownWord(String option, String word, String known) {
    return messages.text("cli.unknown_word", "--" + option, word, known);
  }

  /** The day as of which is judged: {@code --as-of}, or today in Vietnam. */
  public LocalDate asOf() {
    if (!has("as-of")) {
      return LocalDate.now(VIETNAM);
    }
    String text = text("as-of");
    return DateText.iso(text)
        .orElseThrow(() -> new UsageProblem(messages.text("cli.not_a_date", "--as-of", text)));
  }
}
