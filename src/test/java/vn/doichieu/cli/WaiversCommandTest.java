package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code doichieu waivers}, as a user runs it. */
class WaiversCommandTest {

  private static final String WAIVERS =
      "waivers hoc_mon_2024 --data=" + Run.SAMPLE + " --as-of=2025-02-01";

  private static Run run(String command) {
    return Run.of(command.split(" "));
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
}
