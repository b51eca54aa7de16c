package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --previous}: list after list in one folder, and results that cannot be compared with. */
class ReportPreviousTest {

  private static final String HTML = "--format=html";

  @TempDir private Path folder;
  private SmallList list;

  @BeforeEach
  void aList() {
    list = new SmallList(folder);
    list.runOn("2025-01-05", HTML);
  }

  private Run refused(Path previous) {
    return refusedOn("2025-02-01", previous);
  }

  private Run refusedOn(String day, Path previous) {
    Map<String, String> before = SmallList.bytes(list.output);

    Run run = list.runOn(day, HTML, "--previous=" + previous);

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).doesNotContain("Exception");
    assertThat(SmallList.bytes(list.output)).isEqualTo(before);
    return run;
  }

  @Test
  void theResultThatIsReplacedMayBeReadAndIsKeptUnderItsDay() {
    String january = list.text("ket-qua.json");

    Run run = list.run(HTML, list.previous());

    assertThat(run).returns(0, Run::exit).returns("", Run::out);
    assertThat(run.err())
        .isEqualTo(
            "Bản của lần trước được giữ ở %s.\n"
                .formatted(list.output.resolve("ket-qua-2025-01-05.json")));
    assertThat(list.text("ket-qua-2025-01-05.json")).isEqualTo(january);
    assertThat(list.text("ket-qua.json"))
        .contains("\"as_of\":\"2025-02-01\"", "\"listed_since\":\"2025-01-05\"");
  }

  @Test
  void monthAfterMonthWithTheSameCommandTellsSinceWhen() {
    list.run(HTML, list.previous());
    list.check.with("x1,issued,2024,có");
    list.runOn("2025-03-01", HTML, list.previous());
    list.check.with("x1,issued,2024,không");
    list.runOn("2025-04-01", HTML, list.previous());

    assertThat(list.names())
        .containsExactly(
            "danh-sach.html",
            "ket-qua-2025-01-05.json",
            "ket-qua-2025-02-01.json",
            "ket-qua-2025-03-01.json",
            "ket-qua.json");
    assertThat(list.text("ket-qua-2025-03-01.json")).contains("\"fixed_on\":\"2025-03-01\"");
    assertThat(list.text("danh-sach.html")).contains("05/01/2025");
  }

  @Test
  void theSameListAgainKeepsNothingTwice() {
    list.run(HTML, list.previous());
    Map<String, String> once = SmallList.bytes(list.output);

    Run again = list.run(HTML, "--previous=" + list.output.resolve("ket-qua-2025-01-05.json"));

    assertThat(again).isEqualTo(new Run(0, "", ""));
    assertThat(SmallList.bytes(list.output)).isEqualTo(once);
  }

  @Test
  void aListOfTheSameDaySaysThatNothingIsNewAnyMore() {
    list.run(HTML, list.previous());

    assertThat(list.run(HTML, list.previous()).err())
        .contains("cũng tính đến ngày này", "ket-qua.json");
  }

  @Test
  void aResultIsNotLostEitherWhereNobodyComparesWithIt() throws IOException {
    list.check.with("x2,issued,2024,không");
    list.runOn("2025-01-05", HTML);
    list.check.with("x2,done,2024,5");
    list.runOn("2025-01-05", HTML);
    Files.writeString(list.output.resolve("ket-qua.json"), "của tôi");
    list.run(HTML);

    assertThat(list.names())
        .containsExactly(
            "danh-sach.html",
            "ket-qua-2025-01-05-2.json",
            "ket-qua-2025-01-05.json",
            "ket-qua-cu.json",
            "ket-qua.json");
    assertThat(list.text("ket-qua-cu.json")).isEqualTo("của tôi");
  }

  @Test
  void aResultOfCheckWillDoToo() throws IOException {
    Path checked = folder.resolve("checked.json");
    Files.writeString(checked, list.check.run("--format=json").out());

    assertThat(list.run(HTML, "--previous=" + checked).exit()).isZero();
    assertThat(list.text("ket-qua.json")).contains("\"at_least\":true");
  }

  @Test
  void aSelectionIsRefused() throws IOException {
    Path checked = folder.resolve("checked.json");
    Files.writeString(checked, list.check.run("--format=json", "--unit=x1").out());

    assertThat(refused(checked).err()).contains("checked.json", "đã được lọc");
  }

  @Test
  void aLaterListIsRefused() {
    assertThat(refusedOn("2025-01-04", list.output.resolve("ket-qua.json")).err())
        .contains("2025-01-05", "2025-01-04");
  }

  @Test
  void anotherPlansListIsRefused() throws IOException {
    Path other = folder.resolve("other.json");
    Files.writeString(other, list.text("ket-qua.json").replace("\"small\"", "\"hoc_mon_2024\""));

    assertThat(refused(other).err()).contains("hoc_mon_2024", "small");
  }

  @Test
  void whatIsNoResultIsRefused() throws IOException {
    Path file = folder.resolve("p.json");
    String result = list.text("ket-qua.json");
    for (String text :
        new String[] {
          "",
          "{}",
          "[]",
          "null",
          "{\"plan\":",
          "PK\u0003\u0004",
          "[".repeat(100_000),
          result.substring(0, result.length() / 2),
          result + result,
          result.replace("\"as_of\":\"2025-01-05\"", "\"as_of\":\"hôm qua\""),
          result.replace("not_met", "\\u001b[31mđỏ")
        }) {
      Files.writeString(file, text);

      assertThat(refused(file).err()).contains("p.json").doesNotContain("\u001b");
    }
  }
}
