package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters choose what is shown; what the check concludes stays the same. */
class FiltersTest {

  private static final Map<String, Object> ALL = Json.read(Run.sample("--format=json").out());

  private static List<Map<String, Object>> shown(String... filter) {
    Run run = sample("--format=json", filter);
    Map<String, Object> json = Json.read(run.out());
    assertThat(run.exit()).as("the exit code is that of all findings").isOne();
    assertThat(json.get("summary")).isEqualTo(ALL.get("summary"));
    assertThat(json.get("problems")).isEqualTo(ALL.get("problems"));
    return Json.objects(json, "findings");
  }

  private static Run sample(String first, String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = first;
    System.arraycopy(more, 0, arguments, 1, more.length);
    return Run.sample(arguments);
  }

  private static List<Map<String, Object>> all(Predicate<Map<String, Object>> predicate) {
    List<Map<String, Object>> findings =
        Json.objects(ALL, "findings").stream().filter(predicate).toList();
    assertThat(findings).isNotEmpty();
    return findings;
  }

  @Test
  void showTheFindingsOfUnits() {
    assertThat(shown("--unit=NHI_BINH")).isEqualTo(all(f -> f.get("unit").equals("NHI_BINH")));
    assertThat(shown("--unit=TOA_AN,NHI_BINH"))
        .isEqualTo(shown("--unit=NHI_BINH", "--unit", "TOA_AN"))
        .isEqualTo(all(f -> List.of("NHI_BINH", "TOA_AN").contains(f.get("unit"))));
  }

  @Test
  void showTheFindingsOfTargets() {
    assertThat(shown("--target=HM-N6")).isEqualTo(all(f -> f.get("target").equals("HM-N6")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"met", "not_met", "missing", "invalid", "waived", "needs_review"})
  void showTheFindingsOfAResult(String result) {
    assertThat(shown("--result", result)).isEqualTo(all(f -> f.get("result").equals(result)));
  }

  @Test
  void togetherShowWhatPassesEachOfThem() {
    assertThat(shown("--unit=NHI_BINH", "--target=HM-D1,HM-D2", "--result=not_met"))
        .hasSize(11)
        .isEqualTo(
            all(
                f ->
                    f.get("unit").equals("NHI_BINH")
                        && List.of("HM-D1", "HM-D2").contains(f.get("target"))));
  }

  @Test
  void thatLetNothingPassSaySoAndKeepTheExitCode() {
    Run run = Run.sample("--unit=NHI_BINH", "--result=met");

    assertThat(run.exit()).isOne();
    assertThat(run.out()).contains("0 kết quả theo bộ lọc", "Không có kết quả nào", "TỔNG HỢP");
    assertThat(shown("--unit=NHI_BINH", "--result=met")).isEmpty();
  }

  @Test
  void showTheBasisAndTheSourcesInTheTable() {
    Run run = Run.sample("--target=HM-N6", "--unit=HOC_MON");

    assertThat(run.out())
        .contains("1 kết quả theo bộ lọc", "Căn cứ: II.1 gạch 4 (vế 2): “tổ chức kiểm tra")
        .contains("establishments_inspected = 78 (figures.csv dòng 19)")
        .doesNotContain("CẦN XỬ LÝ");
  }

  @Test
  void chooseTheRowsOfCsv() {
    assertThat(sample("--format=csv", "--target=HM-N6").out().lines().skip(1))
        .hasSize(13)
        .allMatch(line -> line.startsWith("HM-N6,"));
  }

  @Test
  void allShowsEveryFinding() {
    Run run = Run.sample("--all");

    long rows = run.out().lines().filter(line -> line.matches("HM-[A-Z][0-9]+b?( .*)?")).count();
    assertThat(rows).isEqualTo(Json.objects(ALL, "findings").size());
    assertThat(run.exit()).isOne();
  }

  @Test
  void allChangesNothingInJsonAndCsv() {
    assertThat(Run.sample("--format=json", "--all")).isEqualTo(Run.sample("--format=json"));
    assertThat(Run.sample("--format=csv", "--all")).isEqualTo(Run.sample("--format=csv"));
  }
}
