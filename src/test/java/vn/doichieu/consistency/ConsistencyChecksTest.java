package vn.doichieu.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Warning;
import vn.doichieu.domain.Warning.Explanation;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.submission.Submission;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** The checks of rules/common, as they are shipped. */
class ConsistencyChecksTest {

  private static final ConsistencyChecks CHECKS = ConsistencyChecks.of(Path.of(""));
  private static final LocalDate AS_OF = LocalDate.of(2025, 2, 1);

  @TempDir private Path folder;
  private SmallPlan plan;
  private DataFolder data;

  /** T1 rates done of total at the area and each commune; the other items are for duties. */
  @BeforeEach
  void plan() {
    plan = CheckedPlan.in(folder.resolve("rules")).item("t1_rate", "rate, rate_of: T1");
    data = new DataFolder(folder.resolve("data"));
  }

  private Evaluation evaluation(String... figures) {
    data.figures(figures);
    Plan read = plan.read();
    Submission submission = data.read(read);
    Evaluation evaluation = Evaluator.evaluate(read, RuleBase.of(read), submission, AS_OF, false);
    assertThat(evaluation.warnings()).isEmpty();
    return CHECKS.run(
        submission, evaluation, OwnRules.of(Path.of(""), folder.resolve("rules"), plan.read()));
  }

  /** The warnings: check, unit, period, and the figures with their values and rows. */
  private List<String> warnings(String... figures) {
    return evaluation(figures).warnings().stream().map(ConsistencyChecksTest::told).toList();
  }

  private static String told(Warning warning) {
    List<String> figures = new ArrayList<>();
    warning
        .figures()
        .forEach(
            figure ->
                figures.add(
                    figure.item().code()
                        + "@"
                        + figure.period()
                        + "="
                        + figure.value()
                        + "#"
                        + (figure.location() == null ? 0 : figure.location().row())));
    return warning.check().code()
        + " "
        + warning.unit().code()
        + " "
        + warning.period()
        + ": "
        + String.join(" ", figures);
  }

  @Test
  void areSevenEachWithItsRule() {
    assertThat(CHECKS.names())
        .containsExactlyInAnyOrder(
            "part_above_total",
            "cumulative_falls",
            "report_empty",
            "total_changed",
            "informed_without_communication",
            "inspected_without_team",
            "published_rate");
  }

  @Test
  void findNothingInFiguresThatAgree() {
    assertThat(
            warnings(
                "x1,done,2024-H1,3",
                "x1,total,2024-H1,10",
                "x1,done,2024,5",
                "x1,total,2024,10",
                "x1,open,2024-H1,4",
                "x1,open,2024,1",
                "x1,visits,2024,2",
                "x1,forms,2024,1",
                "x1,team,2024,có",
                "x1,t1_rate,2024,50%",
                "x1,report_submitted_on,2024-H1,2024-05-02"))
        .isEmpty();
  }

  @Nested
  class PartAboveTotal {

    @Test
    void isAPartThatIsLargerInTheSamePeriodAndUnit() {
      assertThat(
              warnings(
                  "x1,done,2024,11", "x1,total,2024,10", "x2,done,2024,10", "x2,total,2024,10"))
          .containsExactly("part_above_total x1 2024: done@2024=11#2 total@2024=10#3");
    }

    @Test
    void isFoundInPeriodsThatNoTargetReads() {
      assertThat(warnings("x1,done,2024-H1,7", "x1,total,2024-H1,6", "x1,total,2023,1"))
          .containsExactly("part_above_total x1 2024-H1: done@2024-H1=7#2 total@2024-H1=6#3");
    }

    @Test
    void isNothingWhereOneOfThemIsAbsentOrInvalid() {
      assertThat(warnings("x1,done,2024,11", "x2,done,2024,11", "x2,total,2024,mười")).isEmpty();
    }

    @Test
    void isExactForTheLargestCounts() {
      assertThat(
              warnings(
                  "x1,done,2024,9007199254740993",
                  "x1,total,2024,9007199254740992",
                  "x2,done,2024,9223372036854775806",
                  "x2,total,2024,9223372036854775807"))
          .containsExactly(
              "part_above_total x1 2024: done@2024=9007199254740993#2"
                  + " total@2024=9007199254740992#3");
    }
  }

