package vn.doichieu.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetNamesTest {

  private final SheetNames names = new SheetNames();

  @Test
  void areTheNamesOfUnits() {
    assertThat(names.like("Xã Bà Điểm")).isEqualTo("Xã Bà Điểm");
  }

  @Test
  void areCutWhereExcelTakesNoMore() {
    assertThat(names.like("Phòng giao dịch Ngân hàng Chính sách xã hội"))
        .isEqualTo("Phòng giao dịch Ngân hàng Chín…")
        .hasSize(31);
  }

  @Test
  void areGivenOnceWhateverTheCase() {
    assertThat(names.like("Xã A")).isEqualTo("Xã A");
    assertThat(names.like("XÃ A")).isEqualTo("XÃ A (2)");
    assertThat(names.like("xã a")).isEqualTo("xã a (3)");
  }

  @ParameterizedTest
  @CsvSource({
    "Tổ 1/2, Tổ 1 2",
    "[Xã] A: B*?, Xã A B",
    "'''Xã A''', Xã A",
    "=SUM(A1), =SUM(A1)",
    "///, —"
  })
  void haveNoCharacterThatExcelRefuses(String text, String name) {
    assertThat(names.like(text)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "a'",
        "\u0007\u202E",
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa'bbbbb",
        "\uFFFF",
        "   ",
        "a\nb"
      })
  void areValidWhateverTheText(String text) {
    String name = names.like(text);

    WorkbookUtil.validateSheetName(name);
    assertThat(name.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    assertThat(name.chars()).noneMatch(Character::isISOControl);
  }

  @Test
  void areValidAndDifferentForManyUnitsOfOneName() {
    Set<String> given = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String name = names.like("Phường có một cái tên thật là dài");
      WorkbookUtil.validateSheetName(name);
      assertThat(given.add(name.toLowerCase(Locale.ROOT))).as(name).isTrue();
    }
  }
}
