package vn.doichieu.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {

  private static final List<String> KNOWN = List.of("TAN_PHU", "AN_PHU", "police", "tips_handled");

  @ParameterizedTest
  @CsvSource({
    "tan_phu, TAN_PHU",
    "TANPHU, TAN_PHU",
    "polce, police",
    "poilce, police",
    "tips_handeld, tips_handled",
    "handled_tips, tips_handled",
    "Tân_Phú, TAN_PHU",
    "oplice, police",
    "households_signed, ''",
    "'', ''"
  })
  void isTheOneSpelledMostAlikeOrNone(String word, String nearest) {
    assertThat(NearestWord.of(word, KNOWN)).isEqualTo(nearest);
  }
}
