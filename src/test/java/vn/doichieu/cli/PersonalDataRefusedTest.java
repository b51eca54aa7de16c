package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like personal data stops the check, and is repeated nowhere. */
class PersonalDataRefusedTest {

  @TempDir private Path folder;
  private SmallCheck check;

  @BeforeEach
  void goodData() {
    check = new SmallCheck(folder);
  }

  private void assertRefused(String place, String secret) {
    Path output = folder.resolve("kết quả.json");
    for (String language : new String[] {"vi", "en"}) {
      Run run = check.run("--lang", language, "--format=json", "--output", output.toString());

      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).doesNotContain(secret);
      assertThat(output).doesNotExist();
    }
    assertThat(check.run().err()).contains(place, "dữ liệu cá nhân");
  }

  @ParameterizedTest
  @CsvSource({
    "0912345678",
    "079123456789",
    "+84912345678",
    "0912 345 678",
    "0912.345.678",
    "Nguyễn Văn An"
  })
  void asAValue(String secret) {
    check.with("x1,done,2024," + secret);

    assertRefused("figures.csv, dòng 9, cột value", secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Người liên hệ 0912345678", "CCCD 079123456789"})
  void asANote(String note) {
    check.data.file("figures.csv", SmallCheck.FIGURES_HEADER + ",note", "x1,done,2024,3," + note);

    assertRefused("figures.csv, dòng 2, cột note", note.replaceAll("[^0-9]", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Họ tên", "CCCD", "số điện thoại", "địa chỉ"})
  void asAColumn(String column) {
    check.data.file("figures.csv", SmallCheck.FIGURES_HEADER + "," + column, "x1,done,2024,3,An");

    assertRefused("figures.csv, dòng 1", "An,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x1,done,2024,3,0912345678", "x1,done,2024,3,079123456789"})
  void inACellBeyondTheLastColumn(String row) {
    check.data.figures(row);

    assertRefused("figures.csv, dòng 2", row.substring(row.lastIndexOf(',') + 1));
  }

  @Test
  void inARowOfAnUnknownUnit() {
    check.with("0912345678,done,2024,3");

    assertRefused("figures.csv, dòng 10, cột unit", "0912345678");
  }

  @Test
  void everyPlaceIsToldAtOnceAndWithOtherReasonsToStop() throws Exception {
    check.with("x1,done,2024,0912345678", "x2,done,2024,0987654321");
    Files.delete(check.data.path().resolve("units.csv"));

    assertThat(check.run().err())
        .contains("figures.csv, dòng 8, cột value (và dòng 9)")
        .contains("units.csv: không có tệp này");
  }

  @Test
  void anOfficeNumberIsNone() {
    check.data.file(
        "figures.csv",
        SmallCheck.FIGURES_HEADER + ",evidence",
        "x1,done,2024,3,\"BC 312/BC-UBND ngày 05/11/2024, trang 12\"");

    assertThat(check.run().exit()).isOne();
  }
}
