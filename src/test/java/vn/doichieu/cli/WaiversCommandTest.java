package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @TempDir private Path folder;

  @Test
  void everyRowIsAccountedFor() {
    SmallCheck check = new SmallCheck(folder).with("x1,issued,2024,không", "x9,done,2024,1");
    check.data.waivers(
        "x1,T2,2025-03-31,lý do,UBND,QĐ 1,",
        "x2,T2,2025-03-31,lý do,UBND,QĐ 2,",
        "x1,T3,2024-06-30,lý do,UBND,QĐ 3,2024-H1",
        "x1,T9,2025-03-31,lý do,UBND,QĐ 4,",
        "x1,T2,2025-03-31,lý do,,QĐ 5,");

    Run run =
        Run.of(
            "waivers", check.rules.toString(), "--data=" + check.data.path(), "--as-of=2025-02-01");

    assertThat(run.exit()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("waivers.csv có 5 dòng.")
        .contains("ĐANG ÁP DỤNG: 1", "Dòng 2: x1, T2")
        .contains("Xã 1, năm 2024: Được miễn / gia hạn.", "Nếu không có miễn trừ: Không đạt.")
        .contains("CÒN HẠN, không có gì để miễn: 1", "Dòng 3: x2, T2", "Xã 2, năm 2024: Đạt.")
        .contains("ĐÃ HẾT HẠN, không dùng đến: 1", "Dòng 4: x1, T3, 2024-H1")
        .contains("KHÔNG CÓ HIỆU LỰC: 2", "waivers.csv, dòng 5, cột target", "thiếu approved_by")
        .contains("CĂN CỨ");
    assertThat(run.err()).contains("1. figures.csv", "“x9”").doesNotContain("waivers.csv", "2. ");
  }

  @Test
  void aFolderWithoutWaiversHasNone() {
    SmallCheck check = new SmallCheck(folder);

    Run run = Run.of("waivers", check.rules.toString(), "--data=" + check.data.path(), "--lang=en");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("waivers.csv has 0 rows");
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
