package vn.doichieu.rulerow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Target;
import vn.doichieu.testing.Refusal;
import vn.doichieu.testing.SmallPlan;

class RowPartsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-H1: 10%; 2024: 20% | '' | '' | 2024-H1 2024-07-01, 2024 2025-01-01",
        "2024:20% ;2024-H1 :10%; | '' | '' | 2024 2025-01-01, 2024-H1 2024-07-01",
        "2024-H1: 10%; 2024: 20% | 2024-H1; 2024 | '' | 2024-H1 2024-07-01, 2024 2025-01-01",
        "2024-H1: 10%; 2024: 20% | '' | 2024-H1: 2024-07-15; 2024: 2025-02-01"
            + " | 2024-H1 2024-07-15, 2024 2025-02-01",
        "2024-Q1: 5%; 2024-9M: 8%; 2024-05: 9% | '' | ''"
            + " | 2024-Q1 2024-04-01, 2024-9M 2024-10-01, 2024-05 2024-06-01",
        "2024: 5%; 2024..2026: 8% | '' | '' | 2024 2025-01-01, 2024..2026 2027-01-01"
      })
  void takesMilestonesApart(String threshold, String periods, String closesOn, String expected) {
    List<Target> targets =
        row("ratio", "threshold", threshold, "periods", periods, "closes_on", closesOn);

    assertThat(targets)
        .extracting(t -> t.periods().get(0) + " " + t.closesOn())
        .containsExactly(expected.split(", ", -1));
    assertThat(targets).extracting(Target::id).containsOnly("T1");
    assertThat(targets)
        .extracting(Target::part)
        .containsExactlyElementsOf(targets.stream().map(t -> t.periods().get(0).text()).toList());
  }

  @Test
  void closesADatedMilestoneOnItsDay() {
    List<Target> targets =
        row(
            "deadline",
            "threshold",
            "2024-H1: 2024-06-10; 2024: 2024-12-15",
            "periods",
            "",
            "closes_on",
            "");

    assertThat(targets)
        .extracting(t -> t.closesOn().toString())
        .containsExactly("2024-06-10", "2024-12-15");
  }

  @Test
  void keepsTheBaselinesOfMilestones() {
    List<Target> targets =
        row(
            "change",
            "threshold",
            "2024: +3%..+5%; 2025: +4%..+6%",
            "periods",
            "2024 against 2023; 2025 against average 2023..2024",
            "closes_on",
            "");

    assertThat(targets)
        .extracting(t -> t.inputs(t.periods().get(0)).size())
        .as("the figure of the year and those of its baseline")
        .containsExactly(2, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "commune, district", "district,commune"})
  void takesKindsOfUnitsApart(String appliesTo) {
    List<Target> targets =
        row(
            "ratio",
            "scope",
            "each",
            "applies_to",
            appliesTo,
            "threshold",
            "district: 100%; commune: 80%");

    assertThat(targets)
        .extracting(t -> t.part() + " " + t.scope().members())
        .containsExactly("district [DISTRICT]", "commune [COMMUNE]");
  }

  @Test
  void takesGroupsOfUnitsApartInAnyCase() {
    List<Target> targets =
        row("ratio", "scope", "each", "threshold", "Đồng bằng: 30%; mountain: 20%");

    assertThat(targets)
        .extracting(t -> t.scope().members() + " " + t.scope().groups())
        .containsExactly("[COMMUNE] [đồng bằng]", "[COMMUNE] [mountain]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "threshold | 2024: 10%; 20% | 2025: 5%; 2030: 4%",
        "threshold | 2024: | 2025: 5%; 2030: 4%",
        "threshold | : 20% | 2025: 5%; 2030: 4%",
        "threshold | 2024: 10%: 20% | 2025: 5%; 2030: 4%",
        "threshold | 2024: 10%; 2024: 20% | 2025: 5%; 2030: 4%",
        "threshold | urban: 10%; urban: 20% | 2025: 5%; 2030: 4%",
        "threshold | urban: 30%; 2024: 20% | 2025: 5%; 2030: 4%",
        "threshold | urban: 30%; [mountain]: 20% | urban: 30%; mountain: 20%",
        "threshold | urban: 30%; 20%%: 20% | urban: 30%; mountain: 20%",
        "threshold | year 2024: 30%; 2025-13: 20% | urban: 30%; mountain: 20%",
        "threshold | urban: 30; mountain: 20% | 20%; 10/10",
        "threshold | urban: 130%; mountain: 20% | 20%; 10/10"
      })
  void refusesAThresholdThatCannotBeTakenApart(String column, String text, String expected) {
    Refusal refusal =
        Refusal.of(
            folder,
            "ratio",
            "scope",
            "each",
            "threshold",
            text,
            "periods",
            text.startsWith("2") ? "" : "2024",
            "closes_on",
            text.startsWith("2") ? "" : "2025-01-01");

    refusal.tells(column, read(text), expected);
  }

  /** A part that is wrong by itself is told by itself. */
  private static String read(String threshold) {
    return threshold.startsWith("urban: 30;")
        ? "30"
        : threshold.startsWith("urban: 130%") ? "130%" : threshold;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "periods | 2024 | 2024-H1; 2024",
        "periods | 2024; 2024-H1 | 2024-H1; 2024",
        "periods | 2024-H1, 2024 | 2024-H1; 2024",
        "closes_on | 2025-01-01 | 2024-H1: 2025-01-01; 2024: 2025-01-01",
        "closes_on | 2024-H1: 2024-07-01 | 2024-H1: 2025-01-01; 2024: 2025-01-01",
        "closes_on | 2024: 2025-01-01; 2024-H1: 2024-07-01"
            + " | 2024-H1: 2025-01-01; 2024: 2025-01-01"
      })
  void refusesOtherCellsThatDoNotFitTheMilestones(String column, String text, String expected) {
    Refusal.of(
            folder,
            "ratio",
            "threshold",
            "2024-H1: 10%; 2024: 20%",
            "periods",
            column.equals("periods") ? text : "",
            "closes_on",
            column.equals("closes_on") ? text : "")
        .tells(column, text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scope | area | urban: 30%; mountain: 20% | commune | each",
        "scope | each+area | urban: 30%; mountain: 20% | commune | each",
        "scope | each+area | district: 30%; commune: 20% | district, commune | each",
        "applies_to | commune | district: 30%; commune: 20% | commune | district, commune",
        "applies_to | commune[urban] | urban: 30%; mountain: 20% | commune[urban] | commune",
        "applies_to | agency:police | urban: 30%; mountain: 20% | agency:police | commune"
      })
  void refusesAScopeThatDoesNotFitTheLabels(
      String column, String text, String threshold, String appliesTo, String expected) {
    Refusal.of(
            folder,
            "ratio",
            "threshold",
            threshold,
            "scope",
            column.equals("scope") ? text : "each",
            "applies_to",
            appliesTo)
        .tells(column, text, expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {":", "a:", ":;", "a", "2024: 5%;", " ;", "a : 5% ;"})
  void isRefusedAtOnceHoweverLongItIs(String piece) {
    String threshold = ":" + piece.repeat(100_000 / piece.length());

    Refusal.of(folder, "ratio", "scope", "each", "threshold", threshold);
  }

  private List<Target> row(String kind, String... cells) {
    return new SmallPlan(folder).target("T1", kind, cells).read().targets();
  }
}
