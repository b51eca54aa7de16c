package vn.doichieu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @CsvSource({"Xã Bà Điểm, 10", "ế, 1", "e\u0302\u0301, 1", "漢字, 4", "ｋ, 2", "한글, 4", "'', 0"})
  void countsColumnsNotLetters(String text, int columns) {
    assertThat(Printable.width(text)).isEqualTo(columns).isEqualTo(Sight.columns(text));
  }

  @Test
  void cleansEverythingThatSteersATerminal() {
    for (int c = 0; c < 0x3000; c++) {
      if (Character.isISOControl(c)
          || (c >= 0x202A && c <= 0x202E)
          || (c >= 0x2066 && c <= 0x2069)
          || c == 0x2028
          || c == 0x2029) {
        assertThat(Printable.clean("a" + Character.toString(c) + "b"))
            .as("U+%04X", c)
            .isEqualTo("a b");
      }
    }
  }

  @Test
  void composesDecomposedLetters() {
    String name = "Xã Xuân Thới Thượng";

    assertThat(Printable.clean(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "một hai ba bốn năm sáu bảy tám chín mười",
        "ããããããããããããããããããããããããããããããã",
        "漢字漢字漢字漢字漢字漢字 한글한글한글",
        "x",
        ""
      })
  void wrapsWithinAnyWidthAndLosesNoLetter(String text) {
    for (int width = 2; width < 50; width++) {
      int most = width;
      List<String> lines = Printable.wrap(text, width);

      assertThat(lines).allMatch(line -> Sight.columns(line) <= most);
      assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }
  }

  @Test
  void neverPartsALetterFromItsMarks() {
    String word = "e\u0302\u0301".repeat(10);

    assertThat(Printable.wrap(word, 3)).allMatch(line -> line.startsWith("e"));
  }

  @Test
  void padsByColumns() {
    assertThat(Printable.pad("漢", 4)).isEqualTo("漢  ");
    assertThat(Printable.pad("ế", 3)).isEqualTo("ế  ");
    assertThat(Printable.pad("dài", 2)).isEqualTo("dài");
  }
}
