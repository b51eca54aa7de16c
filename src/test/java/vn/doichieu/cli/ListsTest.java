package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code doichieu coverage} and {@code doichieu waivers}, as a user runs them. */
class ListsTest {

  private static final String WAIVERS =
      "waivers hoc_mon_2024 --data=" + Run.SAMPLE + " --as-of=2025-02-01";

  @TempDir private Path folder;

  private static Run run(String command) {
    return Run.of(command.split(" "));
  }

  @Test
  void coverageGivesTheSameInEveryFormat() {
    Map<String, Object> json =
        Json.map(Json.read(run("coverage hoc_mon_2024 --format=json").out()));
    Run csv = run("coverage hoc_mon_2024 --format=csv");

    int sum =
        Json.map(json.get("counts")).values().stream().mapToInt(n -> ((Number) n).intValue()).sum();
    assertThat(sum).isEqualTo(59);
    assertThat((List<?>) json.get("rows")).hasSize(59);
    assertThat(csv.out().lines()).hasSize(60);
    assertThat(csv.out()).startsWith("target,title,section,quote,account,required");
    assertThat(csv.exit()).isZero();
    assertThat(csv.err()).isEmpty();
  }

  @Test
  void coverageReadsInEnglishToo() {
    assertThat(run("coverage hoc_mon_2024 --lang=en").out())
        .contains("EVERY CHECKABLE SENTENCE", "Left to a person", "Other readings: HM-N5/a");
  }

  @Test
  void waiversAreToldWithWhatTheyChange() {
    Map<String, Object> json = Json.map(Json.read(run(WAIVERS + " --format=json").out()));

    assertThat((List<?>) json.get("waivers"))
        .extracting(waiver -> Json.map(waiver).get("fate"))
        .containsExactly("applies", "lapsed");
    assertThat(run(WAIVERS + " --lang=en").out()).contains("IN USE: 1", "LAPSED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coverage",
        "coverage hoc_mon",
        "coverage hoc_mon_2024 --format=pdf",
        "coverage hoc_mon_2024 --data=x",
        "waivers hoc_mon_2024",
        "waivers hoc_mon_2024 --data=nowhere",
        "waivers hoc_mon_2024 --data=nowhere --format=csv"
      })
  void badUsageSaysWhatIsWrongAndWritesNothing(String command) {
    Run run = run(command);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isNotBlank().doesNotContain("Exception");
  }

  @Test
  void brokenRulesExitWith3() throws Exception {
    Files.writeString(folder.resolve("plan.yaml"), "id: x\n");

    assertThat(Run.of("coverage", folder.toString()).exit()).isEqualTo(3);
  }

  @Test
  void noRuleFileIsWrittenOver() {
    Path targets = Run.HOME.resolve("rules/hoc_mon_2024/targets.csv");

    Run run = Run.of("coverage", "hoc_mon_2024", "--output", targets.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(targets).isNotEmptyFile();
  }
}
