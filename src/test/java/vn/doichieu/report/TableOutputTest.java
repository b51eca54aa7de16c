package vn.doichieu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Provenance;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

class TableOutputTest {

  private static final Path SAMPLE = Path.of("sample-data/hoc_mon_2024");
  private static final LocalDate AFTER = LocalDate.of(2025, 2, 1);
  private static final LocalDate BEFORE = LocalDate.of(2024, 6, 20);
  private static final FindingFilter EVERY = new FindingFilter(Set.of(), Set.of(), Set.of());
  private static final Pattern COUNTS =
      Pattern.compile("(.*?) {2,}([0-9.,]+) +([0-9.,]+) +([0-9.,]+)");

  @TempDir private Path folder;

  private static Evaluation evaluation(Path data, LocalDate asOf) {
    return new Check(Path.of(""), Path.of("rules/hoc_mon_2024"), data, asOf, false).run();
  }

  private static String table(
      Evaluation evaluation, FindingFilter filter, Language language, int width, boolean all) {
    StringWriter out = new StringWriter();
    TableOutput.Options options = new TableOutput.Options(SAMPLE.toString(), width, false, all);
    new TableOutput(evaluation, filter, new Messages(language), options).write(out);
    return out.toString();
  }

  private static String table(Evaluation evaluation, int width, boolean all) {
    return table(evaluation, EVERY, Language.VI, width, all);
  }

  private static void assertFits(String table, int width) {
    assertThat(table.lines()).allMatch(line -> Sight.columns(line) <= width);
    assertThat(table.lines()).noneMatch(line -> line.endsWith(" "));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120, 200})
  void isNeverWiderThanTheScreen(int width) {
    for (LocalDate asOf : List.of(BEFORE, AFTER)) {
      Evaluation evaluation = evaluation(SAMPLE, asOf);
      for (Language language : Language.values()) {
        assertFits(table(evaluation, EVERY, language, width, false), width);
        assertFits(table(evaluation, EVERY, language, width, true), width);
        FindingFilter one = new FindingFilter(Set.of("HOC_MON"), Set.of(), Set.of());
        assertFits(table(evaluation, one, language, width, false), width);
      }
    }
  }

  @Test
  void keepsToEightyColumnsOnANarrowerScreenAndToTwoHundredOnAWiderOne() {
    Evaluation evaluation = evaluation(SAMPLE, AFTER);

    assertThat(table(evaluation, 20, true)).isEqualTo(table(evaluation, 80, true));
    assertThat(table(evaluation, 999, true)).isEqualTo(table(evaluation, 200, true));
  }

  @Test
  void alignsDecomposedAndWideNames() throws IOException {
    for (String file : List.of("figures.csv", "waivers.csv")) {
      Files.copy(SAMPLE.resolve(file), folder.resolve(file));
    }
    String units = Files.readString(SAMPLE.resolve("units.csv"));
    Files.writeString(
        folder.resolve("units.csv"), Normalizer.normalize(units, Normalizer.Form.NFD));
    Evaluation decomposed = evaluation(folder, AFTER);
    assertThat(table(decomposed.from(Provenance.NONE), 80, true))
        .isEqualTo(table(evaluation(SAMPLE, AFTER).from(Provenance.NONE), 80, true));

    Files.writeString(folder.resolve("units.csv"), units.replace("Xã Nhị Bình", "漢字".repeat(60)));
    assertFits(table(evaluation(folder, AFTER), 80, false), 80);
    assertFits(table(evaluation(folder, AFTER), 80, true), 80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-01", "2024-06-20", "2025-02-01"})
  void addsUp(String asOf) {
    Evaluation evaluation = evaluation(SAMPLE, LocalDate.parse(asOf));
    for (Language language : Language.values()) {
      String table = table(evaluation, EVERY, language, 100, false);
      String heading = language == Language.VI ? "\nTỔNG HỢP\n" : "\nSUMMARY\n";
      String summary = table.substring(table.indexOf(heading));
      long[] sums = new long[3];
      long[] last = new long[3];
      for (String line : summary.lines().toList()) {
        Matcher counts = COUNTS.matcher(line);
        if (counts.matches()) {
          for (int i = 0; i < 3; i++) {
            last[i] = Long.parseLong(counts.group(i + 2).replaceAll("[.,]", ""));
            sums[i] += last[i];
          }
          assertThat(last[0] + last[1]).as(line).isEqualTo(last[2]);
        }
      }

      assertThat(last[2]).isEqualTo(evaluation.findings().size());
      for (int i = 0; i < 3; i++) {
        assertThat(sums[i]).as("the last line is the sum of those above").isEqualTo(2 * last[i]);
      }
    }
  }

  @Test
  void isShortUnlessAllIsAsked() {
    Evaluation evaluation = evaluation(SAMPLE, AFTER);

    assertThat(table(evaluation, 100, false).lines().count()).isLessThan(250);
    assertThat(table(evaluation, 100, true).lines().filter(line -> line.matches("HM-\\w+ .*")))
        .hasSize(evaluation.findings().size());
  }

  @Test
  void allSaysTheSentenceOfEveryFinding() {
    Evaluation evaluation = evaluation(SAMPLE, AFTER);
    Sentences sentences = new Sentences(evaluation, new Messages(Language.VI));
    String words = table(evaluation, 100, true).replaceAll("\\s+", " ");

    assertThat(evaluation.findings())
        .allSatisfy(finding -> assertThat(words).contains(sentences.of(finding)));
  }

  @Test
  void toldBodiesThatAreOnlyAskedNeverOfAViolation() {
    for (LocalDate asOf : List.of(BEFORE, AFTER)) {
      Evaluation evaluation = evaluation(SAMPLE, asOf);
      Sentences sentences = new Sentences(evaluation, new Messages(Language.VI));
      List<Finding> asked =
          evaluation.findings().stream().filter(f -> f.flags().contains(Flag.ASKED)).toList();

      assertThat(asked).isNotEmpty();
      assertThat(asked).noneMatch(Finding::failsCheck);
      assertThat(asked)
          .extracting(sentences::result)
          .doesNotContain("Không đạt", "Chậm báo cáo", "Chưa báo cáo");
    }
  }

  @Test
  void namesWhatStandsInTheWayFirst() {
    String table = table(evaluation(SAMPLE, AFTER), 100, false);

    assertThat(table)
        .containsSubsequence(
            "CẦN XỬ LÝ",
            "Huyện Hóc Môn",
            "HM-N6",
            "78/398 (19,6%)",
            "2 cơ sở",
            "Xã Nhị Bình (chưa nộp số liệu nào)",
            "CẦN NGƯỜI ĐÁNH GIÁ",
            "HM-N5",
            "ĐƯỢC MIỄN, GIA HẠN",
            "2315/QĐ-UBND",
            "TỔNG HỢP");
    assertThat(table).contains("kết quả khác", "--all");
  }

  @Test
  void coloursOnlyWordsThatAreThereWithoutColourToo() {
    Evaluation evaluation = evaluation(SAMPLE, AFTER);
    StringWriter out = new StringWriter();
    TableOutput.Options options = new TableOutput.Options(SAMPLE.toString(), 100, true, true);
    new TableOutput(evaluation, EVERY, new Messages(Language.VI), options).write(out);

    String coloured = out.toString();
    assertThat(coloured).contains("\u001B[31m", "\u001B[0m");
    assertThat(coloured.replaceAll("\u001B\\[[0-9]+m", "").replaceAll("(?m) +$", ""))
        .isEqualTo(table(evaluation, 100, true));
  }
}
