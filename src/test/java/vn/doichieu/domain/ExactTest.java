package vn.doichieu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.doichieu.domain.Criterion.Bound;

/** Small numbers go another way than large ones; both are held against the definition. */
class ExactTest {

  private static final long[] EDGES = {
    0,
    1,
    2,
    99,
    100,
    101,
    Integer.MAX_VALUE - 1L,
    Integer.MAX_VALUE,
    Integer.MAX_VALUE + 1L,
    Long.MAX_VALUE / 2,
    Long.MAX_VALUE
  };

  private static BigInteger big(long number) {
    return BigInteger.valueOf(number);
  }

  private static boolean reaches(BigInteger n, long d, Bound bound) {
    int comparison =
        n.multiply(big(bound.denominator())).compareTo(big(d).multiply(big(bound.numerator())));
    return bound.strict() ? comparison > 0 : comparison >= 0;
  }

  private static boolean isAbove(BigInteger n, long d, Bound bound) {
    int comparison =
        n.multiply(big(bound.denominator())).compareTo(big(d).multiply(big(bound.numerator())));
    return bound.strict() ? comparison >= 0 : comparison > 0;
  }

  @Test
  void theShortfallIsTheLeastThatReachesTheLimit() {
    Random random = new Random(1);
    int large = 0;
    for (int round = 0; round < 20_000; round++) {
      long n = number(random);
      long d = number(random);
      Bound bound = new Bound(random.nextBoolean(), random.nextInt(130), 1 + random.nextInt(120));

      long lacking = bound.shortfall(n, d);

      if (lacking != Long.MAX_VALUE) {
        BigInteger reached = big(n).add(big(lacking));
        assertThat(reaches(reached, d, bound)).isTrue();
        assertThat(reaches(reached.subtract(BigInteger.ONE), d, bound)).isFalse();
        large += n > Integer.MAX_VALUE || d > Integer.MAX_VALUE ? 1 : 0;
      }
    }
    assertThat(large).isGreaterThan(1000);
  }

  @Test
  void whatIsAboveALimitHasAnExcess() {
    Random random = new Random(2);
    for (int round = 0; round < 20_000; round++) {
      long n = number(random);
      long d = number(random);
      Bound bound = new Bound(random.nextBoolean(), random.nextInt(130), 1 + random.nextInt(120));

      assertThat(bound.isExceededBy(n, d))
          .isEqualTo(isAbove(big(n), d, bound))
          .isEqualTo(bound.excess(n, d) > 0);
    }
  }

  private static long number(Random random) {
    return random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : random.nextInt(300);
  }
}
