package vn.doichieu.rulerow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.testing.SmallPlan;

class CriterionReaderTest {

  @TempDir private Path folder;

  @Test
  void takesANumberThatThePlanNamesForTheWhole() {
    Plan plan = plan().target("T1", "ratio", "inputs", "done / 75").read();

    assertThat(plan.targets().get(0).inputs(plan.targets().get(0).periods().get(0)))
        .extracting(input -> input.item().code())
        .containsExactly("done");
  }

  @Nested
  class RefusesOneCell {

    @ParameterizedTest
    @CsvSource({
      "ratio, kind, ''",
      "ratio, kind, Ratio",
      "ratio, kind, tỷ lệ",
      "ratio, comparator, ''",
      "ratio, comparator, =>",
      "ratio, comparator, ≥",
      "ratio, threshold, ''",
      "ratio, threshold, 20",
      "ratio, threshold, 0.2",
      "ratio, threshold, -20%",
      "ratio, threshold, 20%%",
      "ratio, threshold, 101%",
      "ratio, threshold, 20.%",
      "ratio, threshold, '1,234,5%'",
      "ratio, threshold, 2e1%",
      "ratio, threshold, ２０%",
      "ratio, periods, ''",
      "ratio, periods, năm 2024",
      "ratio, periods, 2024-13",
      "ratio, periods, 2024-01..2024-12",
      "ratio, inputs, ''",
      "ratio, inputs, done",
      "ratio, inputs, done / total / 2",
      "ratio, inputs, done * 2 / total",
      "ratio, inputs, T(java.lang.Runtime) / total",
      "ratio, inputs, 5 / total",
      "ratio, inputs, 3 / 2",
      "share_of_units, inputs, forms",
      "share_of_units, inputs, forms>=1 &",
      "share_of_units, inputs, issued>=yes",
      "share_of_units, threshold, một nửa",
      "change, comparator, >",
      "change, threshold, 3%..5%",
      "change, threshold, +5%..+3%",
      "change, threshold, +3..+5",
      "change, threshold, '+3,,%..+5%'",
      "change, periods, 2024",
      "change, periods, 2024 vs 2023",
      "reduction, threshold, 3..2",
      "reduction, threshold, 2-3",
      "reduction, threshold, -1..3",
      "count, threshold, 5%",
      "count, threshold, -5",
      "count, threshold, '1,5'",
      "count, threshold, 9999999999999999999",
      "monthly_count, threshold, 1",
      "monthly_count, threshold, 0 a month",
      "monthly_count, threshold, one a month",
      "monthly_count, periods, 2024",
      "monthly_count, periods, 2024-12..2024-03",
      "monthly_count, periods, 2024-13..2024-14",
      "deadline, comparator, <=",
      "deadline, threshold, 10/5/2024",
      "deadline, threshold, 2024-05-32",
      "deadline, threshold, abcd-05-10",
      "duty, inputs, issued",
      "duty, comparator, >="
    })
    void withItsPlaceAndWhatWasRead(String kind, String column, String text) {
      Path written = plan().target("T0", "ratio").target("T1", kind, column, text).write();

      List<Problem> problems = problems(written);

      assertThat(problems)
          .anySatisfy(
              p -> {
                assertThat(p.kind()).isEqualTo(Kind.RULE_CELL_INVALID);
                assertThat(p.location()).isEqualTo(SourceLocation.of("targets.csv", 3, column));
                assertThat(p.read()).isEqualTo(text.strip());
                assertThat(p.arguments()).first().asString().isNotEmpty();
              });
      assertThat(problems).allSatisfy(p -> assertThat(p.location().row()).isEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource({
      "ratio, inputs, doen / total, doen, done",
      "ratio, inputs, done / (total - pneding), pneding, pending",
      "share_of_units, inputs, form>=1, form, forms",
      "count, inputs, totl, totl, total",
      "deadline, inputs, report_submited_on, report_submited_on, report_submitted_on",
      "duty, inputs, isued=yes, isued, issued",
      "ratio, condition, aked=yes, aked, asked"
    })
    void thatNamesAnUnknownItemAndSuggestsTheNearest(
        String kind, String column, String text, String read, String nearest) {
      Path written = plan().target("T1", kind, column, text).write();

      assertThat(problems(written))
          .contains(
              new Problem(
                  Kind.RULE_ITEM_UNKNOWN,
                  SourceLocation.of("targets.csv", 2, column),
                  read,
                  nearest));
    }

    @ParameterizedTest
    @CsvSource({
      "ratio, inputs, issued / total, issued, yes_no",
      "ratio, inputs, done / report_submitted_on, report_submitted_on, date",
      "share_of_units, inputs, issued=1, issued, yes_no",
      "share_of_units, inputs, forms=yes, forms, count",
      "count, inputs, issued, issued, yes_no",
      "change, inputs, report_submitted_on, report_submitted_on, date",
      "deadline, inputs, done, done, count",
      "duty, inputs, done=yes, done, count",
      "ratio, condition, report_submitted_on=yes, report_submitted_on, date"
    })
    void thatNamesAnItemOfTheWrongType(
        String kind, String column, String text, String read, String type) {
      Path written = plan().target("T1", kind, column, text).write();

      assertThat(problems(written))
          .contains(
              new Problem(
                  Kind.RULE_ITEM_TYPE, SourceLocation.of("targets.csv", 2, column), read, type));
    }
  }

  @Test
  void tellsABadFormulaOfAShareOnce() {
    Path written = plan().target("T1", "share_of_units", "inputs", "form>=1").write();

    assertThat(problems(written))
        .containsExactly(
            new Problem(
                Kind.RULE_ITEM_UNKNOWN,
                SourceLocation.of("targets.csv", 2, "inputs"),
                "form",
                "forms"));
  }

  private SmallPlan plan() {
    return new SmallPlan(folder);
  }

  private static List<Problem> problems(Path folder) {
    InvalidRules refusal = catchThrowableOfType(InvalidRules.class, () -> PlanReader.read(folder));
    assertThat(refusal).as("the rules are refused").isNotNull();
    return refusal.problems();
  }
}
