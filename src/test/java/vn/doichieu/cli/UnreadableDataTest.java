package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that cannot be read at all: exit 2, the place and the remedy, nothing written. */
class UnreadableDataTest {

  @TempDir private Path folder;
  private SmallCheck check;

  @BeforeEach
  void goodData() {
    check = new SmallCheck(folder);
  }

  private static String told(Run run) {
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("Không đọc được dữ liệu nên chưa đối chiếu gì.")
        .doesNotContain("Exception", "null");
    return run.err();
  }

  private String told() {
    return told(check.run());
  }

  @Nested
  class AsAFolder {

    @Test
    void thatDoesNotExist() {
      assertThat(told(Run.check(check.rules, folder.resolve("không có"))))
          .contains("không có thư mục", "không có”", "--data");
    }

    @Test
    void thatIsAFile() {
      assertThat(told(Run.check(check.rules, check.data.path().resolve("units.csv"))))
          .contains("không phải là thư mục", "units.csv và figures.csv");
    }

    @Test
    void withoutUnits() {
      check.without("units.csv");

      assertThat(told()).contains("1. units.csv: không có tệp này.");
    }

    @Test
    void withoutFigures() {
      check.without("figures.csv");

      assertThat(told()).contains("1. figures.csv: không có tệp này.");
    }

    @Test
    void thatIsEmptyIsToldOfBothFilesAtOnce() {
      check.without("units.csv").without("figures.csv");

      assertThat(told())
          .contains("2 điều cần sửa", "figures.csv: không có tệp", "units.csv: không có tệp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures.csv", "units.csv", "waivers.csv"})
    void withAFolderInThePlaceOfAFile(String name) throws IOException {
      Path file = check.data.path().resolve(name);
      Files.deleteIfExists(file);
      Files.createDirectory(file);

      assertThat(told()).contains("1. " + name + ": ", "thư mục");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "figures.xls | đây là sổ Excel đời cũ (.xls) | Lưu thành (Save As)",
          "figures.ods | đây là bảng tính OpenDocument (.ods) | Lưu thành",
          "figures.xlsx | tệp mang đuôi .xlsx nhưng không phải là sổ làm việc | Lấy lại tệp gốc",
          "figures.json | tệp không phải là danh sách | Xuất lại"
        })
    void withFiguresInAFormThatIsNotRead(String name, String what, String remedy) {
      check.text(name, "7");

      assertThat(told()).contains("1. " + name, what, remedy);
    }
  }

  @Nested
  class AsATable {

    @ParameterizedTest
    @ValueSource(strings = {"units.csv", "figures.csv"})
    void thatIsEmpty(String name) {
      check.text(name, "");

      assertThat(told()).contains("1. " + name + ": tệp trống.", "tên các cột");
    }

    @Test
    void thatHasBlankLinesOnly() {
      check.text("figures.csv", "\n \n\n");

      assertThat(told()).contains("figures.csv");
    }

    @Test
    void thatLacksAColumn() {
      check.text("figures.csv", "unit,item,value\nx1,done,3\n");

      assertThat(told())
          .contains("1. figures.csv, dòng 1, cột period: thiếu cột này")
          .contains("đọc được các cột: unit, item, value")
          .contains("unit, item, period, value");
    }

    @Test
    void thatLacksColumnsInTwoFilesToldAtOnce() {
      check.text("units.csv", "code,name,kind,role\nh,Huyện,district,\n");
      check.text("figures.csv", "unit,item,period\nx1,done,2024\n");
      check.data.file("waivers.csv", "unit,target,until,reason,decision", "x1,T1,2024-12-31,,QĐ");

      assertThat(told())
          .contains("3 điều cần sửa")
          .contains("1. figures.csv, dòng 1, cột value: thiếu cột này")
          .contains("2. units.csv, dòng 1, cột parent: thiếu cột này")
          .contains("3. waivers.csv, dòng 1, cột approved_by: thiếu cột này");
    }

    @Test
    void thatNamesAColumnTwice() {
      check.text("figures.csv", "unit,item,period,value,value\nx1,done,2024,3,4\n");

      assertThat(told()).contains("figures.csv, dòng 1, cột value: cột “value” xuất hiện hai lần");
    }

    @Test
    void whoseQuoteIsNeverClosed() {
      check.text("figures.csv", "unit,item,period,value\nx1,done,2024,\"3\nx2,done,2024,4\n");

      assertThat(told()).contains("1. figures.csv", "dấu ngoặc kép");
    }
  }

  @Nested
  class AsATreeOfUnits {

    @Test
    void withTwoAreas() {
      check.data.units("h,Huyện,district,,", "g,Huyện khác,district,,", "x1,Xã,commune,,h");

      assertThat(told())
          .contains("units.csv, dòng 3, cột parent: có nhiều địa bàn", "h, g", "đúng một dòng");
    }

    @Test
    void withoutAnArea() {
      check.data.units("x1,Xã 1,commune,,x2", "x2,Xã 2,commune,,x1");

      assertThat(told()).contains("không có đơn vị nào là địa bàn", "vòng lặp");
    }

    @Test
    void withoutAnyUnit() {
      check.data.units();

      assertThat(told()).contains("units.csv", "không có đơn vị nào là địa bàn");
    }

    @Test
    void withACycle() {
      check.data.units("h,Huyện,district,,", "x1,Xã 1,commune,,x2", "x2,Xã 2,commune,,x1");

      assertThat(told()).contains("1 điều cần sửa", "cột parent", "là cấp trên của chính nó");
    }

    @Test
    void withAnUnknownParent() {
      check.data.units("h,Huyện,district,,", "x1,Xã 1,commune,,h", "x2,Xã 2,commune,,hh");

      assertThat(told())
          .contains("1. units.csv, dòng 4, cột parent: đơn vị cấp trên “hh” không có trong tệp");
    }

    @Test
    void withEverythingWrongAtOnce() {
      check.data.units(
          "h,Huyện,district,,",
          "x1,Xã 1,commune,,h",
          "x1,Xã 1b,commune,,h",
          ",Xã không mã,commune,,h",
          "x2,Xã 2,village,,h");

      assertThat(told())
          .contains("3 điều cần sửa")
          .contains("1. units.csv, dòng 4, cột code: mã “x1” đã dùng ở dòng 3")
          .contains("2. units.csv, dòng 5, cột code: ô mã đơn vị để trống")
          .contains("3. units.csv, dòng 6, cột kind: không có loại đơn vị “village”");
    }
  }
}
