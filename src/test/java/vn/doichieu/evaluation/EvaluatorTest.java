package vn.doichieu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

class EvaluatorTest {

  @TempDir private Path folder;

  @Nested
  class Zero {

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "không phát sinh", "KHÔNG PHÁT SINH"})
    void isAFigureAndNeverMissing(String zero) {
      Plan plan = plan().target("T1", "ratio").target("T2", "count").read();

      assertThat(area(plan, "h,done,2024," + zero, "h,total,2024,5"))
          .containsExactly("T1 not_met below_threshold 0/5 1", "T2 not_met below_threshold 0/- 5");
    }

    @ParameterizedTest
    @CsvSource({
      "ratio, 'h,done,2024,0;h,total,2024,5', not_met below_threshold, 'h,total,2024,5'",
      "ratio, 'h,done,2024,0;h,total,2024,0', not_applicable no_denominator, 'h,done,2024,0'",
      "count, 'h,done,2024,0', not_met below_threshold, ''",
      "change, 'h,done,2024,5;h,done,2023,0', not_applicable baseline_zero, 'h,done,2024,5'",
      "change, 'h,done,2024,0;h,done,2023,9', not_met below_threshold, 'h,done,2023,9'",
      "reduction, 'h,done,2024,0;h,done,2023,9', met exceeded, 'h,done,2023,9'"
    })
    void isNotTheSameAsNoFigure(String kind, String zero, String result, String absent) {
      Plan plan = plan().target("T1", kind).read();

      assertThat(area(plan, zero.split(";"))).singleElement().asString().contains(result);
      assertThat(area(plan, absent.split(";"))).singleElement().asString().contains("missing");
    }

    @Test
    void inAMonthMissesItAtOnceWhereNoFigureIsMissing() {
      Plan plan = plan().target("T1", "monthly_count", "periods", "2024-11..2024-12").read();

      assertThat(area(plan, "h,done,2024-11,0", "h,done,2024-12,1"))
          .containsExactly("T1 not_met months_missed 1/2 1");
      assertThat(area(plan, "h,done,2024-12,1")).containsExactly("T1 missing figure_missing 1/2 -");
    }

    @Test
    void failsAMemberOfAShareWhereNoFigureLeavesItOpen() {
      Plan plan = plan().target("T1", "share_of_units", "threshold", "100%").read();
      String x2 = "x2,forms,2024,1;x2,issued,2024,có;";

      assertThat(area(plan, (x2 + "x1,forms,2024,0").split(";")))
          .containsExactly("T1 not_met below_threshold 1/2 1");
      assertThat(area(plan, (x2 + "x1,forms,2024,1").split(";")))
          .containsExactly("T1 missing undetermined 1/2 -");
    }

    @Test
    void isWhatAnOptionalFigureCountsWhenAbsent() {
      Plan plan = plan().target("T1", "ratio", "inputs", "done / (total - pending)").read();

      assertThat(area(plan, "h,done,2024,1", "h,total,2024,4"))
          .isEqualTo(area(plan, "h,done,2024,1", "h,total,2024,4", "h,pending,2024,0"))
          .containsExactly("T1 met met 1/4 0");
    }
  }

  @Nested
  class AnImpossibleRatio {

    @Test
    void isOneProblemHoweverManyLinesRestOnIt() {
      Plan plan =
          plan()
              .target("T1", "ratio", "scope", "each+area")
              .target("T2", "ratio", "threshold", "50%")
              .target("T3", "ratio", "comparator", ">", "binding", "no")
              .read();

      Evaluation found =
          evaluate(plan, "x1,done,2024,7", "x1,total,2024,5", "x2,done,2024,5", "x2,total,2024,5");

      assertThat(found.problems())
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.kind()).isEqualTo(Problem.Kind.NUMERATOR_ABOVE_DENOMINATOR);
                assertThat(p.location()).isEqualTo(SourceLocation.of("figures.csv", 2, "value"));
                assertThat(p.read()).isEqualTo("done = 7 > total = 5");
                assertThat(p.arguments()).containsExactly("x1", "2024");
              });
      assertThat(found.findings())
          .filteredOn(f -> !f.unit().code().equals("x2"))
          .hasSize(6)
          .allSatisfy(f -> assertThat(f.result()).isEqualTo(Result.INVALID));
    }

    @Test
    void isToldForEachUnitThatHasOne() {
      Plan plan = plan().target("T1", "ratio").read();

      assertThat(
              evaluate(plan, "h,done,2024,9", "h,total,2024,8", "x1,done,2024,7", "x1,total,2024,5")
                  .problems())
          .extracting(p -> p.location().row() + " " + p.arguments().get(0))
          .containsExactly("2 h", "4 x1");
    }

    @Test
    void isMoreThanANumberThatThePlanNames() {
      Plan plan =
          plan()
              .target("T1", "ratio", "inputs", "done / 75", "applies_to", "")
              .target("T2", "ratio", "inputs", "forms / 75", "applies_to", "")
              .read();

      Evaluation found = evaluate(plan, "h,done,2024,76", "h,forms,2024,75");

      assertThat(found.problems())
          .extracting(p -> p.kind() + " " + p.location().row() + " " + p.arguments())
          .containsExactly("NUMERATOR_ABOVE_DENOMINATOR 2 [h, 2024]");
      assertThat(SmallEvaluation.area(found))
          .containsExactly("T1 invalid figure_invalid -/- -", "T2 met met 75/75 0");
    }

    @Test
    void hasAWholeBelowZero() {
      Plan plan =
          plan()
              .target("T1", "ratio", "inputs", "done / (total - pending)", "applies_to", "")
              .read();

      Evaluation found = evaluate(plan, "h,total,2024,3", "h,pending,2024,4");

      assertThat(found.problems())
          .extracting(p -> p.kind() + " " + p.location().row() + " " + p.read())
          .containsExactly("NEGATIVE_DENOMINATOR 2 total = 3, pending = 4");
      assertThat(SmallEvaluation.area(found)).containsExactly("T1 invalid figure_invalid -/- -");
    }
  }

  @Nested
  class Evidence {

    @Test
    void isTheRowsOfTheFiguresThatAFindingRestsOn() {
      Plan plan = plan().target("T1", "ratio").target("T2", "count", "inputs", "forms").read();

      Evaluation found =
          evaluate(
              plan,
              "x2,total,2024,5",
              "h,forms,2024,9",
              "x1,done,2024,5",
              "x1,total,2024,6",
              "x2,done,2024,\"4,5\"");

      assertThat(places(found, "T1", "x1")).containsExactly("x1 done VALID 4", "x1 total VALID 5");
      assertThat(places(found, "T1", "x2"))
          .containsExactly("x2 done INVALID 6", "x2 total VALID 2");
      assertThat(places(found, "T1", "h"))
          .containsExactly(
              "x1 done VALID 4", "x1 total VALID 5", "x2 done INVALID 6", "x2 total VALID 2");
      assertThat(places(found, "T2", "h")).containsExactly("h forms VALID 3");
    }

    @Test
    void namesTheFileAndTheColumnWhateverTheOrderOfColumns() {
      Plan plan = plan().target("T1", "count").read();
      DataFolder data = new DataFolder(folder.resolve("data"));
      data.file("figures.csv", "value,note,period,item,unit", "", "12,x,2024,done,h");

      Evaluation found = evaluate(plan, data);

      assertThat(found.evidence().apply(found.findings().get(0)))
          .extracting(Figure::location)
          .containsExactly(SourceLocation.of("figures.csv", 3, "value"));
    }

    @Test
    void saysWhatIsAbsentWithoutAPlace() {
      Plan plan =
          plan()
              .target("T1", "ratio", "condition", "asked=yes")
              .target("T2", "monthly_count", "periods", "2024-11..2025-03")
              .read();

      Evaluation found = evaluate(plan, "h,done,2024,1", "h,done,2024-12,1");

      assertThat(places(found, "T1", "h"))
          .containsExactly("h done VALID 2", "h total ABSENT 0", "h asked ABSENT 0");
      assertThat(places(found, "T2", "h"))
          .as("months that have ended by February")
          .containsExactly("h done ABSENT 0", "h done VALID 3", "h done ABSENT 0");
    }

    private List<String> places(Evaluation found, String target, String unit) {
      Finding finding =
          found.findings().stream()
              .filter(f -> f.target().id().equals(target) && f.unit().code().equals(unit))
              .findFirst()
              .orElseThrow();
      return found.evidence().apply(finding).stream()
          .map(f -> f.unit().code() + " " + f.item().code() + " " + f.state() + " " + row(f))
          .toList();
    }

    private static int row(Figure figure) {
      return figure.location() == null ? 0 : figure.location().row();
    }
  }

  private SmallPlan plan() {
    return new SmallEvaluation(folder).plan();
  }

  private List<String> area(Plan plan, String... figures) {
    return new SmallEvaluation(folder).area(plan, figures);
  }

  private Evaluation evaluate(Plan plan, String... figures) {
    return new SmallEvaluation(folder).of(plan, figures);
  }

  private Evaluation evaluate(Plan plan, DataFolder data) {
    return new SmallEvaluation(folder).of(plan, data);
  }
}
