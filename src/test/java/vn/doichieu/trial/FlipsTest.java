package vn.doichieu.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.doichieu.trial.Flips.Flip;

class FlipsTest {

  @Test
  void aFlipIsFoundBetweenTwoNeighbours() {
    assertThat(new Flips(n -> n >= 73 ? "met" : "not").on(List.of(0L, 1_000L)))
        .containsExactly(new Flip(72));
  }

  @Test
  void aNarrowVerdictBetweenTwoOthersIsFoundFromEitherSide() {
    Flips flips = new Flips(n -> n < 40 ? "met" : n == 40 ? "review" : "late");

    assertThat(flips.on(List.of(0L, 30L, 60L))).containsExactly(new Flip(39), new Flip(40));
  }

  @Test
  void nothingIsFoundWhereNothingChanges() {
    assertThat(new Flips(n -> "met").on(Flips.counts(100))).isEmpty();
  }

  @Test
  void countsLieAsCloseAsHundredthsOfTheBase() {
    assertThat(Flips.counts(1_000)).contains(0L, 7L, 10L, 990L, 1_000L, 2_000L, 5_000_000L);
  }

  @Test
  void daysLieAMonthApartAndEndWithTheYear() {
    assertThat(Flips.days(2024, 2025)).hasSize(25).isSorted();
  }
}
