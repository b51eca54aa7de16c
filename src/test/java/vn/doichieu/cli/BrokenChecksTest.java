package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;

/** Checks in rules/common that do not compile: exit 3, everything with its place, at once. */
class BrokenChecksTest {

  @TempDir private Path home;
  private SmallCheck check;
  private Path file;

  @BeforeEach
  void home() throws IOException {
    check = new SmallCheck(home);
    Path folder = Files.createDirectories(home.resolve("rules/common"));
    file = folder.resolve("consistency.drl");
    Files.copy(Run.HOME.resolve("rules/common/consistency.drl"), file);
  }

  private Run run(String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(out, err, false, 100);
    List<String> words =
        new java.util.ArrayList<>(
            List.of("check", check.rules.toString(), "--data", check.data.path().toString()));
    words.addAll(List.of(more));
    int exit = new Main(console, home, Arguments.language(words)).run(words.toArray(new String[0]));
    console.flush();
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String told(String... more) {
    Run run = run(more);
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("Exception", "\n\t", "null ");
    return run.err();
  }

  @Test
  void goodOnesPass() {
    assertThat(run().exit()).isZero();
    assertThat(home.resolve("target/compiled-rules")).isDirectoryContaining("glob:**.rules");
  }

  @Test
  void aBrokenEditIsToldInBothLanguages() throws IOException {
    Files.writeString(
        file,
        Files.readString(file)
            .replace("value > $total.value", "valeu > $total.value")
            .replace("  $report.emit();", "  System.exit(7);"));

    assertThat(told())
        .startsWith("Tệp quy tắc chưa đúng nên chưa đối chiếu gì. 2 điều cần sửa:\n")
        .contains(
            "consistency.drl, dòng 26: không có thuộc tính “valeu”. Cần: một trong area, body, earlier,",
            "phần then làm việc khác ngoài emit: “System.exit(7);”. Cần: đúng một lệnh $x.emit( $y );"
                + " với các biến $report.");
    assertThat(told("--lang=en"))
        .contains("The rule files are not right", "consistency.drl, line 26: there is no property");
  }

  @Test
  void noChecksAtAllAreTold() throws IOException {
    Files.delete(file);

    assertThat(told()).contains("không có quy tắc kiểm tra nào");
  }

  @Test
  void aCheckThatFiresWithoutMeasureIsStopped() throws IOException {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      rules.append(
          "rule \"total_changed %d\" when $f : SubmittedFigure( value >= 0 ) then $f.emit(); end\n"
              .formatted(i));
    }
    Files.writeString(file, rules);

    assertThat(told())
        .contains(
            "quy tắc “total_changed",
            "đưa ra quá nhiều kết quả. Cần: tất cả không quá 160 kết quả");
  }

  @Test
  void aBrokenPlanIsToldFirst() throws IOException {
    Files.writeString(check.rules.resolve("plan.yaml"), "id: hỏng\n");
    Files.writeString(file, "hỏng");

    assertThat(told()).contains("plan.yaml").doesNotContain("consistency.drl");
  }
}
