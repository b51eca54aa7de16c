package vn.doichieu.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >= | 20% | >= | 30% | true
          >= | 30% | >= | 30% | false
          >= | 40% | >= | 30% | false
          >= | 30% | > | 30% | true
          > | 30% | >= | 30% | false
          <= | 5% | <= | 4% | true
          <= | 3% | <= | 4% | false
          <= | 4% | < | 4% | true
          <= | 20% | >= | 30% | false
          range | +3%..+5% | range | +4%..+6% | true
          range | 2..3 | range | 1..3 | false
          >= | 12,5% | >= | 12.6% | true
          >= | 5 | >= | 6% | false
          >= | 5 per 1,000 | >= | 6 per 1,000 | true
          >= | 5 per 1,000 | >= | 6 per 100,000 | false
          >= | 1 a month | >= | 2 a month | true
          < | 2024-05-20 | < | 2024-05-10 | true
          < | 2024-05-05 | < | 2024-05-10 | false
          >= | urban: 30% | >= | urban: 40% | true
          >= | urban: 30% | >= | mountain: 40% | false
          >= | 9/10 | >= | 10/10 | true
          """)
  void isWeakerThanAnother(
      String comparator, String own, String others, String other, boolean weaker) {
    assertThat(Threshold.of(own).get(0).isWeaker(comparator, Threshold.of(other).get(0), others))
        .isEqualTo(weaker);
  }
}
