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
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** Rule files that do not compile: exit 3, every cell with its place, nothing written. */
class BrokenRulesTest {

  @TempDir private Path folder;
  private DataFolder data;
  private SmallPlan plan;

  @BeforeEach
  void data() {
    data = new DataFolder(folder.resolve("data"));
    plan = new SmallPlan(folder.resolve("rules"));
  }

  private String told(String... more) {
    Run run = Run.check(folder.resolve("rules"), data, more);
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("Exception", "null", "drools", "\n\t");
    return run.err();
  }

  @Test
  void twoBadCellsAreToldAtOnceWithFileRowAndColumn() {
    plan.target("T1", "ratio", "threshold", "20 phần trăm")
        .target("T2", "duty", "inputs", "isued=yes")
        .write();

    assertThat(told())
        .startsWith("Tệp quy tắc chưa đúng nên chưa đối chiếu gì. 2 điều cần sửa:\n")
        .contains(
            "1. targets.csv, dòng 2, cột threshold: đọc được “20 phần trăm”. Ý bạn là 20%? Cần: giá trị dạng"
                + " 20%; 10/10.")
        .contains("2. targets.csv, dòng 3, cột inputs: kế hoạch không có số liệu “isued”")
        .contains("Ý bạn là issued?");
    assertThat(told("--lang=en"))
        .contains("The rule files are not right", "targets.csv, line 2, column threshold")
        .contains("Did you mean issued?");
  }

  @Test
  void nothingIsWrittenToTheOutputFile() throws IOException {
    plan.target("T1", "ratio", "threshold", "20").write();
    Path output = Files.writeString(folder.resolve("out.json"), "cũ");

    told("--output", output.toString());

    assertThat(output).hasContent("cũ");
  }

  @Test
  void codeInACellIsOnlyAnUnreadableCell() {
    plan.target("T1", "ratio", "threshold", "20%\"); Runtime.getRuntime().exit(7); (\"")
        .target("T2", "duty", "inputs", "issued=yes || System.exit(7)")
        .write();

    assertThat(told()).contains("dòng 2, cột threshold", "dòng 3, cột inputs");
  }

  @Test
  void anIdGivenTwice() {
    plan.target("T1", "ratio").target("T1", "duty").write();

    assertThat(told()).contains("targets.csv, dòng 3, cột target", "“T1” đã dùng ở dòng 2");
  }

  @Test
  void aPlanWithoutTargets() {
    plan.write();

    assertThat(told()).contains("targets.csv", "không có chỉ tiêu nào");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan.yaml", "targets.csv"})
  void aFolderThatLacksAFile(String file) throws IOException {
    Files.delete(plan.target("T1", "ratio").write().resolve(file));

    assertThat(told()).contains(file + ": không có tệp này");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id: [", "id: a\nid: b\n", "- một\n- hai\n", "id: &a [*a]\n", "a: b"})
  void aPlanFileThatIsNotAPlan(String yaml) throws IOException {
    Files.writeString(plan.target("T1", "ratio").write().resolve("plan.yaml"), yaml);

    assertThat(told()).contains("plan.yaml");
  }
}
