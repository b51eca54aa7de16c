package vn.doichieu.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Warning;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

class MaskingTest {

  private static final String PEOPLE = "count, people: true";

  @TempDir private Path folder;

  private SmallPlan plan() {
    return new SmallPlan(folder.resolve("rules")).item("done", PEOPLE).item("total", PEOPLE);
  }

  private Evaluation evaluation(SmallPlan made, String... figures) {
    Plan plan = made.read();
    DataFolder data =
        new DataFolder(folder.resolve("data"))
            .units(
                "h,Huyện,district,,",
                "x1,Xã 1,commune,,h",
                "x2,Xã 2,commune,,h",
                "x3,Xã 3,commune,,h")
            .figures(figures);
    return Evaluator.evaluate(
        plan, RuleBase.of(plan), data.read(plan), LocalDate.of(2025, 2, 1), false);
  }

  private static List<String> hidden(Evaluation list) {
    Masking masking = Masking.small(list);
    return list.findings().stream()
        .filter(finding -> !masking.shows(finding))
        .map(f -> f.target().id() + " " + f.unit().code())
        .toList();
  }

  private static String[] ratio(long... pairs) {
    List<String> units = List.of("x1", "x2", "x3");
    return units.stream()
        .flatMap(
            unit -> {
              int at = 2 * units.indexOf(unit);
              return List.of(
                  unit + ",done,2024," + pairs[at], unit + ",total,2024," + pairs[at + 1])
                  .stream();
            })
        .toArray(String[]::new);
  }

  @Test
  void hidesNothingOfLargeCountsNorOfZero() {
    assertThat(hidden(evaluation(plan().target("T", "ratio"), ratio(0, 9, 20, 30, 40, 50))))
        .isEmpty();
  }

  @Test
  void hidesNothingOfWhatIsNotAboutPeople() {
    SmallPlan things = new SmallPlan(folder.resolve("rules")).target("T", "ratio");

    assertThat(hidden(evaluation(things, ratio(1, 2, 3, 4, 1, 4)))).isEmpty();
  }

  /** x2 is hidden beside, as the total less x2 and x3 would give x1. */
  @ParameterizedTest
  @CsvSource({"3, 30", "27, 30"})
  void hidesAnotherMemberRatherThanTheTotal(long done, long total) {
    Evaluation list =
        evaluation(
            plan().target("T", "ratio", "threshold", "5%"), ratio(done, total, 20, 40, 50, 90));

    assertThat(hidden(list)).containsExactly("T x1", "T x2");
  }

  @Test
  void hidesTheDenominatorWithTheNumerator() {
    Evaluation list =
        evaluation(plan().target("T", "ratio", "threshold", "5%"), ratio(0, 4, 20, 40, 50, 90));

    assertThat(hidden(list)).contains("T x1").doesNotContain("T h");
  }

  /** All others reached all of theirs: what the district lacks is what x1 lacks. */
  @Test
  void hidesTheTotalWhereResultsGiveTheRestAway() {
    Evaluation list =
        evaluation(plan().target("T", "ratio", "threshold", "100%"), ratio(28, 30, 40, 40, 90, 90));

    assertThat(hidden(list)).contains("T h", "T x1");
  }

  /** The total less x3 is 2 of 2, and both applied: each would be 1 of 1. */
  @ParameterizedTest
  @CsvSource({"1, 1", "4, 4"})
  void countsPinnedByTheirSumAreHiddenWithAThird(long n, long d) {
    Evaluation list =
        evaluation(plan().target("T", "ratio", "threshold", "100%"), ratio(n, d, n, d, 5, 10));

    assertThat(new Attacker(list, Masking.small(list, false), 10).workedOut().isEmpty())
        .isEqualTo(d > 1);
    assertThat(hidden(list)).contains("T x1", "T x2").hasSize(d > 1 ? 2 : 3);
  }

