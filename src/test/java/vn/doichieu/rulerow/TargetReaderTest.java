package vn.doichieu.rulerow;

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
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanReader;
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

  @ParameterizedTest
  @ValueSource(strings = {"T1", "HM-N6", "1", "a.b_c-1", "HM-N6-", "hm..n6"})
  void readsIdsThatCanStandInANameOrALink(String id) {
    assertThat(plan().target(id, "ratio").read().targets())
        .extracting(Target::id)
        .containsExactly(id);
  }

  @Nested
  class RefusesOneCell {

    @ParameterizedTest
    @CsvSource({
      "ratio, target, ''",
      "ratio, target, T1 x",
      "ratio, target, -T1",
      "ratio, target, .T1",
      "ratio, target, T1/2",
      "ratio, target, CT-Đ1",
      "ratio, target, Ｔ1",
      "ratio, title, ''",
      "ratio, section, ' '",
      "ratio, quote, ''",
      "ratio, scope, ''",
      "ratio, scope, everyone",
      "ratio, scope, share",
      "ratio, scope, each:commune",
      "ratio, applies_to, village",
      "ratio, applies_to, agency:",
      "ratio, applies_to, agency:Công an",
      "ratio, applies_to, 'commune,'",
      "ratio, closes_on, ''",
      "ratio, closes_on, 1/1/2025",
      "ratio, closes_on, 2025-02-30",
      "ratio, closes_on, abcd-01-01",
      "ratio, binding, ''",
      "ratio, binding, có",
      "ratio, on_miss, review",
      "ratio, priority, ''",
      "ratio, priority, chính",
      "ratio, confidence, C3",
      "ratio, confidence, c1",
      "ratio, condition, issued",
      "ratio, condition, issued=maybe",
      "deadline, applies_to, ''",
      "duty, scope, each:village",
      "duty, scope, police",
      "duty, scope, 'area,,agency:police'",
      "judgement, scope, each"
    })
    void withItsPlaceAndWhatWasRead(String kind, String column, String text) {
      Path written = plan().target("T0", "ratio").target("T1", kind, column, text).write();

      List<Problem> problems = problems(written);

      assertThat(problems)
          .anySatisfy(
              p -> {
                assertThat(p.kind()).isIn(Kind.RULE_CELL_INVALID, Kind.RULE_CELL_BLANK);
                assertThat(p.location()).isEqualTo(SourceLocation.of("targets.csv", 3, column));
                assertThat(p.read()).isEqualTo(text.strip());
              });
      assertThat(problems).allSatisfy(p -> assertThat(p.location().row()).isEqualTo(3));
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
              "RULE_CELL_BLANK 4 title",
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
