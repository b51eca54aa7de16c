package vn.doichieu.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.explanation.Explanation.Member;
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

  private Explainer random(Path rules, String plan, long seed) {
    RegisterRules.writeRandomFolder(folder, plan, seed);
    LocalDate asOf = RandomFolder.asOf(seed, RegisterRules.year(plan));
    return new Check(HOME, rules, folder, asOf, RandomFolder.closed(seed)).explained();
  }

  private static Set<Reason> assertAgrees(Explainer explainer, String where) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (Finding finding : explainer.evaluation().findings()) {
      Explanation explanation = explainer.explain(finding);
      reasons.add(explanation.byFigures().reason());
      assertAgrees(explanation, where);
      assertAddsUp(explanation, where);
    }
    return reasons;
  }

  private static void assertAgrees(Explanation explanation, String where) {
    assertThat(explanation.disagreements())
        .as("%s: %s, steps %s", where, explanation.finding(), explanation.steps())
        .isEmpty();
  }

  /** The table of the members comes to the area's n and d. */
  private static void assertAddsUp(Explanation explanation, String where) {
    if (explanation.byFigures().basis() != Basis.MEMBERS) {
      return;
    }
    BigInteger n = BigInteger.ZERO;
    BigInteger d = BigInteger.ZERO;
    for (Member member : explanation.members()) {
      if (member.d().known()) {
        d = d.add(member.d().value());
        n = n.add(member.n().known() ? member.n().value() : BigInteger.ZERO);
      }
    }
    assertThat(List.of(n, d))
        .as("%s: %s", where, explanation.finding())
        .containsExactly(
            Objects.requireNonNull(explanation.byFigures().numerator()),
            Objects.requireNonNull(explanation.byFigures().denominator()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void withEveryFindingOfTheWorkedCases(Path folder) throws IOException {
    assertAgrees(worked(folder), folder.toString());
  }

  @Test
  void theWorkedCasesHaveEveryReason() throws IOException {
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
    "hoc_mon_2024, 120",
    "buon_ma_thuot_2024, 60",
    "duy_tien_2026, 60",
    "dong_nai_2023, 30",
    "soc_trang_2011, 60"
  })
  void withEveryFindingOfRandomFolders(String plan, int folders) {
    for (long seed = 3000; seed < 3000 + folders; seed++) {
      assertAgrees(random(RegisterRules.folder(plan), plan, seed), plan + ", seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource({"hoc_mon_2024", "buon_ma_thuot_2024", "duy_tien_2026", "soc_trang_2011"})
  void withEveryFindingUnderOtherReadings(String plan) {
    int judged = 0;
    for (long seed = 4000; seed < 4030; seed++) {
      Explainer explainer = random(Path.of("rules", plan), plan, seed);
      for (Finding finding : explainer.evaluation().findings()) {
        for (Verdict verdict : explainer.explain(finding).otherReadings()) {
          Finding other = verdict.finding();
          if (other != null) {
            judged++;
            assertAgrees(explainer.explain(other), plan + ", seed " + seed);
          }
        }
      }
    }
    assertThat(judged).isPositive();
  }

  /** What would change a result is held against the rules' own arithmetic, just at its edge. */
  @ParameterizedTest
  @CsvSource({"hoc_mon_2024", "buon_ma_thuot_2024", "duy_tien_2026", "soc_trang_2011"})
  void theLeastThatWouldChangeARatioChangesIt(String plan) {
    int edges = 0;
    for (long seed = 5000; seed < 5060; seed++) {
      Explainer explainer = random(RegisterRules.folder(plan), plan, seed);
      for (Finding finding : explainer.evaluation().findings()) {
        Explanation explanation = explainer.explain(finding);
        BigInteger d = explanation.byFigures().denominator();
        Criterion.Bound bound = bound(finding);
        if (bound != null && d != null && d.signum() > 0) {
          edges += assertEdge(explanation, bound, d.longValueExact(), plan + ", seed " + seed);
        }
      }
    }
    assertThat(edges).isGreaterThan(50);
  }

  private static Criterion.Bound bound(Finding finding) {
    if (finding.target().criterion() instanceof Criterion.Ratio ratio) {
      return ratio.range().floor();
    }
    return finding.target().criterion() instanceof Criterion.ShareOfUnits share
        ? share.range().floor()
        : null;
  }

  private static int assertEdge(
      Explanation explanation, Criterion.Bound bound, long d, String where) {
    BigInteger n = explanation.byFigures().numerator();
    BigInteger least;
    if (explanation.margin() instanceof Margin.Lacking lacking) {
      assertThat(lacking.k()).as(where).isPositive();
      least = lacking.start().add(lacking.k());
    } else if (explanation.margin() instanceof Margin.Spare spare) {
      assertThat(spare.k()).as(where).isNotNegative();
      least = spare.start().subtract(spare.k());
    } else if (explanation.margin() instanceof Margin.HangsOn hangs && n != null) {
      assertThat(hangs.k()).as(where).isPositive().isLessThanOrEqualTo(hangs.unknown());
      least = n.add(hangs.k());
    } else if (explanation.margin() instanceof Margin.WouldBeMet would
        && would.of() == Margin.Of.PART
        && would.least() != null) {
      least = would.least();
    } else {
      return 0;
    }
    assertThat(bound.holds(least.longValueExact(), d)).as(where).isTrue();
    assertThat(bound.holds(least.longValueExact() - 1, d)).as(where).isFalse();
    return 1;
  }
}
