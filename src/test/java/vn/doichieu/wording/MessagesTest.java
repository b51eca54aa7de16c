package vn.doichieu.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Warning;

class MessagesTest {

  private static final Path MAIN = Path.of("src/main");
  private static final Pattern KEY =
      Pattern.compile(
          "\"((?:[a-z]+[a-z_]*\\.)+[a-z_.]*[a-z_]|months|sofar|judgement|review|waived|yes|no|undetermined|decided|no_denominator)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])}");

  private static Path file(Language language) {
    return MAIN.resolve(
        "resources/vn/doichieu/wording/messages_" + language.code() + ".properties");
  }

  private static Map<String, String> bundle(Language language) throws IOException {
    Properties texts = new Properties();
    texts.load(new StringReader(Files.readString(file(language))));
    Map<String, String> bundle = new TreeMap<>();
    texts.forEach((key, text) -> bundle.put((String) key, (String) text));
    return bundle;
  }

  private static Set<String> placeholders(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    Set<String> found = new TreeSet<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(bundle(Language.EN).keySet()).isEqualTo(bundle(Language.VI).keySet());
  }

  @ParameterizedTest
  @EnumSource
  void noKeyStandsTwice(Language language) throws IOException {
    List<String> keys =
        Files.readAllLines(file(language)).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();

    assertThat(keys).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void bracesSurroundOneDigitOnly(Language language) throws IOException {
    assertThat(bundle(language))
        .allSatisfy(
            (key, text) ->
                assertThat(PLACEHOLDER.matcher(text).replaceAll(""))
                    .as(key)
                    .doesNotContain("{", "}"));
  }

  @ParameterizedTest
  @EnumSource
  void spacesAtTheStartOfATextAreKept(Language language) throws IOException {
    // Properties drop the white space behind "=" unless it is escaped.
    assertThat(Files.readAllLines(file(language)).stream())
        .filteredOn(line -> line.matches("[a-z_.]+=\\s.*|.*\\s"))
        .isEmpty();
  }

  /** English, which rule files do not hold words for, may use fewer of them, never others. */
  @Test
  void englishFillsInNothingThatVietnameseDoesNot() throws IOException {
    Map<String, String> english = bundle(Language.EN);

    assertThat(bundle(Language.VI))
        .allSatisfy(
            (key, text) ->
                assertThat(placeholders(text)).as(key).containsAll(placeholders(english.get(key))));
  }

  @Test
  void problemsFillInTheSameInBothLanguages() throws IOException {
    Map<String, String> english = bundle(Language.EN);

    bundle(Language.VI)
        .forEach(
            (key, text) -> {
              if (key.startsWith("problem") || key.startsWith("cli.")) {
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.get(key)));
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfProblemHasItsSentences(Language language) {
    Messages messages = new Messages(language);

    assertThat(Problem.Kind.values())
        .allSatisfy(
            kind -> {
              String key = "problem." + kind.name().toLowerCase(Locale.ROOT);
              assertThat(messages.has(key + ".what")).as(key + ".what").isTrue();
              assertThat(messages.has(key + ".do")).as(key + ".do").isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyCheckHasItsTitleAndSentence(Language language) {
    Messages messages = new Messages(language);

    assertThat(Warning.Shared.values())
        .allSatisfy(
            check -> {
              assertThat(messages.has("consistency." + check.code() + ".title")).isTrue();
              assertThat(messages.has("consistency." + check.code() + ".what")).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyResultHasItsWord(Language language) {
    Messages messages = new Messages(language);

    assertThat(Stream.of(Result.values()).map(result -> messages.text("result." + result.code())))
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyThatTheCodeNamesExists(Language language) throws IOException {
    Set<String> known = bundle(language).keySet();
    List<String> unknown = new ArrayList<>();
    for (String key : keysInCode()) {
      boolean start = known.stream().anyMatch(k -> k.startsWith(key + "."));
      if (!known.contains(key) && !start) {
        unknown.add(key);
      }
    }

    assertThat(unknown).isEmpty();
  }

  /** Every string of the code that writes for readers that looks like a key. */
  private static Set<String> keysInCode() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String folder :
        List.of(
            "wording",
            "report",
            "narration",
            "form",
            "xlsx",
            "verification",
            "coverage",
            "waiver",
            "edits",
            "impact",
            "auditing",
            "validation",
            "terminal",
            "display",
            "command",
            "authoring",
            "drafting",
            "auditing",
            "trial",
            "mutation",
            "letterhead",
            "publication",
            "pace",
            "cli")) {
      try (Stream<Path> files = Files.list(MAIN.resolve("java/vn/doichieu").resolve(folder))) {
        for (Path file : files.toList()) {
          KEY.matcher(Files.readString(file)).results().forEach(m -> keys.add(m.group(1)));
        }
      }
    }
    keys.removeIf(key -> NO_KEY.matcher(key).matches());
    assertThat(keys).hasSizeGreaterThan(100);
    return keys;
  }

  /** Strings of the same look that are something else: names of files and of properties. */
  private static final Pattern NO_KEY =
      Pattern.compile(
          "(?:vn\\.)?doichieu\\..*|vn\\.doichieu|.*\\.(?:csv|yaml|txt|md|properties|css)|cli\\.command\\.rules_");

  @ParameterizedTest
  @EnumSource
  void noKeyIsLeftOver(Language language) throws IOException {
    Set<String> named = keysInCode();
    Set<String> made =
        Set.of(
            "cli.",
            "problem.",
            "result.",
            "ratio.",
            "change.",
            "reduction.",
            "count.",
            "score.",
            "quarterly.",
            "monthly.",
            "consistency.",
            "remark.",
            "authoring.help.",
            "authoring.kind.",
            "waivers.fate.",
            "edits.change.",
            "edits.column.",
            "edits.shared.",
            "impact.aspect.",
            "impact.basis.",
            "impact.count.",
            "flag.",
            "list.do.",
            "pace.",
            "list.judged.",
            "list.part.",
            "list.priority.",
            "list.section.",
            "list.sheet.",
            "list.turn.",
            "letter.part.",
            "impact.kind.",
            "revision.",
            "coverage.kind.",
            "show.priority.",
            "cli.command.rules_",
            "trial.field.",
            "explain.clause.",
            "explain.condition.",
            "explain.done.",
            "explain.flag.",
            "explain.kind.",
            "explain.none.",
            "explain.part.",
            "explain.of.",
            "explain.reason.",
            "explain.units.",
            "figure.missing");

    assertThat(bundle(language).keySet())
        .filteredOn(key -> made.stream().noneMatch(key::startsWith))
        .isSubsetOf(named);
  }

  @Test
  void whatIsPutInIsNeverReadAsAPattern() {
    Messages messages = new Messages(Language.VI);

    assertThat(messages.text("cli.unmatched", "{0} {1} %s $1 \\")).contains("{0} {1} %s $1 \\");
  }

  @Test
  void aKeyWithoutATextIsADefect() {
    assertThatThrownBy(() -> new Messages(Language.EN).text("no.such.key"))
        .hasMessage("no text for no.such.key in en");
  }

  @Test
  void theBundlesAreComposedAndWithoutControlCharacters() throws IOException {
    for (Language language : Language.values()) {
      String texts = bundle(language).values().stream().collect(Collectors.joining("\n"));
      assertThat(texts)
          .isEqualTo(java.text.Normalizer.normalize(texts, java.text.Normalizer.Form.NFC));
      assertThat(texts.replace("\n", "").chars()).noneMatch(Character::isISOControl);
    }
  }
}