  @Test
  void hidesAUnitInEveryTargetOfTheSameFigures() {
    SmallPlan two =
        plan()
            .target("T1", "ratio", "threshold", "5%")
            .target("T2", "ratio", "threshold", "8%", "binding", "no");

    assertThat(hidden(evaluation(two, ratio(3, 30, 20, 40, 50, 90))))
        .containsExactly("T1 x1", "T1 x2", "T2 x1", "T2 x2");
  }

  @Test
  void hidesASmallTotalWithAllOfIt() {
    Evaluation list = evaluation(plan().target("T", "ratio"), ratio(1, 9, 0, 9, 1, 9));

    assertThat(hidden(list)).contains("T h", "T x1", "T x3");
  }

  @Test
  void aSmallPartOfASumHidesTheSum() {
    SmallPlan sum =
        plan()
            .item("pending", "count, optional: true, people: true")
            .target("T", "ratio", "inputs", "done / (total - pending)", "applies_to", "");

    Evaluation list = evaluation(sum, "h,done,2024,20", "h,total,2024,43", "h,pending,2024,3");

    assertThat(hidden(list)).containsExactly("T h");
  }

  @Test
  void smallGrowthBetweenHalfAndFullYearIsHidden() {
    SmallPlan halves =
        plan()
            .target(
                "T",
                "ratio",
                "scope",
                "each",
                "threshold",
                "2024-H1: 10%; 2024: 20%",
                "periods",
                "2024-H1; 2024",
                "closes_on",
                "2024-H1: 2024-07-01; 2024: 2025-01-01");
    Evaluation list =
        evaluation(
            halves,
            "x1,done,2024-H1,20",
            "x1,total,2024-H1,40",
            "x1,done,2024,23",
            "x1,total,2024,40",
            "x2,done,2024-H1,20",
            "x2,total,2024-H1,40",
            "x2,done,2024,30",
            "x2,total,2024,40");

    assertThat(hidden(list)).containsOnly("T x1");
  }

  @Test
  void baselinesAreHiddenWithWhatIsComparedToThem() {
    SmallPlan change = plan().target("T", "change");

    assertThat(hidden(evaluation(change, "h,done,2024,30", "h,done,2023,4")))
        .containsExactly("T h");
    assertThat(hidden(evaluation(change, "h,done,2024,30", "h,done,2023,29"))).isEmpty();
  }

  /** "At least 4" met and hidden would say 4, if 5 to 9 were shown. */
  @ParameterizedTest
  @CsvSource({"4, true", "5, true", "9, true", "0, true", "10, false"})
  void aCountNearItsLimitIsHiddenTooWhereTheResultWouldTellIt(long value, boolean hides) {
    SmallPlan count = plan().target("T", "count", "threshold", "4");

    assertThat(hidden(evaluation(count, "h,done,2024," + value)).isEmpty()).isNotEqualTo(hides);
  }

  @Test
  void sharesOfUnitsCountUnitsAndAreShown() {
    SmallPlan share = plan().target("T", "share_of_units", "inputs", "done>=1");

    assertThat(hidden(evaluation(share, ratio(1, 2, 3, 4, 1, 4)))).isEmpty();
  }

  @Test
  void warningsOfHiddenPeopleAreHidden() {
    Evaluation list =
        evaluation(plan().target("T", "ratio", "threshold", "5%"), ratio(3, 30, 20, 40, 50, 90));
    Warning of = warning(list, "x3");
    Evaluation large = evaluation(plan().target("T", "ratio"), ratio(20, 40, 30, 40, 50, 90));

    assertThat(Masking.none().shows(of)).isTrue();
    assertThat(Masking.small(list).shows(of)).isFalse();
    assertThat(Masking.small(large).shows(warning(large, "x3"))).isTrue();
  }

  private static Warning warning(Evaluation list, String unit) {
    var finding =
        list.findings().stream()
            .filter(f -> f.unit().code().equals(unit))
            .findFirst()
            .orElseThrow();
    return new Warning(
        Warning.Shared.PART_ABOVE_TOTAL,
        finding.unit(),
        finding.period(),
        list.evidence().apply(finding),
        List.of(),
        null);
  }
}
