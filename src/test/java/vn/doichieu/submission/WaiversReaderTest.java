package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

class WaiversReaderTest {

  @TempDir private Path folder;
  private Plan plan;
  private DataFolder data;

  @BeforeEach
  void aPlanAndItsFolder() {
    plan =
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "ratio")
            .target("T2", "deadline", "periods", "2024-H1")
            .target("T3", "monthly_count")
            .target("T4", "not_checked")
            .read();
    data = new DataFolder(folder.resolve("data"));
  }

  @Test
  void keepsWhatTheWaiverSays() {
    data.waivers("x1,T1,31/12/2024,thiên tai,UBND huyện,QĐ 5,2024");

    assertThat(told()).isEmpty();
    assertThat(waivers("x1", "T1"))
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.until()).isEqualTo(LocalDate.of(2024, 12, 31));
              assertThat(w.period()).hasToString("2024");
              assertThat(w.reason()).isEqualTo("thiên tai");
              assertThat(w.approvedBy()).isEqualTo("UBND huyện");
              assertThat(w.decision()).isEqualTo("QĐ 5");
            });
    assertThat(waivers("x2", "T1")).isEmpty();
  }

  @Test
  void isForEveryPeriodWhereItNamesNone() {
    data.waivers(
        "x1,T1,2024-12-31,,UBND,QĐ 5,",
        "x1,T2,2024-12-31,,UBND,QĐ 5,2024-H1",
        "h,T3,2024-12-31,,UBND,QĐ 5,2024-03..2024-12");

    assertThat(told()).isEmpty();
    assertThat(waivers("x1", "T1")).hasSize(1);
    assertThat(waivers("x1", "T2")).hasSize(1);
    assertThat(waivers("h", "T3")).hasSize(1);
  }

  @Nested
  class HasNoEffectAndIsTold {

    @ParameterizedTest
    @CsvSource({
      "'x1,T1,2024-12-31,lý do,,QĐ 5,', approved_by, approved_by",
      "'x1,T1,2024-12-31,lý do,UBND,,', decision, decision",
      "'x1,T1,2024-12-31,lý do, , ,', approved_by, 'approved_by, decision'"
    })
    void whenItIsIncomplete(String row, String column, String absent) {
      data.waivers(row);

      assertThat(data.read(plan).problems())
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.kind()).hasToString("WAIVER_INCOMPLETE");
                assertThat(p.location().row()).isEqualTo(2);
                assertThat(p.location().column()).isEqualTo(column);
                assertThat(p.arguments()).containsExactly(absent);
              });
      assertThat(waivers("x1", "T1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "31/02/2024",
          "2024-5-8",
          "cuối năm",
          "2024",
          "abcd-12-31",
          "２０２４-12-31",
          "20.4-12-31",
          "31/12/năm?"
        })
    void whenItHasNoValidLastDay(String until) {
      data.waivers("x1,T1," + until + ",lý do,UBND,QĐ 5,");

      assertThat(told()).containsExactly("WAIVER_UNTIL_INVALID 2 until " + until);
      assertThat(waivers("x1", "T1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "x9, T1, '', unit",
      "x1, T9, '', target",
      "x1, T1, 2023, period",
      "x1, T1, 2024-H1, period"
    })
    void whenItMatchesNothing(String unit, String target, String period, String column) {
      data.waivers("%s,%s,2024-12-31,lý do,UBND,QĐ 5,%s".formatted(unit, target, period));

      String read = (unit + " " + target + " " + period).strip();
      assertThat(told()).containsExactly("WAIVER_UNMATCHED 2 %s %s".formatted(column, read));
    }

    @ParameterizedTest
    @CsvSource({"h, T2, unit", "x1, T3, unit", "h, T4, target", "x1, T4, target"})
    void whenItsTargetIsNotAskedOfItsUnit(String unit, String target, String column) {
      data.waivers("%s,%s,2024-12-31,lý do,UBND,QĐ 5,".formatted(unit, target));

      assertThat(data.read(plan).problems())
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.kind()).hasToString("WAIVER_UNMATCHED");
                assertThat(p.location().row()).isEqualTo(2);
                assertThat(p.location().column()).isEqualTo(column);
                assertThat(p.read()).isEqualTo(unit + " " + target);
              });
    }

    @Test
    void withEverythingWrongWithIt() {
      data.waivers("x1,T1,31/02/2024,lý do,,QĐ 5,", "x9,T1,2024-12-31,lý do,UBND,QĐ 5,");

      assertThat(told())
          .containsExactly(
              "WAIVER_INCOMPLETE 2 approved_by x1 T1",
              "WAIVER_UNTIL_INVALID 2 until 31/02/2024",
              "WAIVER_UNMATCHED 3 unit x9 T1");
    }
  }

  private List<Waiver> waivers(String unit, String target) {
    Submission submission = data.read(plan);
    Target asked = plan.target(target);
    return submission.waivers(submission.units().find(unit), asked, asked.periods().get(0));
  }

  private List<String> told() {
    return data.read(plan).problems().stream()
        .map(
            p ->
                "%s %d %s %s"
                    .formatted(p.kind(), p.location().row(), p.location().column(), p.read()))
        .toList();
  }
}
