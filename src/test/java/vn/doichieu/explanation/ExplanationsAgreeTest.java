package vn.doichieu.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.oracle.RandomFolder;
import vn.doichieu.testing.RegisterRules;

/** The steps on paper come to what the rules found, for every finding there is. */
class ExplanationsAgreeTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  private static final Path HOME = Path.of("");

  @TempDir private Path folder;

  static Stream<Path> cases() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String plan : RegisterRules.ALL_PLANS) {
      try (Stream<Path> ofPlan = Files.list(CASES.resolve(plan))) {
        folders.addAll(ofPlan.sorted().toList());
      }
    }
    assertThat(folders).hasSizeGreaterThan(60);
    return folders.stream();
  }

  private static Explainer worked(Path folder) throws IOException {
    String plan = folder.getParent().getFileName().toString();
    LocalDate asOf = LocalDate.parse(Files.readString(folder.resolve("as_of")).strip());
    boolean closed = Files.exists(folder.resolve("closed"));
    return new Check(HOME, RegisterRules.folder(plan), folder, asOf, closed).explained();
  }

  private static Set<Reason> assertAgrees(Explainer explainer, String where) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (Finding finding : explainer.evaluation().findings()) {
      Explanation explanation = explainer.explain(finding);
      reasons.add(explanation.byFigures().reason());
      assertThat(explanation.disagreements())
          .as("%s: %s, steps %s", where, finding, explanation.steps())
          .isEmpty();
    }
    return reasons;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void withEveryFindingOfTheWorkedCases(Path folder) throws IOException {
    assertAgrees(worked(folder), folder.toString());
  }

  @Test
  void theWorkedCasesHaveNearlyEveryReason() throws IOException {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (Path folder : cases().toList()) {
      reasons.addAll(assertAgrees(worked(folder), folder.toString()));
    }

    // Waived is never what figures come to, and no chosen reading has a ceiling.
    assertThat(reasons)
        .containsAll(EnumSet.complementOf(EnumSet.of(Reason.WAIVED, Reason.ABOVE_THRESHOLD)));
  }

  @ParameterizedTest
  @CsvSource({
    "hoc_mon_2024, 150",
    "buon_ma_thuot_2024, 80",
    "duy_tien_2026, 80",
    "dong_nai_2023, 30",
    "soc_trang_2011, 80"
  })
  void withEveryFindingOfRandomFolders(String plan, int folders) {
    int year = RegisterRules.year(plan);
    for (long seed = 3000; seed < 3000 + folders; seed++) {
      RegisterRules.writeRandomFolder(folder, plan, seed);
      Check check =
          new Check(
              HOME,
              RegisterRules.folder(plan),
              folder,
              RandomFolder.asOf(seed, year),
              RandomFolder.closed(seed));

      assertAgrees(check.explained(), plan + ", seed " + seed);
    }
  }
}
