package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** Ordinary words and numbers are not taken for personal data. */
class NotPersonalDataTest {

  @TempDir private Path folder;
  private Plan plan;
  private DataFolder data;

  @BeforeEach
  void aPlanAndItsFolder() {
    plan = new SmallPlan(folder.resolve("rules")).target("T1", "ratio").read();
    data = new DataFolder(folder.resolve("data"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BC 45/BC-UBND",
        "số 12/QĐ-UBND ngày 05/08/2024",
        "05/08/2024",
        "2024-08-05",
        "05/08/2024-09/09/2024",
        "Công văn 221/LĐTBXH-PCTNXH",
        "KH 15234/KH-UBND ngày 08/12/2021",
        "Kế hoạch 908/KH-UBND",
        "trang 3, dòng 7",
        "BB số 01, 02, 03",
        "12.345.678 đồng",
        "1.234.567.890 đồng",
        "https://hocmon.gov.vn/tin?id=123456",
        "Nguyễn Văn Cừ, khu phố 3",
        "QĐ 0912/2024",
        "08:30 05/08",
        "123/BC-CAH (PC02)",
        "100 vụ 2024",
        "Nghị định 178",
        "scan_05082024.pdf",
        "BC 0345678",
        "ngày 08092024",
        "bao-cao-07052024.docx"
      })
  void isNotSeenInOrdinaryEvidence(String evidence) {
    data.file(
        "figures.csv", "unit,item,period,value,evidence", "x1,done,2024,5,\"" + evidence + "\"");

    assertThat(data.read(plan).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      longs = {999_999_999L, 912_345_678L, 1_234_567_890L, 85_912_345_678L, 379_123_456_789L})
  void isNotSeenInABigCount(long count) {
    data.figures("x1,done,2024," + count);

    var submission = data.read(plan);

    assertThat(submission.problems()).isEmpty();
    Figure figure =
        submission.figure(
            submission.units().all().get(1),
            new Input(plan.items().get("done"), ReportingPeriod.year(2024)));
    assertThat(figure.value()).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evidence",
        "note",
        "ghi chú",
        "đơn vị",
        "tên đơn vị",
        "minh chứng",
        "nguồn",
        "stt",
        "unit_name",
        "chỉ tiêu",
        "số liệu",
        "kỳ"
      })
  void isNotSeenInOrdinaryColumns(String column) {
    data.file("figures.csv", "unit,item,period,value," + column, "x1,done,2024,5,abc");

    assertThat(data.read(plan).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chưa có", "Chưa có số liệu", "gần 30", "Đã Báo Cáo", "ba mươi", "Lê"})
  void isNotSeenInWordsThatAreOnlyAWrongCount(String words) {
    data.figures("x1,done,2024," + words);

    assertThat(data.read(plan).problems())
        .extracting(Problem::kind)
        .containsExactly(Kind.NOT_A_COUNT);
  }
}
