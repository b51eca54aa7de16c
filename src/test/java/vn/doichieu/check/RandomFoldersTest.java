package vn.doichieu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.oracle.NaiveEvaluation;
import vn.doichieu.oracle.RandomFolder;
import vn.doichieu.testing.RegisterRules;

/**
 * Random data folders, evaluated by the rules and by a second, naive reading of the contract that
 * shares no line with them.
 */
class RandomFoldersTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "hoc_mon_2024, 400",
    "buon_ma_thuot_2024, 150",
    "duy_tien_2026, 150",
    "dong_nai_2023, 60",
    "soc_trang_2011, 150"
  })
  void agreeWithTheNaiveEvaluation(String plan, int folders) throws IOException {
    for (long seed = 0; seed < folders; seed++) {
      write(plan, seed);
      Evaluation evaluation = check(plan, seed);

      List<String> naive = naive(plan, seed).stream().map(RandomFoldersTest::line).toList();

      assertThat(evaluation.findings().stream().map(RandomFoldersTest::line).toList())
          .as("plan %s, seed %d", plan, seed)
          .containsExactlyElementsOf(naive);
      assertExactlyOneFindingEach(evaluation);
    }
  }

  @ParameterizedTest
  @CsvSource({"hoc_mon_2024", "duy_tien_2026", "soc_trang_2011"})
  void doNotDependOnTheOrderOfRows(String plan) throws IOException {
    for (long seed = 1000; seed < 1040; seed++) {
      write(plan, seed);
      List<String> before = check(plan, seed).findings().stream().map(Finding::toString).toList();

      for (String file : List.of("units.csv", "figures.csv", "waivers.csv")) {
        shuffle(folder.resolve(file), seed);
      }

      List<String> after = check(plan, seed).findings().stream().map(Finding::toString).toList();
      assertThat(after).as("plan %s, seed %d", plan, seed).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"hoc_mon_2024", "buon_ma_thuot_2024"})
  void neverMeetARatioOrCountThatLacksAFigure(String plan) throws IOException {
    for (long seed = 2000; seed < 2060; seed++) {
      write(plan, seed);
      Evaluation evaluation = check(plan, seed);

      for (Finding finding : evaluation.findings()) {
        boolean ownFigures = finding.basis() == Finding.Basis.OWN;
        if (finding.result() == Result.MET && ownFigures) {
          assertThat(evaluation.evidence().apply(finding))
              .as("seed %d, %s %s", seed, finding.target().id(), finding.unit().code())
              .allMatch(
                  figure ->
                      figure.location() != null
                          || figure.item().optional()
                          || isCondition(finding, figure.item().code()));
        }
      }
    }
  }

  private static boolean isCondition(Finding finding, String item) {
    return finding.target().condition() != null
        && finding.target().condition().items().stream().anyMatch(i -> i.code().equals(item));
  }

  private static void assertExactlyOneFindingEach(Evaluation evaluation) {
    Set<String> keys = new HashSet<>();
    for (Finding finding : evaluation.findings()) {
      String key =
          finding.target().id() + " " + finding.unit().code() + " " + finding.period().text();
      assertThat(keys.add(key)).as("two findings for %s", key).isTrue();
    }
  }

  private void write(String plan, long seed) {
    RegisterRules.writeRandomFolder(folder, plan, seed);
  }

  private Evaluation check(String plan, long seed) {
    Path rules = RegisterRules.folder(plan);
    return new Check(Path.of(""), rules, folder, asOf(plan, seed), RandomFolder.closed(seed)).run();
  }

  private List<NaiveEvaluation.Line> naive(String plan, long seed) {
    return NaiveEvaluation.evaluate(
        RegisterRules.rows(plan),
        RegisterRules.itemTypes(plan),
        RegisterRules.optionalItems(plan),
        RegisterRules.year(plan),
        folder,
        asOf(plan, seed),
        RandomFolder.closed(seed));
  }

  private static LocalDate asOf(String plan, long seed) {
    return RandomFolder.asOf(seed, RegisterRules.year(plan));
  }

  private static void shuffle(Path file, long seed) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.shuffle(rows, new Random(seed));
    rows.add(0, lines.get(0));
    Files.write(file, rows);
  }

  private static String line(NaiveEvaluation.Line line) {
    String ratio = compared(line.result()) ? line.numerator() + "/" + line.denominator() : "";
    return String.join(
        ",",
        line.target(),
        line.unit(),
        line.period(),
        line.result(),
        line.reason(),
        ratio,
        line.shortfall(),
        Boolean.toString(line.binding()),
        line.flags());
  }

  private static String line(Finding finding) {
    String ratio =
        compared(finding.result().code())
            ? text(finding.numerator()) + "/" + text(finding.denominator())
            : "";
    return String.join(
        ",",
        finding.target().id(),
        finding.unit().code(),
        finding.period().text(),
        finding.result().code(),
        finding.reason().code(),
        ratio,
        text(finding.shortfall()),
        Boolean.toString(finding.binding()),
        finding.flags().stream().map(Finding.Flag::code).sorted().collect(Collectors.joining(" ")));
  }

  private static boolean compared(String result) {
    return result.equals("met") || result.equals("not_met");
  }

  private static String text(Long number) {
    return number == null ? "" : number.toString();
  }
}
