package vn.doichieu.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.pace.Pace.Verdict;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

class PaceTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
  private static final LocalDate JUNE = LocalDate.of(2024, 6, 1);
  private static final PaceText WORDS = new PaceText(new Messages(Language.VI));
  private static final PaceText ENGLISH = new PaceText(new Messages(Language.EN));

  @TempDir private Path folder;
  private SmallPlan rules;
  private DataFolder data;
  private Plan plan;

  @BeforeEach
  void aPlan() {
    rules =
        new SmallPlan(folder.resolve("rules"))
            .item("total", "count, sense: total")
            .item("received", "count");
    data = new DataFolder(folder.resolve("data"));
  }

  private Optional<Pace> pace(String unit, LocalDate asOf, boolean closed) {
    plan = plan == null ? rules.read() : plan;
    Evaluation evaluation =
        Evaluator.evaluate(plan, RuleBase.of(plan), data.read(plan), asOf, closed);
    Finding finding =
        evaluation.findings().stream()
            .filter(f -> f.unit().code().equals(unit))
            .findFirst()
            .orElseThrow();
    return Pace.of(evaluation, finding);
  }

  private Optional<Pace> pace(LocalDate asOf) {
    return pace("h", asOf, false);
  }

  private Verdict verdict(LocalDate asOf) {
    return pace(asOf).orElseThrow().verdict();
  }

  @Nested
  class OfAShareOfWhatThereIs {

    @BeforeEach
    void twentyPerCent() {
      rules.target("T", "ratio", "scope", "area", "inputs", "done / total");
    }

    /** A fifth of 1,830 in 366 days is one a day. */
    @ParameterizedTest
    @ValueSource(ints = {92, 93, 152, 200, 305, 364})
    void isOnTrackWithOneADayAndAtRiskWithOneLess(int days) {
      data.figures("h,total,2024,1830", "h,done,2024," + days);
      assertThat(verdict(NEW_YEAR.plusDays(days))).isEqualTo(Verdict.ON_TRACK);
      assertThat(verdict(NEW_YEAR.plusDays(days + 1))).isEqualTo(Verdict.AT_RISK);
    }

    @Test
    void isTooEarlyBeforeAQuarterOfThePeriod() {
      data.figures("h,total,2024,1830", "h,done,2024,1");

      assertThat(verdict(NEW_YEAR.minusDays(3))).isEqualTo(Verdict.TOO_EARLY);
      assertThat(verdict(NEW_YEAR.plusDays(91))).isEqualTo(Verdict.TOO_EARLY);
      assertThat(verdict(NEW_YEAR.plusDays(92))).isEqualTo(Verdict.AT_RISK);
    }

    @Test
    void isMetAlreadyWheneverTheWholeMarkIsReached() {
      data.figures("h,total,2024,1830", "h,done,2024,366");

      assertThat(verdict(NEW_YEAR.plusDays(5))).isEqualTo(Verdict.MET_ALREADY);
      assertThat(verdict(NEW_YEAR.plusDays(365))).isEqualTo(Verdict.MET_ALREADY);
    }

    @Test
    void isNotReportedWithoutTheFigureThatGrows() {
      data.figures("h,total,2024,1830");

      assertThat(verdict(JUNE)).isEqualTo(Verdict.NOT_REPORTED);
      assertThat(verdict(NEW_YEAR)).isEqualTo(Verdict.NOT_REPORTED);
    }

    @Test
    void saysNothingOnceThePeriodIsOverOrCountsAsOver() {
      data.figures("h,total,2024,1830", "h,done,2024,1");

      assertThat(pace(LocalDate.of(2024, 12, 31))).isPresent();
      assertThat(pace(LocalDate.of(2025, 1, 1))).isEmpty();
      assertThat(pace("h", JUNE, true)).isEmpty();
    }

    @Test
    void saysNothingOfFiguresThatAreWrong() {
      data.figures("h,total,2024,1830", "h,done,2024,ba");

      assertThat(pace(JUNE)).isEmpty();
    }

    @Test
    void saysAllOfItInOneSentence() {
      data.figures("h,total,2024,1000", "h,done,2024,61");

      assertThat(WORDS.sentence(pace(JUNE).orElseThrow()))
          .isEqualTo(
              "Đã qua 152/366 ngày của năm 2024; theo nhịp đều, đến nay cần khoảng 8,31%; hiện"
                  + " 6,1%: có nguy cơ không đạt.");
      assertThat(ENGLISH.sentence(pace(JUNE).orElseThrow()))
          .isEqualTo(
              "152 of 366 days of 2024 are gone; at an even pace, about 8.31% is needed by now; it"
                  + " is 6.1% now: at risk of missing it.");
      assertThat(WORDS.sentence(pace(NEW_YEAR.plusDays(20)).orElseThrow()))
          .isEqualTo(
              "Mới qua 20/366 ngày của năm 2024, chưa đủ một phần tư: còn sớm để nhận xét về tiến"
                  + " độ.");
    }

    @Test
    void neverShowsTwoNumbersAsTheSameThatDiffer() {
      data.figures("h,total,2024,183000000", "h,done,2024,15199999");

      assertThat(WORDS.sentence(pace(NEW_YEAR.plusDays(152)).orElseThrow()))
          .contains("8,31%; hiện 8,306%"); // 8,3060109… and 8,3060103…
    }
  }

  @Nested
  class OfASumOverMembers {

    @BeforeEach
    void twentyPerCent() {
      rules.target("T", "ratio", "scope", "each+area", "inputs", "done / total");
    }

    @Test
    void isNotReportedWhileNoMemberGaveTheFigureThatGrows() {
      data.figures("x1,total,2024,100", "x2,total,2024,100");

      assertThat(verdict(JUNE)).isEqualTo(Verdict.NOT_REPORTED);
    }

    @Test
    void saysThatItCountsWhatThereIsSoFar() {
      data.figures("x1,total,2024,100", "x2,total,2024,100", "x1,done,2024,1");

      Pace pace = pace(JUNE).orElseThrow();
      assertThat(pace.verdict()).isEqualTo(Verdict.AT_RISK);
      assertThat(pace.complete()).isFalse();
      assertThat(WORDS.sentence(pace)).endsWith("Mới tính theo các số liệu đã có.");
      assertThat(pace("x2", JUNE, false).orElseThrow().verdict()).isEqualTo(Verdict.NOT_REPORTED);
      assertThat(pace("x1", JUNE, false).orElseThrow().complete()).isTrue();
    }
  }

  @Nested
  class OfAShareOfWhatComesUp {

    @BeforeEach
    void aboveSeventyPerCent() {
      rules.target(
          "T",
          "ratio",
          "scope",
          "area",
          "inputs",
          "done / received",
          "comparator",
          ">",
          "threshold",
          "70%");
    }

    @ParameterizedTest
    @CsvSource({"71,ON_TRACK", "70,AT_RISK", "30,AT_RISK"})
    void isHeldAgainstTheWholeMarkAllTheTime(int done, Verdict expected) {
      data.figures("h,received,2024,100", "h,done,2024," + done);

      assertThat(verdict(JUNE)).isEqualTo(expected);
      assertThat(verdict(NEW_YEAR.plusDays(20))).isEqualTo(Verdict.TOO_EARLY);
    }

    @Test
    void saysSo() {
      data.figures("h,received,2024,100", "h,done,2024,70");

      assertThat(WORDS.sentence(pace(JUNE).orElseThrow()))
          .isEqualTo(
              "Đã qua 152/366 ngày của năm 2024; tỷ lệ trên số phát sinh cần giữ trên 70% suốt kỳ;"
                  + " hiện 70%: có nguy cơ không đạt.");
    }
  }

  @Nested
  class OfACount {

    @ParameterizedTest
    @CsvSource({"122,ON_TRACK", "121,AT_RISK"}) // 366 days, a third of 366.
    void isHeldAgainstItsPart(int done, Verdict expected) {
      rules.target("T", "count", "threshold", "366");
      data.figures("h,done,2024," + done);

      assertThat(verdict(NEW_YEAR.plusDays(122))).isEqualTo(expected);
    }

    @Test
    void showsTheNumberThatIsNeededWithADecimal() {
      rules.target("T", "count", "threshold", "5");
      data.figures("h,done,2024,2");

      assertThat(WORDS.sentence(pace(JUNE).orElseThrow()))
          .contains("cần khoảng 2,08; hiện 2: có nguy cơ không đạt");
    }

    @ParameterizedTest
    @CsvSource({
      "0,ON_TRACK",
      "4,ON_TRACK",
      "5,AT_RISK",
      "10,AT_RISK",
      "11,AT_RISK",
    })
    void isAtRiskAboveThePartOfACeiling(int done, Verdict expected) {
      rules.target("T", "count", "comparator", "<=", "threshold", "10");
      data.figures("h,done,2024," + done);

      assertThat(verdict(JUNE)).isEqualTo(expected);
    }

    @Test
    void isAtRiskAboveAWholeCeilingHoweverEarlyItIs() {
      rules.target("T", "count", "comparator", "<=", "threshold", "10");
      data.figures("h,done,2024,11");

      Pace pace = pace(NEW_YEAR.plusDays(3)).orElseThrow();
      assertThat(pace.verdict()).isEqualTo(Verdict.AT_RISK);
      assertThat(WORDS.sentence(pace))
          .contains("không nên quá khoảng 0,08; hiện 11: có nguy cơ vượt mức");
      data.figures("h,done,2024,10");
      assertThat(verdict(NEW_YEAR.plusDays(3))).isEqualTo(Verdict.TOO_EARLY);
    }

    @Test
    void isAPartOfItsOwnPeriodNotOfTheYear() {
      rules.target("T", "count", "periods", "2024-H1", "closes_on", "2024-07-01");
      data.figures("h,done,2024-H1,1");

      Pace pace = pace(LocalDate.of(2024, 4, 1)).orElseThrow();
      assertThat(pace.elapsed()).isEqualTo(91);
      assertThat(pace.days()).isEqualTo(182);
      assertThat(pace.verdict()).isEqualTo(Verdict.AT_RISK);
    }

    @Test
    void asksForAllOfItWhereClosingComesAfterThePeriod() {
      rules.target("T", "count", "closes_on", "2025-02-01");
      data.figures("h,done,2024,4");

      Pace pace = pace(LocalDate.of(2025, 1, 15)).orElseThrow();
      assertThat(pace.elapsed()).isEqualTo(pace.days()).isEqualTo(366);
      assertThat(pace.verdict()).isEqualTo(Verdict.AT_RISK);
    }
  }

  @Nested
  class OfAGrowth {

    @ParameterizedTest
    @CsvSource({"42,AT_RISK", "43,ON_TRACK", "103,MET_ALREADY", "200,MET_ALREADY"})
    void isHeldAgainstItsPartOfTheGrownNumber(int done, Verdict expected) {
      rules.target("T", "change");
      data.figures("h,done,2023,100", "h,done,2024," + done);

      assertThat(verdict(JUNE)).isEqualTo(expected); // 103 * 152 / 366 is 42.8.
    }

    @Test
    void isNotReportedWithoutThePresentFigure() {
      rules.target("T", "change");
      data.figures("h,done,2023,100");

      assertThat(verdict(JUNE)).isEqualTo(Verdict.NOT_REPORTED);
    }
  }

  @Nested
  class OfAShareOfUnits {

    @Test
    void countsTheUnitsThatMeetItAndSaysNothingOfOne() {
      rules.target("T", "share_of_units");
      data.figures("x1,forms,2024,1", "x1,issued,2024,yes", "x2,forms,2024,0", "x2,issued,2024,no");

      assertThat(verdict(JUNE)).isEqualTo(Verdict.MET_ALREADY);
      assertThat(pace("x1", JUNE, false)).isEmpty();
    }

    @Test
    void isNotReportedWhileNoUnitGaveAnything() {
      rules.target("T", "share_of_units");

      assertThat(verdict(JUNE)).isEqualTo(Verdict.NOT_REPORTED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"duty", "deadline", "judgement", "monthly_count", "reduction"})
  void saysNothingOfKindsThatHaveNoPace(String kind) {
    rules.target("T", kind, "scope", "area");
    data.figures("h,done,2023,9", "h,done,2024,8", "h,issued,2024,no");

    plan = rules.read();
    Evaluation evaluation =
        Evaluator.evaluate(plan, RuleBase.of(plan), data.read(plan), JUNE, false);
    assertThat(evaluation.findings()).isNotEmpty();
    for (Finding finding : evaluation.findings()) {
      assertThat(Pace.of(evaluation, finding)).as("%s", finding).isEmpty();
    }
  }

  @Test
  void saysNothingOfNumbersBeyondALong() {
    rules.target("T", "change");
    data.figures("h,done,2023,9000000000000000000", "h,done,2024,7");

    assertThat(pace(JUNE)).isEmpty();
  }

  @Test
  void hasALabelForEveryVerdictAndSaysHowItIsWorkedOut() {
    for (PaceText words : List.of(WORDS, ENGLISH)) {
      assertThat(List.of(Verdict.values()))
          .extracting(words::label)
          .doesNotHaveDuplicates()
          .noneMatch(String::isBlank);
    }
    assertThat(WORDS.method()).contains("không phải kết quả đối chiếu");
  }
}
