package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** A plan's own rules as commands tell of them: what was taken over from a rule is said to be. */
class OwnRulesToldTest {

  @TempDir private Path folder;
  private DataFolder data;

  @BeforeEach
  void plan() throws IOException {
    new SmallPlan(folder.resolve("rules"))
        .target("T1", "drl", "scope", "each", "applies_to", "commune", "inputs", "forms, done")
        .target("T2", "duty")
        .write();
    Files.writeString(
        folder.resolve("rules/own.drl"),
        """
        // Kiểm tra nhiều hơn tuyên truyền.
        rule "T1 kiểm tra"
        when
          $asked : AskedTarget( )
          $forms : SubmittedFigure( body == $asked.body, period == $asked.period, item == "forms" )
          SubmittedFigure( body == $asked.body, period == $asked.period, item == "done",
                           value > $forms.value )
        then
          $asked.emit();
        end

        rule "K1"
        @title("Có ban hành, không kiểm tra") @title_en("Issued, nothing inspected")
        @section("II.1") @quote("câu trích") @says("Có ban hành mà không kiểm tra")
        when
          $issued : SubmittedFigure( item == "issued", value == 1 )
          $done : SubmittedFigure( item == "done", value == 0, body == $issued.body )
        then
          $issued.emit( $done );
        end
        """);
    data =
        new DataFolder(folder.resolve("data"))
            .figures(
                "x1,forms,2024,2",
                "x1,done,2024,3",
                "x1,issued,2024,có",
                "x2,forms,2024,3",
                "x2,done,2024,0",
                "x2,issued,2024,có");
  }

  private Run run(String command, String... more) {
    return Run.of(
        Stream.concat(
                Stream.of(command, folder.resolve("rules").toString()),
                Stream.concat(
                    command.equals("coverage")
                        ? Stream.empty()
                        : Stream.of("--data", data.path().toString(), Run.AS_OF),
                    Stream.of(more)))
            .toArray(String[]::new));
  }

  @Test
  void anExplanationShowsTheRuleAndSaysThatItDidNotWorkItOut() {
    Run met = run("explain", "--target", "T1", "--unit", "x1");

    assertThat(met.exit()).as(met.err()).isZero();
    assertThat(met.out().replaceAll("\\s+", " "))
        .contains(
            "Quy tắc riêng (DRL) cho kết quả: đạt.",
            "không tính lại được",
            "Quy tắc ở own.drl, dòng 2:",
            "rule \"T1 kiểm tra\"",
            "value > $forms.value )",
            "a = 2",
            "b = 3")
        .doesNotContain("Kiểm tra nhiều hơn tuyên truyền.");
    assertThat(
            run("explain", "--target", "T1", "--unit", "x2", "--lang=en")
                .out()
                .replaceAll("\\s+", " "))
        .contains("The rule of its own (DRL) says: not met.", "cannot work it out again");
  }

  @Test
  void anExplanationWithoutFiguresSaysThatTheRuleWasNotAsked() {
    data.figures("x1,forms,2024,2", "x2,forms,2024,3", "x2,done,2024,nhiều");

    for (String unit : List.of("x1", "x2")) {
      assertThat(run("explain", "--target", "T1", "--unit", unit).out().replaceAll("\\s+", " "))
          .contains("chưa được xét", "rule \"T1 kiểm tra\"")
          .doesNotContain("cho kết quả:");
    }
  }

  @Test
  void anExplanationAgreesWithTheFindingOnEveryLine() {
    Run run = run("explain", "--target", "T1", "--format", "json");

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("\"type\":\"by_drl\"")
        .doesNotContain("\"disagreements\":[{");
  }

  @Test
  void aCheckTellsItsWarningInEveryFormatAndLanguage() {
    assertThat(run("check").out().replaceAll("\\s+", " "))
        .contains(
            "Có ban hành, không kiểm tra: Có ban hành mà không kiểm tra.",
            "“issued”: có (năm 2024)",
            "“done”: 0 (năm 2024)",
            "II.1: “câu trích”");
    assertThat(run("check", "--lang=en").out().replaceAll("\\s+", " "))
        .contains("Issued, nothing inspected: ");
    assertThat(run("check", "--format=json").out().replaceAll("\\s+", " "))
        .contains("\"check\":\"K1\",\"title\":\"Có ban hành, không kiểm tra\",\"unit\":\"x2\"");
    assertThat(run("check", "--format=csv").out().replaceAll("\\s+", " ")).contains("K1");
  }

  @Test
  void theCoverageListsTheTargetByItsKind() {
    assertThat(run("coverage").out().replaceAll("\\s+", " "))
        .contains("Quy tắc: quy tắc riêng", "(DRL)");
    assertThat(run("coverage", "--lang=en").out().replaceAll("\\s+", " "))
        .contains("rule of its own", "(DRL)");
  }

  @Test
  void aRuleWithoutMeasureIsToldWithItsLimitAndItsPlace() throws IOException {
    StringBuilder patterns = new StringBuilder();
    patterns.append("rule \"T1 lâu\"\nwhen\n  $asked : AskedTarget( )\n");
    for (int i = 0; i < 12; i++) {
      patterns.append("  SubmittedFigure( body == $asked.body )\n");
    }
    Files.writeString(folder.resolve("rules/own.drl"), patterns + "then\n  $asked.emit();\nend\n");
    Run run = run("check");

    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.out().replaceAll("\\s+", " ")).isEmpty();
    assertThat(run.err())
        .contains("own.drl, dòng 1: quy tắc “T1 lâu” ghép quá nhiều số liệu", "cặp số liệu");
  }
}
