package vn.doichieu.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RespellingTest {

  private static final List<String> WORDS =
      List.of("ratio", "share_of_units", "models", "models_total", "yes", "each+area");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2O% | 20%
          l0% | 10%
          1S | 15
          20 | 20%
          0,2 | 20%
          0.15 | 15%
          ２０％ | 20%
          20 phần trăm | 20%
          ≥ | >=
          =< | <=
          tối đa | <=
          9/11/2024 | 2024-11-09
          9.11.2024 | 2024-11-09
          5/2024 | 2024-05
          2024/5 | 2024-05
          H1 2024 | 2024-H1
          2024q2 | 2024-Q2
          Share of units | share_of_units
          each + area | each+area
          modles / models_total | models / models_total
          models ÷ models_total | models / models_total
          models=có | models=yes
          agency police | agency:police
          "ratio" | ratio
          """)
  void proposes(String text, String spelling) {
    assertThat(Respelling.of(text, WORDS)).contains(spelling);
  }

  @Test
  void takesABarForAOne() {
    assertThat(Respelling.of("|0%", WORDS)).contains("10%");
  }

  @Test
  void proposesNeitherTheTextItselfNorNothing() {
    assertThat(Respelling.of("ratio", WORDS)).doesNotContain("ratio", "");
    assertThat(Respelling.of(".", WORDS)).doesNotContain("");
  }

  @Test
  void neverTakesASignForItsContrary() {
    assertThat(Respelling.of("<", List.of(">", ">="))).doesNotContain(">", ">=");
  }

  @Test
  void leavesLongTextsAlone() {
    assertThat(Respelling.of("2O%".repeat(200), WORDS)).isEmpty();
  }

  @Test
  void readsWhatLooksLikeAPatternAsText() {
    assertThat(Respelling.of("$1\\E(modles", WORDS)).contains("$1\\E(models");
  }
}