  @Nested
  class CumulativeFalls {

    @Test
    void isACountThatIsSmallerThanInThePeriodBefore() {
      assertThat(
              warnings(
                  "x1,visits,2024-H1,10",
                  "x1,visits,2024-9M,9",
                  "x1,visits,2024,9",
                  "x1,team,2024,có"))
          .containsExactly("cumulative_falls x1 2024-9M: visits@2024-9M=9#3 visits@2024-H1=10#2");
    }

    @Test
    void looksPastAPeriodThatIsNotGiven() {
      assertThat(warnings("x1,visits,2024,9", "x1,visits,2024-H1,10"))
          .containsExactly("cumulative_falls x1 2024: visits@2024=9#2 visits@2024-H1=10#3");
    }

    @Test
    void doesNotLookFromYearToYearNorAtShorterPeriods() {
      assertThat(
              warnings(
                  "x1,visits,2023,10",
                  "x1,visits,2024,9",
                  "x1,visits,2024-Q1,99",
                  "x1,visits,2024-05,99"))
          .isEmpty();
    }

    @Test
    void isNotWhatIsStillOpenAtTheEnd() {
      assertThat(warnings("x1,open,2024-H1,4", "x1,open,2024,1")).isEmpty();
    }
  }

  @Nested
  class ReportEmpty {

    @Test
    void isAReportWithoutAnyFigureOfItsPeriodOrTheYear() {
      assertThat(warnings("x1,report_submitted_on,2024-H1,2024-05-02"))
          .containsExactly(
              "report_empty x1 2024-H1: report_submitted_on@2024-H1="
                  + LocalDate.of(2024, 5, 2).toEpochDay()
                  + "#2");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "x1,visits,2024-H1,0",
          "x1,team,2024,không",
          "x1,done,2024,mười",
          "x1,forms,2024,không phát sinh"
        })
    void isNotOneWithAnyFigureUsableOrNot(String figure) {
      assertThat(warnings("x1,report_submitted_on,2024-H1,2024-05-02", figure)).isEmpty();
    }

    @Test
    void isOneWhoseOnlyFiguresAreOfOtherPeriodsOrUnits() {
      assertThat(
              warnings(
                  "x1,report_submitted_on,2024-H1,2024-05-02",
                  "x1,visits,2024-9M,1",
                  "x2,visits,2024-H1,1"))
          .hasSize(1);
    }

    @Test
    void isOneOfAUnitWhoseGroupIsAskedFigures() {
      plan =
          new SmallPlan(folder.resolve("rules"))
              .item("done", "count")
              .target("T1", "deadline", "priority", "deadline")
              .target(
                  "T2", "count", "scope", "each", "applies_to", "commune", "threshold", "urban: 5");
      data.file(
          "units.csv",
          "code,name,kind,role,parent,group",
          "h,Huyện,district,,,",
          "x1,Xã 1,commune,,h,mountain",
          "x2,Xã 2,commune,,h,urban");

      assertThat(
              warnings(
                  "x1,report_submitted_on,2024-H1,2024-05-02",
                  "x2,report_submitted_on,2024-H1,2024-05-02"))
          .singleElement()
          .asString()
          .startsWith("report_empty x2 2024-H1");
    }

    @Test
    void isNotOneThatHasNotComeYet() {
      assertThat(warnings("x1,report_submitted_on,2024-H1,2025-02-02")).isEmpty();
    }

