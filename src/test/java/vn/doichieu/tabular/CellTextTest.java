package vn.doichieu.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

  @Test
  void isInOneUnicodeForm() {
    String composed = "Ủy ban nhân dân huyện Hóc Môn";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

    assertThat(decomposed).isNotEqualTo(composed);
    assertThat(CellText.clean(decomposed)).isEqualTo(composed);
    assertThat(CellText.clean(composed)).isEqualTo(composed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xa-01 ",
        " xa-01",
        "\txa-01\r\n",
        "\u00A0xa-01\u00A0",
        "xa-01\u202F",
        "\uFEFFxa-01",
        "\u200Bxa-01\u200B",
        " \u00A0 xa-01 \u00A0 "
      })
  void hasNoSpaceAroundIt(String text) {
    assertThat(CellText.clean(text)).isEqualTo("xa-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00A0", " \u00A0\t", "\u200B\uFEFF"})
  void isEmptyWhenNothingButSpaceIsThere(String text) {
    assertThat(CellText.clean(text)).isEmpty();
  }

  @Test
  void keepsWhatStandsInside() {
    assertThat(CellText.clean(" a  b\u00A0c\nd ")).isEqualTo("a  b\u00A0c\nd");
  }

  /** Cells of such letters alone are not looked at any closer. */
  @Test
  void isAsTypedWhereEveryLetterIsLatinBelowTheCombiningMarksOrVietnamese() {
    List<String> letters =
        IntStream.concat(IntStream.range('!', '\u0300'), IntStream.rangeClosed('\u1E00', '\u1EFF'))
            .mapToObj(Character::toString)
            .toList();
    for (String letter : letters) {
      String besideEveryOther = letter + String.join(letter, letters) + letter;

      assertThat(Normalizer.normalize(besideEveryOther, Normalizer.Form.NFC))
          .isEqualTo(besideEveryOther);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0309", "ơ\u0309", "\u1EA1\u0302", "\u212A", "\u1100\u1161"})
  void isComposedWhateverFollowsALetter(String text) {
    assertThat(CellText.clean(text))
        .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC))
        .isNotEqualTo(text);
  }

  @Test
  void isNotCopiedWhenItIsCleanAlready() {
    String text = "Xã Đông Thạnh";

    assertThat(CellText.clean(text)).isSameAs(text);
  }
}
