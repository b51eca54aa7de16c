package vn.doichieu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Criterion.Change;
import vn.doichieu.domain.Criterion.Reduction;
import vn.doichieu.domain.Plan.Item;

/** Comparisons in whole numbers, through the records that make them. */
class ExactTest {

  private static final long MAX = Long.MAX_VALUE;
  private static final Item CASES = new Item("cases", Item.Type.COUNT, "Số vụ", "Cases", false);
  private static final ReportingPeriod LAST_YEAR = ReportingPeriod.year(2023);

  @Nested
  class ABound {

    @ParameterizedTest
    @CsvSource({
      "19, 100, false",
      "20, 100, true",
      "21, 100, true",
      "0, 5, false",
      "1, 5, true",
      "1, 6, false",
      "2, 6, true",
      "0, 1, false",
      "1, 1, true"
    })
    void holdsFromItsOwnValueOn(long n, long d, boolean holds) {
      assertThat(new Bound(false, 20, 100).holds(n, d)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"69, 100, false", "70, 100, false", "71, 100, true", "7, 10, false", "8, 10, true"})
    void failsAtItsOwnValueWhenStrict(long n, long d, boolean holds) {
      assertThat(new Bound(true, 70, 100).holds(n, d)).isEqualTo(holds);
    }

    @Test
    void isNeverRounded() {
      Bound fifth = new Bound(false, 20, 100);

      assertThat(fifth.holds(4_999, 25_000)).as("19.996%% is not 20%%").isFalse();
      assertThat(fifth.shortfall(4_999, 25_000)).isEqualTo(1);
      assertThat(fifth.holds(5_000, 25_000)).isTrue();
      assertThat(new Bound(false, 100, 100).holds(999_999_999, 1_000_000_000)).isFalse();
      assertThat(new Bound(false, 125, 1000).holds(124_999, 1_000_000)).isFalse();
      assertThat(new Bound(false, 125, 1000).holds(125_000, 1_000_000)).isTrue();
    }

    @Test
    void doesNotOverflow() {
      Bound fifth = new Bound(false, 20, 100);

      assertThat(fifth.holds(MAX, MAX)).isTrue();
      assertThat(fifth.holds(1_844_674_407_370_955_161L, MAX)).isFalse();
      assertThat(fifth.holds(1_844_674_407_370_955_162L, MAX)).isTrue();
      assertThat(fifth.shortfall(0, MAX)).isEqualTo(1_844_674_407_370_955_162L);
      assertThat(new Bound(true, 9999, 10000).holds(MAX - 1, MAX)).isTrue();
      assertThat(new Bound(false, 100, 100).shortfall(1, MAX)).isEqualTo(MAX - 1);
    }

    @Test
    void holdsForNegativeDifferencesAsForOtherNumbers() {
      assertThat(new Bound(false, 20, 100).holds(-1, 5)).isFalse();
      assertThat(new Bound(false, 0, 100).holds(-1, 5)).isFalse();
      assertThat(new Bound(false, 20, 100).shortfall(-1, 5)).isEqualTo(2);
    }

    @Test
    void fallsShortByTheLeastNumberThatMeetsIt() {
      Random random = new Random(1);
      for (int i = 0; i < 20_000; i++) {
        long denominator = 1 + random.nextInt(1000);
        Bound bound =
            new Bound(random.nextBoolean(), random.nextInt((int) denominator), denominator);
        long d = 1 + random.nextInt(200);
        long n = random.nextInt((int) d + 1);
        if (!bound.holds(n, d)) {
          long k = bound.shortfall(n, d);
          assertThat(k).as("%s, %d/%d", bound, n, d).isPositive();
          assertThat(bound.holds(n + k, d)).as("%s, %d+%d/%d", bound, n, k, d).isTrue();
          assertThat(bound.holds(n + k - 1, d)).as("%s, %d+%d-1/%d", bound, n, k, d).isFalse();
        }
      }
    }

    @Test
    void isAFractionOfSomething() {
      assertThatThrownBy(() -> new Bound(false, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class AChange {

    private final Change growth =
        new Change(CASES, LAST_YEAR, new Bound(false, 3, 100), new Bound(false, 5, 100), false);

    @ParameterizedTest
    @CsvSource({
      "102, 100, false, false", "103, 100, true, false", "105, 100, true, false",
      "106, 100, true, true", "30, 30, false, false", "31, 30, true, false",
      "32, 30, true, true", "1, 1, false, false", "2, 1, true, true"
    })
    void holdsFromItsLowEndAndIsExceededAboveItsHighEnd(
        long now, long base, boolean holds, boolean exceeded) {
      assertThat(growth.holds(now, base)).isEqualTo(holds);
      assertThat(growth.exceeded(now, base)).isEqualTo(exceeded);
    }

    @Test
    void fallsShortByTheLeastNumberThatMeetsIt() {
      Random random = new Random(2);
      for (int i = 0; i < 20_000; i++) {
        long base = 1 + random.nextInt(500);
        long now = random.nextInt(600);
        if (!growth.holds(now, base)) {
          long k = growth.shortfall(now, base);
          assertThat(k).as("%d against %d", now, base).isPositive();
          assertThat(growth.holds(now + k, base)).as("%d+%d against %d", now, k, base).isTrue();
          assertThat(growth.holds(now + k - 1, base)).as("%d+%d-1, %d", now, k, base).isFalse();
        }
      }
    }

    @Test
    void doesNotOverflow() {
      assertThat(growth.holds(MAX, MAX)).isFalse();
      assertThat(growth.holds(MAX, MAX / 2)).isTrue();
      assertThat(growth.exceeded(MAX, MAX / 2)).isTrue();
      assertThat(growth.shortfall(0, 8_000_000_000_000_000_000L))
          .isEqualTo(8_240_000_000_000_000_000L);
    }
  }

  @Nested
  class AReduction {

    private final Reduction twoOrThree =
        new Reduction(
            CASES, LAST_YEAR, new Range(new Bound(false, 2, 1), new Bound(false, 3, 1), false, 0));

    @ParameterizedTest
    @CsvSource({
      "9, 10, false, false", "8, 10, true, false", "7, 10, true, false", "6, 10, true, true",
      "1, 1, false, false", "0, 1, true, false", "0, 3, true, false", "0, 4, true, true"
    })
    void holdsFromItsLowEndOrWhenNothingIsLeft(
        long now, long base, boolean holds, boolean exceeded) {
      assertThat(twoOrThree.holds(now, base)).isEqualTo(holds);
      assertThat(twoOrThree.exceeded(now, base)).isEqualTo(exceeded);
    }

    @Test
    void fallsShortByTheLeastNumberThatMeetsIt() {
      for (long base = 1; base < 30; base++) {
        for (long now = 0; now < 60; now++) {
          if (!twoOrThree.holds(now, base)) {
            long k = twoOrThree.shortfall(now, base);
            assertThat(k).as("%d against %d", now, base).isPositive();
            assertThat(twoOrThree.holds(now - k, base)).as("%d-%d, %d", now, k, base).isTrue();
            assertThat(twoOrThree.holds(now - k + 1, base)).as("%d-%d+1", now, k).isFalse();
          }
        }
      }
    }

    @Test
    void doesNotOverflow() {
      assertThat(twoOrThree.holds(MAX, MAX)).isFalse();
      assertThat(twoOrThree.holds(MAX, 0)).isFalse();
      assertThat(twoOrThree.shortfall(MAX, 1)).isEqualTo(MAX);
      assertThat(twoOrThree.exceeded(0, MAX)).isTrue();
    }
  }
}
