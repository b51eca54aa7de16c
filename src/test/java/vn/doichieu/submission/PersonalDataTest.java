package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** Contract, section 5: counts only. */
class PersonalDataTest {

  @TempDir private Path folder;
  private Plan plan;
  private DataFolder data;

  @BeforeEach
  void aPlanAndItsFolder() {
    plan = new SmallPlan(folder.resolve("rules")).target("T1", "ratio").read();
    data = new DataFolder(folder.resolve("data"));
  }

  @Nested
  class IsRefused {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "họ tên",
          "Họ và tên",
          "HO_TEN",
          "hoten",
          "name",
          "full_name",
          "cccd",
          "Số CCCD",
          "CMND",
          "căn cước",
          "so_dinh_danh",
          "Số điện thoại",
          "SDT",
          "sđt",
          "phone",
          "phone number",
          "email",
          "địa chỉ",
          "Dia chi",
          "address",
          "ngày sinh",
          "hộ khẩu",
          "passport"
        })
    void asAColumn(String column) {
      data.file("figures.csv", "unit,item,period,value," + column, "x1,done,2024,5,", "");

      List<Problem> problems = refusal();

      assertThat(problems)
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.kind()).isEqualTo(Kind.PERSONAL_COLUMN);
                assertThat(p.location().file()).isEqualTo("figures.csv");
                assertThat(p.location().row()).isEqualTo(1);
                assertThat(p.location().column()).isEqualToIgnoringCase(column);
              });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "079123456789",
          "079 123 456789",
          "079.123.456789",
          "079 123 456 789",
          "0912345678",
          "0912 345 678",
          "0912.345.678",
          "0912-345-678",
          "091 234 5678",
          "+84912345678",
          "+84 912 345 678",
          "+84.912.345.678",
          "ông A 0912345678",
          "ĐT: 0387654321",
          "CCCD 079123456789 cấp 2021",
          "(0912345678)"
        })
    void asANumberInAnyColumn(String number) {
      for (String row :
          List.of(
              "x1,done,2024," + number + ",",
              "x1,done,2024,5," + number,
              number + ",done,2024,5,",
              "x1," + number + ",2024,5,")) {
        data.file("figures.csv", "unit,item,period,value,evidence", row);

        List<Problem> problems = refusal();

        assertThat(problems)
            .as(row)
            .singleElement()
            .satisfies(
                p -> {
                  assertThat(p.kind()).isEqualTo(Kind.PERSONAL_VALUE);
                  assertThat(p.location().row()).isEqualTo(2);
                  assertThat(p.location().column()).isNotNull();
                });
        assertNeverEchoed(problems, number);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"Nguyễn Văn A", "Trần Thị Bích Ngọc", "LÊ VĂN TÁM", "Đặng  Thu Hà", "Vũ Đức"})
    void asANameWhereACountBelongs(String name) {
      data.figures("x1,done,2024," + name, "x2,done,2024," + name, "x2,total,2024,4");

      List<Problem> problems = refusal();

      assertThat(problems)
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.kind()).isEqualTo(Kind.PERSONAL_VALUE);
                assertThat(p.location().row()).isEqualTo(2);
                assertThat(p.location().column()).isEqualTo("value");
                assertThat(p.alsoAt()).containsExactly(3);
              });
      assertNeverEchoed(problems, name);
    }

    @Test
    void togetherWithWhateverElseStopsTheCheck() {
      data.units("h,Huyện,district,,", "x1,Xã,commune,,nobody");
      data.file("figures.csv", "unit,item,period,value,cccd", "x1,done,2024,0912345678,1");

      assertThat(refusal())
          .extracting(Problem::kind)
          .containsExactly(Kind.PERSONAL_COLUMN, Kind.PERSONAL_VALUE, Kind.UNKNOWN_PARENT);
    }

    @Test
    void evenWhereTheRowWouldBeLeftOut() {
      data.file("figures.csv", "unit,item,period,value,note", "nobody,nothing,1999,,0912345678");

      assertThat(refusal()).extracting(Problem::kind).containsExactly(Kind.PERSONAL_VALUE);
    }
  }

  @Nested
  class IsNotSeen {

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
          "Nghị định 178"
        })
    void inOrdinaryEvidence(String evidence) {
      data.file(
          "figures.csv", "unit,item,period,value,evidence", "x1,done,2024,5,\"" + evidence + "\"");

      assertThat(data.read(plan).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        longs = {999_999_999L, 912_345_678L, 1_234_567_890L, 84_912_345_678L, 379_123_456_789L})
    void inABigCount(long count) {
      data.figures("x1,done,2024," + count);

      var submission = data.read(plan);

      assertThat(submission.problems()).isEmpty();
      Figure figure =
          submission.figure(
              submission.units().all().get(1), new Input(plan.items().get("done"), period()));
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
    void inOrdinaryColumns(String column) {
      data.file("figures.csv", "unit,item,period,value," + column, "x1,done,2024,5,abc");

      assertThat(data.read(plan).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chưa có", "Chưa có số liệu", "gần 30", "Đã Báo Cáo", "ba mươi", "Lê"})
    void inWordsThatAreOnlyAWrongCount(String words) {
      data.figures("x1,done,2024," + words);

      assertThat(data.read(plan).problems())
          .extracting(Problem::kind)
          .containsExactly(Kind.NOT_A_COUNT);
    }
  }

  private vn.doichieu.domain.ReportingPeriod period() {
    return plan.targets().get(0).periods().get(0);
  }

  private List<Problem> refusal() {
    UnreadableInput refusal = catchThrowableOfType(UnreadableInput.class, () -> data.read(plan));
    assertThat(refusal).as("the folder is refused").isNotNull();
    return refusal.problems();
  }

  private static void assertNeverEchoed(List<Problem> problems, String personal) {
    assertThat(problems.toString()).doesNotContain(personal);
  }
}
