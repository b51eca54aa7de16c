package vn.doichieu.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.explanation.Margin.Of;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** What would change a result, by kind: with the number just under, on and over the edge. */
class MarginsTest {

  @TempDir private Path folder;

  private Explanation explain(SmallPlan plan, DataFolder data) {
    Path rules = plan.write();
    LocalDate asOf = LocalDate.of(2025, 2, 1);
    Explainer explainer = new Check(Path.of(""), rules, data.path(), asOf, false).explained();
    Explanation explanation = explainer.explain(explainer.evaluation().findings().get(0));
    assertThat(explanation.disagreements()).isEmpty();
    return explanation;
  }

  private Margin margin(String kind, String... figures) {
    SmallPlan plan = new SmallPlan(folder.resolve("rules")).target("T1", kind);
    return explain(plan, new DataFolder(folder.resolve("data")).figures(figures)).margin();
  }

  private static BigInteger big(long number) {
    return BigInteger.valueOf(number);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "19, 100, 1", // just under 20%
    "78, 398, 2", // 79/398 is 19.8%
    "0, 3, 1"
  })
  void aRatioLacksTheLeastNumberThatReachesIt(long n, long d, long k) {
    Margin margin = margin("ratio", "h,done,2024," + n, "h,total,2024," + d);

    assertThat(margin)
        .isInstanceOfSatisfying(
            Margin.Lacking.class,
            lacking -> {
              assertThat(lacking.k()).isEqualTo(k);
              assertThat(lacking.enough().sign()).isNotNegative();
              assertThat(lacking.notEnough().sign()).isNegative();
            });
  }

  @Test
  void aRatioThatIsMetCanLoseWhatIsAboveItsThreshold() {
    assertThat(margin("ratio", "h,done,2024,25", "h,total,2024,100"))
        .isInstanceOfSatisfying(Margin.Spare.class, spare -> assertThat(spare.k()).isEqualTo(5));
    assertThat(margin("ratio", "h,done,2024,20", "h,total,2024,100"))
        .isInstanceOfSatisfying(Margin.Spare.class, spare -> assertThat(spare.k()).isZero());
  }

  @Test
  void aStrictBoundAsksForOneMoreThanItself() {
    SmallPlan plan =
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "ratio", "comparator", ">", "threshold", "70%");
    DataFolder data =
        new DataFolder(folder.resolve("data")).figures("h,done,2024,70", "h,total,2024,100");

    assertThat(explain(plan, data).margin())
        .isInstanceOfSatisfying(
            Margin.Lacking.class,
            lacking -> {
              assertThat(lacking.k()).isEqualTo(1);
              assertThat(lacking.notEnough().sign()).isZero();
            });
  }

  @Test
  void anAbsentPartOrWholeIsToldWhatItWouldHaveToBe() {
    SmallPlan plan =
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "ratio", "scope", "each", "applies_to", "commune");
    DataFolder data = new DataFolder(folder.resolve("data"));

    assertThat(explain(plan, data.figures("x1,total,2024,11")).margin())
        .isEqualTo(new Margin.WouldBeMet(Of.PART, big(3), big(11)));
    assertThat(explain(plan, data.figures("x1,done,2024,3")).margin())
        .isEqualTo(new Margin.WouldBeMet(Of.WHOLE, big(3), big(15)));
    assertThat(explain(plan, data.figures("x1,done,2024,0")).margin())
        .isEqualTo(new Margin.NeverMet(Of.WHOLE));
    assertThat(explain(plan, data.figures()).margin())
        .isEqualTo(new Margin.Needs(List.of(Of.PART, Of.WHOLE)));
  }

  @Test
  void anAreaHangsOnItsUnknownMembers() {
    assertThat(margin("ratio", "x1,done,2024,1", "x1,total,2024,10", "x2,total,2024,10"))
        .isEqualTo(new Margin.HangsOn(Of.PART, big(3), big(10)));
    assertThat(margin("ratio", "x1,done,2024,1", "x1,total,2024,10"))
        .isEqualTo(new Margin.NeedsMembers(Of.WHOLE, 1));
  }

  @Test
  void whatIsDecidedDespiteAnUnknownMemberIsCountedFromTheBestCase() {
    assertThat(margin("ratio", "x1,done,2024,0", "x1,total,2024,100", "x2,total,2024,1"))
        .isInstanceOfSatisfying(
            Margin.Lacking.class,
            lacking -> {
              assertThat(lacking.start()).isEqualTo(1);
              assertThat(lacking.k()).isEqualTo(20); // 21 of 101
            });
  }

  @Test
  void contradictingFiguresHaveToBePutRightFirst() {
    assertThat(margin("ratio", "h,done,2024,5", "h,total,2024,4")).isEqualTo(new Margin.PutRight());
    assertThat(margin("ratio", "h,done,2024,0", "h,total,2024,0"))
        .isEqualTo(new Margin.NoBase(Of.WHOLE));
  }

  @Test
  void aGrowthLacksOrSparesWholeNumbers() {
    assertThat(margin("change", "h,done,2024,36", "h,done,2023,35"))
        .isInstanceOfSatisfying(
            Margin.Lacking.class, lacking -> assertThat(lacking.k()).isEqualTo(1));
    assertThat(margin("change", "h,done,2024,105", "h,done,2023,100"))
        .isInstanceOfSatisfying(
            Margin.Spare.class, spare -> assertThat(spare.least()).isEqualTo(103));
    assertThat(margin("change", "h,done,2023,100"))
        .isEqualTo(new Margin.WouldBeMet(Of.NOW, big(103), null));
    assertThat(margin("change", "h,done,2024,103"))
        .isEqualTo(new Margin.WouldBeMet(Of.BASE, big(1), big(100)));
    assertThat(margin("change", "h,done,2024,1", "h,done,2023,0"))
        .isEqualTo(new Margin.NoBase(Of.BASE));
  }

  @Test
  void aGrowthAboveACeilingIsToldTheCeiling() {
    SmallPlan plan =
        new SmallPlan(folder.resolve("rules")).target("T1", "change", "comparator", "within");
    DataFolder data =
        new DataFolder(folder.resolve("data")).figures("h,done,2024,107", "h,done,2023,100");

    assertThat(explain(plan, data).margin())
        .isEqualTo(new Margin.AboveCeiling(Of.NOW, big(2), big(105)));
  }

  @Test
  void aReductionIsMetUpToAWholeNumber() {
    assertThat(margin("reduction", "h,done,2024,9", "h,done,2023,10"))
        .isEqualTo(new Margin.Apart(Of.NOW, big(1), big(8), true));
    assertThat(margin("reduction", "h,done,2024,7", "h,done,2023,10"))
        .isEqualTo(new Margin.Within(Of.NOW, big(1), big(8), true));
    assertThat(margin("reduction", "h,done,2024,0", "h,done,2023,1"))
        .isEqualTo(new Margin.Within(Of.NOW, big(0), big(0), true));
    assertThat(margin("reduction", "h,done,2024,7"))
        .isEqualTo(new Margin.WouldBeMet(Of.BASE, big(9), null));
    assertThat(margin("reduction", "h,done,2024,0")).isEqualTo(new Margin.AlwaysMet(Of.BASE));
  }

  @Test
  void aReductionThroughItsFloorNeedNotGoThatFar() {
    SmallPlan plan =
        new SmallPlan(folder.resolve("rules")).target("T1", "reduction", "comparator", "within");
    DataFolder data =
        new DataFolder(folder.resolve("data")).figures("h,done,2024,5", "h,done,2023,10");

    assertThat(explain(plan, data).margin())
        .isEqualTo(new Margin.Apart(Of.NOW, big(2), big(7), false));
  }

  @Test
  void aCountIsHeldAgainstItsLeast() {
    assertThat(margin("count", "h,done,2024,4"))
        .isEqualTo(new Margin.Apart(Of.COUNT, big(1), big(5), false));
    assertThat(margin("count", "h,done,2024,5"))
        .isEqualTo(new Margin.Within(Of.COUNT, big(0), big(5), false));
    assertThat(margin("count")).isEqualTo(new Margin.WouldBeMet(Of.COUNT, big(5), null));
  }

  @ParameterizedTest
  @CsvSource({"2024-05-09, 0, ", "2024-05-02, 7, ", "2024-05-10, , 1", "2024-05-15, , 6"})
  void aDeadlineIsToldInDays(LocalDate given, Long spare, Long late) {
    assertThat(margin("deadline", "x1,report_submitted_on,2024-H1," + given))
        .isEqualTo(new Margin.UpTo(LocalDate.of(2024, 5, 9), spare, late));
  }

  @Test
  void monthsAreNamed() {
    assertThat(margin("monthly_count", "h,done,2024-03,1", "h,done,2024-04,0"))
        .isInstanceOfSatisfying(
            Margin.NeedsMonths.class,
            months -> {
              assertThat(months.below()).containsExactly(new ReportingPeriod("2024-04"));
              assertThat(months.unknown()).hasSize(8);
            });
  }

  @Test
  void theConditionOfADutyIsDecidedFirst() {
    SmallPlan plan =
        new SmallPlan(folder.resolve("rules")).target("T1", "duty", "condition", "asked=yes");
    DataFolder data = new DataFolder(folder.resolve("data"));

    assertThat(explain(plan, data.figures("x1,issued,2024,không")).margin())
        .isInstanceOf(Margin.ConditionFirst.class);
    assertThat(explain(plan, data.figures("x1,issued,2024,có")).margin())
        .isInstanceOfSatisfying(Margin.YesOrNo.class, yes -> assertThat(yes.met()).isTrue());
    assertThat(explain(plan, data.figures("x1,asked,2024,có", "x1,issued,2024,không")).margin())
        .isInstanceOfSatisfying(Margin.YesOrNo.class, yes -> assertThat(yes.met()).isFalse());
  }
}
