package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.testing.SmallPlan;

/** {@code doichieu coverage} as a user runs it: rules only, no figures. */
class CoverageCommandTest {

  @TempDir private Path folder;

  private SmallPlan plan() {
    return new SmallPlan(folder.resolve("rules"))
        .target("T1", "ratio")
        .target("T2", "not_checked", "note", "trùng T1: chấm một lần ở T1")
        .target("T3", "not_checked")
        .target("T4", "duty", "binding", "no", "section", "III.2 gạch 1")
        .target("T5", "judgement", "quote", "=HYPERLINK(\"x\")");
  }

  private Run coverage(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "coverage";
    arguments[1] = plan().write().toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    Run run = Run.of(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    return run;
  }

  @Test
  void tellsWhatBecameOfEachRowAndHowManyOfEach() {
    String table = coverage().out();

    assertThat(table)
        .contains("Kế hoạch small: 5 nội dung kiểm tra được", "Mục II.1\n", "Mục III.2\n")
        .containsPattern("T1 +Chỉ tiêu T1 +Quy tắc: tỷ lệ +ít nhất 20%")
        .contains("Lý do: trùng T1: chấm một lần ở T1.")
        .contains("Lý do: chưa ghi; bổ sung vào cột note của targets.csv.")
        .containsPattern("T4 +Chỉ tiêu T4 +Chỉ đề nghị: nhiệm vụ +thực hiện")
        .contains("gạch 1: “câu trích”")
        .containsPattern("\nQuy tắc +1\nChỉ đề nghị +1\nCách hiểu khác +0\nNgười đánh giá +1\n")
        .containsPattern("\nChỉ để biết +0\nKhông đối chiếu +2\nCộng +5\n");
  }

  @Test
  void saysTheSameInEnglish() {
    assertThat(coverage("--lang=en").out())
        .contains("WHAT BECAME OF THE SENTENCES OF THE PLAN", "Why: trùng T1")
        .containsPattern("\nRule +1\nAsked only +1\n")
        .doesNotContain("Quy tắc", "Lý do");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "buon_ma_thuot_2024",
        "dong_nai_2023",
        "duy_tien_2026",
        "hoc_mon_2024",
        "soc_trang_2011"
      })
  void everyFormatSaysTheSameOfEveryPlan(String plan) {
    Map<String, Object> json = Json.read(Run.of("coverage", plan, "--format=json").out());
    List<Map<String, Object>> rows = Json.objects(json, "rows");
    List<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(Run.of("coverage", plan, "--format=csv").out())
            .stream()
            .toList();
    String table = Run.of("coverage", plan).out();

    assertThat(csv)
        .extracting(row -> row.getField("target") + " " + row.getField("account"))
        .isEqualTo(rows.stream().map(r -> r.get("target") + " " + r.get("account")).toList());
    assertThat(Json.map(json.get("summary"))).containsEntry("total", (long) rows.size());
    assertThat(table.lines().filter(line -> line.matches("[A-Z]+-[A-Z][0-9]+.*")))
        .hasSize(rows.size());
    assertThat(table.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
  }

  @Test
  void noCellOfTheCsvIsAFormula() {
    assertThat(coverage("--format=csv").out()).contains("\"'=HYPERLINK(\"\"x\"\")\"");
  }

  @Test
  void goesIntoAFileButIntoNoneThatItReads() throws IOException {
    Path file = folder.resolve("phủ.json");
    assertThat(coverage("--format=json", "--output=" + file).out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(coverage("--format=json").out());

    Path targets = plan().write().resolve("targets.csv");
    Run refused = Run.of("coverage", targets.getParent().toString(), "--output=" + targets);
    assertThat(refused).returns(2, Run::exit).returns("", Run::out);
  }

  @Test
  void rulesThatDoNotCompileEndWithThree() {
    Path broken =
        new SmallPlan(folder.resolve("broken")).target("T1", "ratio", "threshold", "2O%").write();

    Run run = Run.of("coverage", broken.toString());

    assertThat(run).returns(3, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("targets.csv, dòng 2, cột threshold", "“2O%”");
  }

  @Test
  void argumentsThatCannotBeFollowedEndWithTwo() {
    assertThat(Run.of("coverage")).returns(2, Run::exit).returns("", Run::out);
    assertThat(Run.of("coverage", "nowhere").err()).contains("Không có kế hoạch “nowhere”");
    assertThat(Run.of("coverage", "hoc_mon_2024", "--format=xml").err())
        .contains("table, json, csv");
    assertThat(Run.of("coverage", "hoc_mon_2024", "--data=x").err()).contains("Không hiểu: --data");
    assertThat(Run.of("coverage", "--help").out())
        .contains("doichieu coverage PLAN", "Mã thoát: 0 đã liệt kê");
  }
}