    @Test
    void isNotOneForWhosePeriodThePlanAsksNoFigures() {
      plan.target(
          "T5",
          "deadline",
          "periods",
          "2024-03..2024-12",
          "threshold",
          "the 10th of the month after");

      assertThat(warnings("x1,report_submitted_on,2024-03,2024-04-02")).isEmpty();
    }
  }

  @Nested
  class TotalChanged {

    @Test
    void isATotalThatDiffersBetweenPeriodsOfAYearEitherWay() {
      assertThat(
              warnings(
                  "x1,total,2024-H1,10",
                  "x1,total,2024-9M,9",
                  "x1,total,2024,11",
                  "x2,total,2023,7",
                  "x2,total,2024-H1,8",
                  "x2,total,2024,8"))
          .containsExactly(
              "total_changed x1 2024: total@2024=11#4 total@2024-9M=9#3",
              "total_changed x1 2024-9M: total@2024-9M=9#3 total@2024-H1=10#2");
    }
  }

  @Nested
  class InformedWithoutCommunication {

    @Test
    void isPeopleInformedWhereNoCommunicationWasHeld() {
      assertThat(warnings("x1,done,2024,3", "x1,forms,2024,0"))
          .containsExactly("informed_without_communication x1 2024: done@2024=3#2 forms@2024=0#3");
    }

    @ParameterizedTest
    @CsvSource({"3,''", "0,0", "3,1"})
    void isNothingElse(String informed, String forms) {
      assertThat(warnings("x1,done,2024," + informed, "x1,forms,2024," + forms, "x2,forms,2024,0"))
          .isEmpty();
    }

    @Test
    void isOfOnePeriod() {
      assertThat(warnings("x1,done,2024-H1,3", "x1,forms,2024,0")).isEmpty();
    }
  }

  @Nested
  class InspectedWithoutTeam {

    @Test
    void isInspectionsInAYearForWhichTheUnitSaysItHasNoTeam() {
      assertThat(warnings("x1,visits,2024-H1,1", "x1,visits,2024,1", "x1,team,2024,không"))
          .containsExactly(
              "inspected_without_team x1 2024: visits@2024=1#3 team@2024=0#4",
              "inspected_without_team x1 2024-H1: visits@2024-H1=1#2 team@2024=0#4");
    }

    @ParameterizedTest
    @CsvSource({"0,không", "1,có", "1,''"})
    void isNothingElse(String visits, String team) {
      assertThat(warnings("x1,visits,2024," + visits, "x1,team,2024," + team, "x2,team,2024,không"))
          .isEmpty();
    }
  }

  @Nested
  class PublishedRates {

    /** 8,743 of 8,833 is 98.981...%. */
    @Test
    void isOneThatItsOwnFiguresContradict() {
      assertThat(warnings("h,done,2024,8743", "h,total,2024,8833", "h,t1_rate,2024,\"99,96%\""))
          .containsExactly(
              "published_rate h 2024: t1_rate@2024="
                  + (9996 << 4 | 2)
                  + "#4 done@2024=8743#2"
                  + " total@2024=8833#3");
    }

    /** The rates of the communes, 16% and 60%, average 38%; together they come to 39.6875%. */
    @Test
    void isTheAverageOfUnitRatesWhereThePooledRateDiffers() {
      Evaluation evaluation =
          evaluation(
              "x1,done,2024,71",
              "x1,total,2024,444",
              "x2,done,2024,310",
              "x2,total,2024,516",
              "h,t1_rate,2024,38%");

      assertThat(evaluation.warnings()).hasSize(1);
      Warning warning = evaluation.warnings().get(0);
      assertThat(warning.check()).isEqualTo(Warning.Shared.PUBLISHED_RATE);
      assertThat(warning.unit().code()).isEqualTo("h");
      assertThat(warning.numbers()).containsExactly(381L, 960L);
      assertThat(warning.figures()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "98.98%",
          "98.9",
          "99%",
          "98,98",
          "98",
          "98.981%",
          "98.982",
          "98.98109362",
          "98.98109363"
        })
    void isNotOneThatIsRightlyRoundedOrCutOff(String rate) {
      assertThat(
              warnings("h,done,2024,8743", "h,total,2024,8833", "h,t1_rate,2024,\"" + rate + "\""))
          .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"39.7", "40%", "39", "39.69", "39.68", "39,6875"})
    void isNotOneThatIsRightlyRoundedOrCutOffOfManyUnits(String rate) {
      assertThat(
              warnings(
                  "x1,done,2024,71",
                  "x1,total,2024,444",
                  "x2,done,2024,310",
                  "x2,total,2024,516",
                  "h,t1_rate,2024,\"" + rate + "\""))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "1,4,24,true",
      "1,4,25,false",
      "1,4,26,true",
      "1,8,12,false",
      "1,8,13,false",
      "1,8,11,true",
      "1,8,14,true",
      "0,7,0,false",
      "7,7,100.0,false",
      "7,7,99.9,true"
    })
    void isOneThatIsAWholeUnitOfItsLastDecimalAway(long n, long d, String rate, boolean warned) {
      assertThat(warnings("x1,done,2024," + n, "x1,total,2024," + d, "x1,t1_rate,2024," + rate))
          .hasSize(warned ? 1 : 0);
    }

    @Test
    void isNothingWhileFiguresAreUnknownOrThereIsNothingToDivideBy() {
      assertThat(
              warnings(
                  "x1,done,2024,7",
                  "x1,total,2024,10",
                  "x2,total,2024,10",
                  "x2,t1_rate,2024,12%",
                  "h,t1_rate,2024,12%"))
          .isEmpty();
      assertThat(warnings("x1,done,2024,0", "x1,total,2024,0", "x1,t1_rate,2024,12%")).isEmpty();
    }

    @Test
    void isNeverJudgedNorNeeded() {
      Evaluation with = evaluation("x1,done,2024,7", "x1,total,2024,10", "x1,t1_rate,2024,12%");
      Evaluation without = evaluation("x1,done,2024,7", "x1,total,2024,10");

      assertThat(with.findings()).isEqualTo(without.findings());
      assertThat(with.warnings()).hasSize(1);
      assertThat(without.warnings()).isEmpty();
      assertThat(with.problems()).isEqualTo(without.problems());
    }
  }

  @Nested
  class Explanations {

    private Evaluation explained(String... rows) {
      data.file("explanations.csv", "unit,check,period,text,by", rows);
      return evaluation("x1,done,2024,11", "x1,total,2024,10");
    }

    @Test
    void standBesideTheWarningsTheyAnswer() {
      Evaluation evaluation = explained("x1,part_above_total,2024,nhập nhầm,UBND xã 1");

      assertThat(evaluation.problems())
          .extracting(Problem::kind)
          .containsExactly(Problem.Kind.NUMERATOR_ABOVE_DENOMINATOR);
      assertThat(evaluation.warnings())
          .extracting(Warning::explanation)
          .extracting(Explanation::text, Explanation::by, e -> e.location().row())
          .containsExactly(org.assertj.core.groups.Tuple.tuple("nhập nhầm", "UBND xã 1", 2));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "x2,part_above_total,2024,nhập nhầm,UBND xã 2",
          "x1,total_changed,2024,nhập nhầm,UBND xã 1",
          "x1,part_above_total,2024-H1,nhập nhầm,UBND xã 1"
        })
    void thatAnswerNothingAreReported(String row) {
      Evaluation evaluation = explained(row);

      assertThat(evaluation.warnings()).extracting(Warning::explanation).containsOnlyNulls();
      assertThat(evaluation.problems())
          .filteredOn(p -> p.kind() == Problem.Kind.EXPLANATION_UNMATCHED)
          .extracting(p -> p.location().file() + " " + p.location().row())
          .containsExactly("explanations.csv 2");
    }

    @Test
    void changeNoVerdict() {
      assertThat(explained("x1,part_above_total,2024,nhập nhầm,UBND xã 1").findings())
          .isEqualTo(evaluation("x1,done,2024,11", "x1,total,2024,10").findings());
    }
  }

  @Test
  void comeInTheSameOrderHoweverTheFiguresStand() {
    String[] figures = {
      "x2,done,2024,11",
      "x2,total,2024,10",
      "x1,total,2024,10",
      "x1,open,2024,11",
      "x1,done,2024,11",
      "x1,forms,2024,0",
      "h,t1_rate,2024,3"
    };
    String[] turned = new String[figures.length];
    for (int i = 0; i < figures.length; i++) {
      turned[figures.length - 1 - i] = figures[i];
    }

    List<String> told = warnings(figures).stream().map(w -> w.replaceAll("#[0-9]+", "")).toList();

    assertThat(warnings(turned).stream().map(w -> w.replaceAll("#[0-9]+", ""))).isEqualTo(told);
    assertThat(told.stream().map(w -> w.substring(0, w.indexOf(':'))))
        .containsExactly(
            "part_above_total x1 2024",
            "part_above_total x1 2024",
            "part_above_total x2 2024",
            "informed_without_communication x1 2024");
  }
}
