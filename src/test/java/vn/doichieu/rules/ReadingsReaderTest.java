package vn.doichieu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.testing.SmallPlan;

class ReadingsReaderTest {

  @TempDir private Path folder;

  private SmallPlan plan() {
    return new SmallPlan(folder)
        .target("T1", "ratio")
        .target("T2", "duty", "condition", "asked=yes")
        .target("T3", "not_checked");
  }

  private OtherReading read(String target, String... cells) {
    return plan().reading(target, "a", cells).read().readings().get(0);
  }

  private Problem refused(SmallPlan plan) {
    List<Problem> problems = catchThrowableOfType(InvalidRules.class, plan::read).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Test
  void aPlanWithoutTheFileHasNoOtherReadings() {
    assertThat(plan().read().readings()).isEmpty();
  }

  @Test
  void aRowChangesOnlyTheCellsThatStandInIt() {
    Way way = read("T1", "threshold", "30%").way();

    Target judged = ((Way.Judged) way).target();
    assertThat(judged.id()).isEqualTo("T1");
    assertThat(judged.criterion())
        .isEqualTo(
            new Criterion.Ratio(
                ((Criterion.Ratio) plan().read().targets().get(0).criterion()).numerator(),
                ((Criterion.Ratio) plan().read().targets().get(0).criterion()).denominator(),
                Range.atLeast(new Criterion.Bound(false, 30, 100)),
                true));
    assertThat(judged.closesOn()).isEqualTo(plan().read().targets().get(0).closesOn());
  }

  @Test
  void aDashEmptiesACell() {
    assertThat(((Way.Judged) read("T2", "condition", "-").way()).target().condition()).isNull();
  }

  @Test
  void aResultIsTheSameForAllUnitsInItsScope() {
    Way way = read("T2", "result", "not_applicable", "scope", "each:district").way();

    assertThat(way).isInstanceOf(Way.Fixed.class);
    assertThat(((Way.Fixed) way).result()).isEqualTo(Result.NOT_APPLICABLE);
    assertThat(((Way.Fixed) way).scope().members()).hasSize(1);
  }

  @Test
  void severalTargetsMayHaveToBeMet() {
    assertThat(read("T1", "all_of", "T1 & T2").way()).isEqualTo(new Way.AllOf(List.of("T1", "T2")));
  }

  @Test
  void aRowWithNothingToComputeIsWordsOnly() {
    OtherReading reading = read("T3", "says", "Hiểu khác.");

    assertThat(reading.way()).isEqualTo(new Way.InWordsOnly());
    assertThat(reading.id()).isEqualTo("T3/a");
    assertThat(reading.says()).isEqualTo("Hiểu khác");
  }

  @ParameterizedTest
  @CsvSource({
    "T1, threshold, 2O%, RULE_CELL_INVALID, threshold",
    "T1, inputs, dome / total, RULE_ITEM_UNKNOWN, inputs",
    "T1, result, met, RULE_CELL_INVALID, result",
    "T1, says, '', RULE_CELL_BLANK, says",
    "T1, decided_by, '', RULE_CELL_BLANK, decided_by",
    "T1, all_of, T1 & T9, READING_TARGET_UNKNOWN, all_of",
    "T1, all_of, T3, READING_TARGET_UNKNOWN, all_of",
    "T9, says, khác, READING_TARGET_UNKNOWN, target",
    "T3, threshold, 20%, RULE_CELL_INVALID, target"
  })
  void refusesOneCellWithItsPlace(
      String target, String column, String text, Kind kind, String place) {
    Problem problem = refused(plan().reading(target, "a", column, text));

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.location()).isEqualTo(SourceLocation.of("readings.csv", 2, place));
  }

  @ParameterizedTest
  @CsvSource({"A", "1", "ab", "''"})
  void refusesALetterThatIsNone(String letter) {
    assertThat(refused(plan().reading("T1", letter)).location().column()).isEqualTo("reading");
  }

  @Test
  void refusesTheSameReadingTwice() {
    Problem problem = refused(plan().reading("T1", "a").reading("T1", "a"));

    assertThat(problem.location()).isEqualTo(SourceLocation.of("readings.csv", 3, "reading"));
  }

  @Test
  void refusesTwoWaysAtOnce() {
    assertThat(refused(plan().reading("T1", "a", "all_of", "T2", "threshold", "30%")).location())
        .isEqualTo(SourceLocation.of("readings.csv", 2, "all_of"));
  }
}
