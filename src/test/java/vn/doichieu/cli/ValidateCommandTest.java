package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.testing.SoundPlan;

/** {@code doichieu rules validate}: exit codes, words and JSON. */
class ValidateCommandTest {

  @TempDir private Path folder;
  private SoundPlan plan;

  @BeforeEach
  void aSoundPlan() {
    plan = new SoundPlan(folder);
  }

  private Run validate(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "rules";
    arguments[1] = "validate";
    arguments[2] = plan.write().toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    Run run = Run.of(arguments);
    assertThat(run.out() + run.err()).doesNotContain("Exception", "null.", "\tat ");
    return run;
  }

  @Test
  void aSoundPlanPasses() {
    Run run = validate();

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("Lỗi: 0. Đáng ngờ: 0. Đã chấp nhận: 0.", "không có gì phải xem lại");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aDoubtfulThingIsToldInWordsAndStopsNothing() {
    plan.cell("T1", "closes_on", "2024-12-31");

    Run run = validate();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("ĐÁNG NGỜ (1): vẫn đối chiếu được, nên xem lại")
        .contains("1. targets.csv, dòng 2, cột closes_on (T1): kỳ 2024 chốt ngày 31/12/2024");
  }

  @Test
  void anErrorIsToldBesideADoubtAndExitsAsRulesThatDoNotCompile() {
    plan.cell("T1", "threshold", "2O%").cell("T5", "title", "Chỉ tiêu T4");

    Run run = validate();

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("LỖI (1): phải sửa")
        .contains("đọc được “2O%”. Ý bạn là 20%? Cần: giá trị dạng 20%")
        .contains("ĐÁNG NGỜ (1)")
        .contains("Tệp quy tắc chưa dùng được.");
  }

  @Test
  void englishHasAllOfIt() {
    plan.cell("T1", "threshold", "2O%")
        .cell("T5", "title", "Chỉ tiêu T4")
        .cell("T2", "binding", "no")
        .file("accepted.csv", "target,remark,why\nT2,asked_but_main,asked the province\n");

    assertThat(validate("--lang=en").out().replaceAll("\\s+", " "))
        .contains("Errors: 1. Doubtful: 1. Accepted: 1.")
        .contains("Did you mean 20%?")
        .contains("the title “Chỉ tiêu T4” is that of target T4 (line 5), too.")
        .contains("Why: asked the province.");
  }

  @Test
  void jsonHasOneLineForEachWithItsSeverity() {
    plan.cell("T1", "threshold", "2O%")
        .cell("T5", "title", "Chỉ tiêu T4")
        .cell("T2", "binding", "no")
        .file("accepted.csv", "target,remark,why\nT2,asked_but_main,đã hỏi tỉnh\n");

    Run run = validate("--format=json");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out().lines())
        .satisfiesExactly(
            head ->
                assertThat(head)
                    .isEqualTo(
                        "{\"plan\":\"huyen_mau_2024\",\"summary\":{\"error\":1,\"doubtful\":1,"
                            + "\"accepted\":1},\"remarks\":["),
            error ->
                assertThat(error)
                    .startsWith(
                        "{\"severity\":\"error\",\"code\":\"rule_cell_invalid\","
                            + "\"file\":\"targets.csv\",\"sheet\":null,\"row\":2,"
                            + "\"column\":\"threshold\",\"subject\":null,\"read\":\"2O%\"")
                    .contains("\"meant\":\"20%\""),
            doubt ->
                assertThat(doubt)
                    .contains(
                        "\"severity\":\"doubtful\",\"code\":\"same_title\"",
                        "\"row\":6",
                        "\"subject\":\"T5\""),
            accepted ->
                assertThat(accepted)
                    .contains(
                        "\"severity\":\"accepted\",\"code\":\"asked_but_main\"",
                        "\"why\":\"đã hỏi tỉnh\""));
    assertThat(validate("--format=json")).isEqualTo(run);
  }

  @Test
  void unitsOfADataFolderAreLookedAtToo() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        data.resolve("units.csv"), "code,name,kind,role,parent\nH,Huyện,district,,\n");

    Run run = validate("--data", data.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("units.csv không có đơn vị nào là “commune”");
  }

  @Test
  void aDataFolderWithoutUnitsIsUnreadable() {
    Run run = validate("--data", folder.resolve("khong-co").toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("units.csv");
  }

  @Test
  void aTableOfAcceptedThingsThatIsNoneIsUnreadable() {
    plan.file("accepted.csv", "target;remark\nT1;same_title\n");

    Run run = validate();

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("accepted.csv", "why");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan.yaml", "plan.txt", "accepted.csv"})
  void noRuleFileIsWrittenTo(String file) {
    Path output = plan.file("accepted.csv", "target,remark,why\n").write().resolve(file);

    assertThat(validate("--output", output.toString()).exit()).isEqualTo(2);
  }

  @Test
  void whatAFileSaysSteersNoTerminal() {
    plan.cell("T1", "title", "\u001B[31mđỏ\u202E").cell("T5", "title", "\u001B[31mđỏ\u202E");

    assertThat(validate().out()).contains("[31mđỏ").doesNotContain("\u001B", "\u202E");
  }
}
