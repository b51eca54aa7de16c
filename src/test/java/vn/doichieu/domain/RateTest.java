package vn.doichieu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({
    "9996,2,'99,96'",
    "38,0,'38'",
    "380,1,'38,0'",
    "5,2,'0,05'",
    "0,0,'0'",
    "0,3,'0,000'",
    "999999999999999,9,'999999,999999999'"
  })
  void keepsTheDigitsThatWerePrinted(long digits, int decimals, String text) {
    Rate rate = new Rate(digits, decimals);

    assertThat(rate.text(',')).isEqualTo(text);
    assertThat(Rate.unpacked(rate.packed())).isEqualTo(rate);
  }

  @Test
  void isNotTheSameWithMoreDecimals() {
    assertThat(new Rate(38, 0).packed()).isNotEqualTo(new Rate(380, 1).packed());
  }

  @ParameterizedTest
  @CsvSource({"-1,0", "1,-1", "1,10", "1000000000000000,0"})
  void refusesWhatCannotBePacked(long digits, int decimals) {
    assertThatThrownBy(() -> new Rate(digits, decimals))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "9996,2,8743,8833,97",
    "38,0,381,960,1",
    "39,0,381,960,0",
    "40,0,381,960,0",
    "25,0,1,4,0",
    "24,0,1,4,1",
    "0,0,-1,4,25",
    "0,9,9223372036854775807,1,9223372036854775807"
  })
  void countsWholeUnitsOfItsLastDecimal(long digits, int decimals, long n, long d, long units) {
    assertThat(new Rate(digits, decimals).unitsFrom(n, d)).isEqualTo(units);
  }
}
