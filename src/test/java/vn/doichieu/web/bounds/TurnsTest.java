package vn.doichieu.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private long now = Long.MIN_VALUE / 2;
  private final Turns turns = new Turns(3, Duration.ofSeconds(10), 4, () -> now);

  private void wait(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void aNameHasSoManyAtOnceAndThenOneEveryInterval() {
    assertThat(turns.take("a")).isZero();
    assertThat(turns.take("a")).isZero();
    assertThat(turns.take("a")).isZero();
    assertThat(turns.take("a")).isEqualTo(10);
    assertThat(turns.take("b")).isZero();
    wait(9);
    assertThat(turns.take("a")).isEqualTo(1);
    wait(1);
    assertThat(turns.take("a")).isZero();
    assertThat(turns.take("a")).isEqualTo(10);
  }

  @Test
  void whoIsRefusedDoesNotWaitLongerForAskingAgain() {
    for (int i = 0; i < 100; i++) {
      turns.take("a");
    }
    assertThat(turns.take("a")).isEqualTo(10);
  }

  @Test
  void aLongRestGivesNoMoreThanAllTurns() {
    turns.take("a");
    wait(100_000);
    for (int i = 0; i < 3; i++) {
      assertThat(turns.take("a")).isZero();
    }
    assertThat(turns.take("a")).isEqualTo(10);
  }

  @Test
  void aTurnThatDidNotCountIsGivenBack() {
    for (int i = 0; i < 50; i++) {
      assertThat(turns.take("a")).isZero();
      turns.giveBack("a");
    }
    turns.giveBack("nobody");
    for (int i = 0; i < 3; i++) {
      assertThat(turns.take("nobody")).isZero();
    }
    assertThat(turns.take("nobody")).isPositive();
  }

  @Test
  void ofInventedNamesOnlyTheLatestAreRemembered() {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      for (int i = 0; i < 3; i++) {
        turns.take(name);
      }
    }
    assertThat(turns.take("b")).isPositive();
    assertThat(turns.take("a")).isZero();
  }

  @Test
  void theMachinesOfOneNetworkOfIpv6CountTogether() {
    assertThat(NetworkAddress.of("2001:db8:1:2::1"))
        .isEqualTo(NetworkAddress.of("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(NetworkAddress.of("2001:db8:1:3::1"));
    assertThat(NetworkAddress.of("10.0.0.1")).isNotEqualTo(NetworkAddress.of("10.0.0.2"));
  }
}
