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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
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
          "passport",
          "victim_name",
          "Họ tên nạn nhân",
          "SĐT liên hệ",
          "địa chỉ thường trú",
          "số CCCD người bán dâm"
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
          "(0912345678)",
          "0912 34 56 78",
          "09 1234 5678",
          "028 3891 1234",
          "84912345678",
          "84912345678 (Zalo)",
          "+84 (0)912 345 678"
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
        strings = {
          "Nguyễn Văn A",
          "Trần Thị Bích Ngọc",
          "LÊ VĂN TÁM",
          "Đặng  Thu Hà",
          "Vũ Đức",
          "nguyễn văn a",
          "Nguyen Van A",
          "NGUYEN VAN A",
          "Bà Nguyễn Thị B",
          "Nguyễn Văn A, Trần Thị B"
        })
    void asANameWhereACountBelongs(String name) {
      String cell = "\"" + name + "\"";
      data.figures("x1,done,2024," + cell, "x2,done,2024," + cell, "x2,total,2024,4");

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

    @ParameterizedTest
    @ValueSource(strings = {"note", "Ghi chú"})
    void asAPersonInANote(String column) {
      data.file(
          "figures.csv",
          "unit,item,period,value," + column,
          "x1,done,2024,5,đã gặp Nguyễn Văn An tại trụ sở");

      List<Problem> problems = refusal();

      assertThat(problems).extracting(Problem::kind).containsExactly(Kind.PERSONAL_VALUE);
      assertNeverEchoed(problems, "Nguyễn");
    }

    @ParameterizedTest
    @CsvSource({
      "'x1,done,2024,5,0912345678', 0912345678",
      "'x1,done,2024,Nguyễn Văn A,,x', Nguyễn",
      "'x1,done,2024,5,,Nguyễn Văn A', Nguyễn",
      "'x1,done,2024,12,079123456789', 079123456789"
    })
    void inARowWithACellTooMany(String row, String personal) {
      data.figures(row);

      List<Problem> problems = refusal();

      assertThat(problems).extracting(Problem::kind).containsExactly(Kind.PERSONAL_VALUE);
      assertNeverEchoed(problems, personal);
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

  private List<Problem> refusal() {
    UnreadableInput refusal = catchThrowableOfType(UnreadableInput.class, () -> data.read(plan));
    assertThat(refusal).as("the folder is refused").isNotNull();
    return refusal.problems();
  }

  private static void assertNeverEchoed(List<Problem> problems, String personal) {
    assertThat(problems.toString()).doesNotContain(personal);
  }
}
