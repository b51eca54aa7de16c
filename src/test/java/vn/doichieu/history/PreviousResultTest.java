package vn.doichieu.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;

/** A file that is no result to compare with: said in words, with its line. */
class PreviousResultTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 4, 1);

  @TempDir private Path folder;
  private Lists lists;
  private Evaluation march;
  private String json;

  @BeforeEach
  void aResult() {
    lists = new Lists(folder);
    march = lists.on("2025-03-01", "no", "no");
    json = Lists.json(march, Lists.changes(march, null).entries());
  }

  private List<Problem> problems(Path file) {
    UnreadableInput refusal =
        catchThrowableOfType(
            UnreadableInput.class, () -> PreviousResult.read(file, lists.plan, TODAY));
    assertThat(refusal).as("the file is refused").isNotNull();
    return refusal.problems();
  }

  private List<String> told(String text) {
    return told(problems(lists.file(text)));
  }

  private List<String> told(byte[] bytes) throws IOException {
    return told(problems(Files.write(folder.resolve("ket-qua.json"), bytes)));
  }

  private static List<String> told(List<Problem> problems) {
    return problems.stream().map(p -> p.kind() + " " + p.read()).toList();
  }

  private String edited(String from, String to) {
    assertThat(json).contains(from);
    return json.replace(from, to);
  }

  @Test
  void aWholeResultIsReadWithOrWithoutAByteOrderMark() {
    PreviousResult plain = PreviousResult.read(lists.file(json), lists.plan, TODAY);

    assertThat(plain.asOf()).isEqualTo(march.asOf());
    assertThat(plain.entries()).isEqualTo(Lists.changes(march, null).entries()).isNotEmpty();
    assertThat(PreviousResult.read(lists.file("\uFEFF" + json), lists.plan, TODAY))
        .isEqualTo(plain);
  }

  @Test
  void theSameDayMayBeDoneAgain() {
    assertThat(PreviousResult.read(lists.file(json), lists.plan, march.asOf()).entries())
        .isNotEmpty();
  }

  @Test
  void anotherPlan() {
    assertThat(told(edited("\"plan\":\"small\"", "\"plan\":\"hoc_mon_2024\"")))
        .containsExactly("PREVIOUS_OF_OTHER_PLAN hoc_mon_2024");
  }

  @Test
  void aDayAfterThePresentOne() {
    assertThat(told(edited("\"as_of\":\"2025-03-01\"", "\"as_of\":\"2025-04-02\"")))
        .containsExactly("PREVIOUS_AFTER_TODAY 2025-04-02");
  }

  @Test
  void aFilteredResult() {
    for (FindingFilter filter :
        List.of(
            new FindingFilter(Set.of("x1"), Set.of(), Set.of()),
            new FindingFilter(Set.of(), Set.of("T1"), Set.of()),
            new FindingFilter(Set.of(), Set.of(), Set.of(Result.MET)))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new JsonWriter(march, filter, new Messages(Language.EN)).write(out);

      assertThat(told(out.toString(StandardCharsets.UTF_8)))
          .containsExactly("PREVIOUS_FILTERED filter");
    }
  }

  @Test
  void theSameLineTwiceWithBothPlaces() {
    String entry = json.substring(json.indexOf("\n{\"target\"", json.indexOf("\"list\"")));
    String first = entry.substring(0, entry.indexOf('}') + 1);
    List<Problem> problems = problems(lists.file(edited("\"list\":[", "\"list\":[" + first + ",")));

    assertThat(told(problems)).containsExactly("PREVIOUS_TWICE T1, x1, 2024");
    assertThat(problems.get(0).other()).isNotNull();
    assertThat(problems.get(0).location().row())
        .isEqualTo(Objects.requireNonNull(problems.get(0).other()).row() + 1);
  }

  @Test
  void theSameFindingTwice() {
    String finding = json.substring(json.indexOf("\n{\"target\""));
    String first = finding.substring(0, finding.indexOf("\n", 1));

    assertThat(told(edited("\"findings\":[", "\"findings\":[" + first + ",")))
        .containsExactly("PREVIOUS_TWICE T1, x1, 2024");
  }

  @Test
  void everythingThatDoesNotFitAtOnce() {
    String other =
        edited("\"plan\":\"small\"", "\"plan\":\"other\"")
            .replace("\"as_of\":\"2025-03-01\"", "\"as_of\":\"2026-03-01\"")
            .replace("\"unit\":[]", "\"unit\":[\"x1\"]");

    assertThat(told(other))
        .containsExactlyInAnyOrder(
            "PREVIOUS_OF_OTHER_PLAN other",
            "PREVIOUS_AFTER_TODAY 2026-03-01",
            "PREVIOUS_FILTERED filter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|plan",
        "[]|plan",
        "17|plan",
        "null|plan",
        "{\"plan\":7}|plan",
        "{\"plan\":\"small\"}|as_of",
        "{\"as_of\":\"hôm nay\"}|as_of",
        "{\"as_of\":20250301}|as_of",
        "{\"filter\":[]}|filter",
        "{\"filter\":{\"unit\":\"x1\"}}|filter",
        "{\"filter\":{\"unit\":[[]]}}|filter",
        "{\"findings\":{}}|findings",
        "{\"findings\":[1]}|findings",
        "{\"findings\":[{}]}|findings.result",
        "{\"findings\":[{\"result\":\"fine\"}]}|findings.result",
        "{\"findings\":[{\"result\":[]}]}|findings.result",
        "{\"findings\":[{\"result\":\"met\"}]}|findings.binding",
        "{\"findings\":[{\"result\":\"met\",\"binding\":\"true\"}]}|findings.binding",
        "{\"findings\":[{\"result\":\"met\",\"binding\":true}]}|findings.target",
        "{\"list\":7}|list",
        "{\"list\":[[]]}|list",
        "{\"list\":[{\"target\":1}]}|list.target"
      })
  void anotherKindOfJson(String text, String part) {
    assertThat(told(text)).containsExactly("NOT_A_RESULT " + part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"listed_since\":\"2025-02-30\"",
        "\"listed_since\":\"1/3/2025\"",
        "\"listed_since\":null",
        "\"listed_since\":\"2025-03-02\"",
        "\"listed_since\":\"2025-03-01\",\"first_listed\":\"2025-03-02\""
      })
  void anEntryWithADayThatCannotBe(String day) {
    assertThat(told(edited("\"listed_since\":\"2025-03-01\"", day)))
        .containsExactly("NOT_A_RESULT list.listed_since");
  }

  @Test
  void anEntryFixedBeforeItWasListedOrAfterTheList() {
    for (String day : List.of("2025-02-01", "2025-03-02")) {
      assertThat(told(edited("\"fixed_on\":null", "\"fixed_on\":\"" + day + "\"")))
          .containsExactly("NOT_A_RESULT list.listed_since");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unit,item\nx1,2\n", "{plan: small}", "<html/>", "\uFEFF\uFEFF{}"})
  void whatIsNotJson(String text) {
    assertThat(told(text)).containsExactly("NOT_JSON null");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.7, 0.99})
  void aFileThatWasCutOff(double share) {
    assertThat(told(json.substring(0, (int) (json.length() * share))))
        .containsExactly("RESULT_TRUNCATED null");
  }

  @Test
  void whatIsDeeperOrLongerThanAnyResult() {
    assertThat(told("{\"other\":" + "[".repeat(5000))).containsExactly("NOT_A_RESULT JSON");
    assertThat(told("{\"findings\":" + "[".repeat(5000))).containsExactly("NOT_A_RESULT findings");
    assertThat(told("{\"plan\":\"small\",\"x\":" + "9".repeat(100_000) + "}"))
        .containsExactly("NOT_A_RESULT JSON");
    assertThat(told("{\"as_of\":" + "9".repeat(900) + "}")).containsExactly("NOT_A_RESULT as_of");
  }

  @Test
  void whatStandsBehindAResult() {
    assertThat(told(json + "{}")).containsExactly("NOT_A_RESULT JSON");
  }

  @Test
  void aKeyThatStandsTwice() {
    assertThat(told(edited("\"plan\":\"small\"", "\"plan\":\"small\",\"plan\":\"small\"")))
        .containsExactly("NOT_JSON null");
  }

  @Test
  void whatIsNoText() throws IOException {
    assertThat(told(new byte[0]).get(0)).startsWith("EMPTY_FILE");
    assertThat(told(json.getBytes(StandardCharsets.UTF_16)).get(0)).startsWith("NOT_UTF8");
    assertThat(told(new byte[] {'{', '"', (byte) 0xFF, (byte) 0xFE, '"'}).get(0))
        .startsWith("NOT_UTF8");
    assertThat(told(new byte[] {'P', 'K', 3, 4, 20, 0})).containsExactly("NOT_JSON null");
    byte[] old = json.replace("Xã", "X\u00E3").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(told(old).get(0)).startsWith("NOT_UTF8");
  }

  @Test
  void whatIsNoFile() throws IOException {
    assertThat(told(problems(folder.resolve("none.json"))).get(0)).startsWith("FILE_NOT_FOUND");
    assertThat(told(problems(Files.createDirectory(folder.resolve("d")))).get(0))
        .startsWith("NOT_A_FILE");
  }

  @Test
  void whatIsLargerThanAnyResult() throws IOException {
    Path file = folder.resolve("ket-qua.json");
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength((512L << 20) + 1);
    }

    assertThat(told(problems(file))).containsExactly("PREVIOUS_TOO_LARGE null");
  }

  @Test
  void whatDoesNotFitIsToldInEitherLanguage() {
    String other =
        edited("\"plan\":\"small\"", "\"plan\":\"other\"")
            .replace("\"as_of\":\"2025-03-01\"", "\"as_of\":\"2026-03-01\"")
            .replace("\"unit\":[]", "\"unit\":[\"x1\"]")
            .replace("\"unit\":\"x2\"", "\"unit\":\"x1\"");
    List<Problem> problems = problems(lists.file(other));

    assertThat(sentences(problems, Language.VI))
        .anyMatch(s -> s.contains("kết quả của kế hoạch khác: “other”") && s.contains("small"))
        .anyMatch(s -> s.contains("tính đến 2026-03-01") && s.contains("2025-04-01"))
        .anyMatch(s -> s.contains("đã được lọc"))
        .anyMatch(s -> s.contains("“T1, x1, 2024” xuất hiện hai lần, lần trước ở dòng"));
    assertThat(sentences(problems, Language.EN))
        .anyMatch(s -> s.contains("a result of another plan: “other”") && s.contains("small"))
        .anyMatch(s -> s.contains("as of 2026-03-01") && s.contains("2025-04-01"))
        .anyMatch(s -> s.contains("was filtered"))
        .anyMatch(s -> s.contains("“T1, x1, 2024” is there twice, first at line"));
  }

  private static List<String> sentences(List<Problem> problems, Language language) {
    ProblemText text = new ProblemText(new Messages(language));
    return problems.stream().map(text::sentence).toList();
  }
}
