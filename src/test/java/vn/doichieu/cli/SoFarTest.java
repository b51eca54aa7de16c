package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the dates do to the words, and rates that almost reach their threshold. */
class SoFarTest {

  @TempDir private Path folder;
  private SmallCheck check;

  @BeforeEach
  void goodData() {
    check = new SmallCheck(folder);
  }

  private Run at(String day, String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = "check";
    arguments[1] = check.rules.toString();
    arguments[2] = "--data=" + check.data.path();
    arguments[3] = "--as-of=" + day;
    arguments[4] = "--all";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Run.of(arguments);
  }

  private static List<String> messages(Run run, String target, String result) {
    return Json.objects(Json.read(run.out()), "findings").stream()
        .filter(f -> f.get("target").equals(target) && f.get("result").equals(result))
        .map((Map<String, Object> f) -> (String) f.get("message"))
        .toList();
  }

  @Test
  void whatHoldsBeforeClosingHoldsSoFar() {
    assertThat(messages(at("2024-12-31", "--format=json"), "T1", "met"))
        .hasSize(3)
        .allMatch(message -> message.startsWith("Đến nay"));
    assertThat(messages(at("2024-12-31", "--format=json", "--lang=en"), "T1", "met"))
        .allMatch(message -> message.startsWith("So far"));
    assertThat(at("2024-12-31").out()).contains("Đến nay");
  }

  @Test
  void whatHoldsAfterClosingSimplyHolds() {
    assertThat(messages(at("2025-01-01", "--format=json"), "T1", "met"))
        .hasSize(3)
        .noneMatch(message -> message.contains("Đến nay"));
  }

  @Test
  void closedJudgesAsIfThePeriodWereOver() {
    check.with("x1,issued,2024,không");

    assertThat(at("2024-06-01").exit()).isZero();
    assertThat(at("2024-06-01", "--format=json").out()).contains("\"in_progress\"");
    Run closed = at("2024-06-01", "--closed");
    assertThat(closed.exit()).isOne();
    assertThat(closed.out())
        .containsPattern("Ngày đối chiếu: 01/06/2024 · coi như mọi kỳ đã kết\\s+thúc")
        .doesNotContain("Đến nay");
  }

  @Test
  void aReportNotYetSentIsNoBreachBeforeItsDay() {
    check.with("x1,report_submitted_on,2024-H1,2024-05-12");

    assertThat(at("2024-05-09").exit()).isZero();
    assertThat(messages(at("2024-05-09", "--format=json"), "T3", "in_progress")).hasSize(1);
    assertThat(messages(at("2024-05-11", "--format=json"), "T3", "not_met"))
        .singleElement()
        .asString()
        .contains("Chưa");
    assertThat(messages(at("2024-05-12", "--format=json"), "T3", "not_met"))
        .singleElement()
        .asString()
        .contains("12/05/2024", "chậm 3 ngày");
  }

  @Test
  void aDayThatIsStillToComeIsNoneAndSaysSoOnceItMatters() {
    check.with("x1,report_submitted_on,2024-H1,2024-05-12");

    assertThat(at("2024-05-09").out()).doesNotContain("12/05/2024");
    assertThat(messages(at("2024-05-11", "--format=json"), "T3", "not_met"))
        .singleElement()
        .asString()
        .endsWith("Ngày ghi 12/05/2024 ở sau ngày đối chiếu nên chưa tính.");
  }

  @ParameterizedTest
  @CsvSource({"4999, 25000", "1999999, 10000000", "99999999999, 500000000000"})
  void whatIsJustBelowTheThresholdIsNeverPrintedAsTheThreshold(String done, String total) {
    check.with("h,done,2024," + done, "h,total,2024," + total);

    for (String format : List.of("table", "json", "csv")) {
      Run run = at("2025-02-01", "--format", format, "--unit=h", "--target=T1");
      assertThat(run.exit()).isOne();
      String achieved = run.out().replaceAll("(ít nhất|mức) 20%", "");
      assertThat(achieved).contains("19,99").doesNotContain("20%", "20,0");
    }
    assertThat(at("2025-02-01", "--unit=h", "--lang=en").out()).contains("19.99");
  }

  @Test
  void exactlyTheThresholdIsPrintedAsIt() {
    check.with("h,done,2024,5000", "h,total,2024,25000");

    assertThat(messages(at("2025-02-01", "--format=json", "--unit=h"), "T1", "met"))
        .singleElement()
        .asString()
        .contains("5.000/25.000", "(20%)");
  }
}
