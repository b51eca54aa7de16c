package vn.doichieu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.testing.SmallPlan;

class TargetReaderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ratio",
        "share_of_units",
        "change",
        "reduction",
        "count",
        "monthly_count",
        "deadline",
        "duty",
        "judgement",
        "not_checked",
        "information"
      })
  void readsEveryKind(String kind) {
    Plan plan = plan().target("T1", kind).read();

    assertThat(plan.targets()).extracting(Target::id).containsExactly("T1");
  }

  @Nested
  class RefusesOneCell {

    @ParameterizedTest
    @CsvSource({
      "ratio, target, ''",
      "ratio, title, ''",
      "ratio, section, ' '",
      "ratio, quote, ''",
      "ratio, kind, ''",
      "ratio, kind, Ratio",
      "ratio, kind, tỷ lệ",
      "ratio, scope, ''",
      "ratio, scope, everyone",
      "ratio, scope, share",
      "ratio, scope, each:commune",
      "ratio, applies_to, village",
      "ratio, applies_to, agency:",
      "ratio, applies_to, agency:Công an",
      "ratio, applies_to, 'commune,'",
      "ratio, comparator, ''",
      "ratio, comparator, =",
      "ratio, comparator, <",
      "ratio, comparator, =>",
      "ratio, comparator, ≥",
      "ratio, threshold, ''",
      "ratio, threshold, 20",
      "ratio, threshold, 0.2",
      "ratio, threshold, 20 %",
      "ratio, threshold, -20%",
      "ratio, threshold, 20%%",
      "ratio, threshold, 20.%",
      "ratio, threshold, '1,234,5%'",
      "ratio, threshold, 2e1%",
      "ratio, threshold, ２０%",
      "ratio, periods, ''",
      "ratio, periods, năm 2024",
      "ratio, periods, 2024-13",
      "ratio, periods, 2024-01..2024-12",
      "ratio, closes_on, ''",
      "ratio, closes_on, 1/1/2025",
      "ratio, closes_on, 2025-02-30",
      "ratio, binding, ''",
      "ratio, binding, có",
      "ratio, on_miss, review",
      "ratio, priority, ''",
      "ratio, priority, chính",
      "ratio, confidence, C3",
      "ratio, confidence, c1",
      "ratio, condition, issued",
      "ratio, condition, issued=maybe",
      "ratio, inputs, ''",
      "ratio, inputs, done",
      "ratio, inputs, done / total / 2",
      "ratio, inputs, done * 2 / total",
      "ratio, inputs, T(java.lang.Runtime) / total",
      "share_of_units, inputs, forms",
      "share_of_units, inputs, forms>=1 &",
      "share_of_units, inputs, forms>=1 | issued=yes",
      "share_of_units, inputs, issued>=yes",
      "share_of_units, inputs, forms<5",
      "share_of_units, threshold, một nửa",
      "change, comparator, >=",
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
      "count, comparator, >",
      "monthly_count, threshold, 1",
      "monthly_count, threshold, one a month",
      "monthly_count, periods, 2024",
      "monthly_count, periods, 2024-12..2024-03",
      "monthly_count, periods, 2024-13..2024-14",
      "deadline, comparator, <=",
      "deadline, threshold, 10/5/2024",
      "deadline, threshold, 2024-05-32",
      "deadline, applies_to, ''",
      "duty, scope, each:village",
      "duty, scope, police",
      "duty, scope, 'area,,agency:police'",
      "duty, inputs, issued",
      "duty, comparator, >=",
      "judgement, scope, each"
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
                assertThat(p.arguments()).singleElement().asString().isNotEmpty();
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

  @Nested
  class Refuses {

    @Test
    void everyBadCellOfEveryRowAtOnce() {
      Path written =
          plan()
              .target("T1", "ratio", "threshold", "x", "binding", "y", "closes_on", "z")
              .target("T2", "ratio")
              .target("T3", "count", "inputs", "nope", "priority", "p", "title", "")
              .target("T1", "duty")
              .write();

      assertThat(problems(written))
          .extracting(p -> p.kind() + " " + p.location().row() + " " + p.location().column())
          .containsExactly(
              "RULE_CELL_INVALID 2 binding",
              "RULE_CELL_INVALID 2 closes_on",
              "RULE_CELL_INVALID 2 threshold",
              "RULE_ITEM_UNKNOWN 4 inputs",
              "RULE_CELL_INVALID 4 priority",
              "RULE_CELL_INVALID 4 title",
              "DUPLICATE_TARGET 5 target");
    }

    @Test
    void anIdGivenTwiceAndSaysWhereItStoodFirst() {
      Path written =
          plan().target("T1", "ratio").target("T2", "ratio").target("T1", "count").write();

      assertThat(problems(written))
          .containsExactly(
              new Problem(
                  Kind.DUPLICATE_TARGET, SourceLocation.of("targets.csv", 4, "target"), "T1", "2"));
    }

    @Test
    void everyColumnThatIsNotThere() {
      Path written = plan().target("T1", "ratio").without("threshold").without("closes_on").write();

      assertThat(problems(written))
          .extracting(p -> p.kind() + " " + p.location().row() + " " + p.location().column())
          .containsExactly("MISSING_COLUMN 1 closes_on", "MISSING_COLUMN 1 threshold");
    }

    @Test
    void aTableWithoutRows() {
      assertThat(problems(plan().write()))
          .extracting(Problem::kind)
          .containsExactly(Kind.NO_TARGETS);
    }

    @Test
    void aFileThatIsNotThere() throws Exception {
      Path written = plan().target("T1", "ratio").write();
      Files.delete(written.resolve("targets.csv"));

      assertThat(problems(written))
          .extracting(p -> p.kind() + " " + p.location().file())
          .containsExactly("FILE_NOT_FOUND targets.csv");
    }

    @Test
    void aRowThatAnUnquotedCommaHasMoved() throws Exception {
      Path written = plan().target("T1", "ratio").write();
      String text = Files.readString(written.resolve("targets.csv"));
      Files.writeString(written.resolve("targets.csv"), text.stripTrailing() + ",\"tail\"\n");

      assertThat(problems(written))
          .extracting(p -> p.kind() + " " + p.location().row())
          .containsExactly("WRONG_CELL_COUNT 2");
    }
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
