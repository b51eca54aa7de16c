package vn.doichieu.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.doichieu.rules.InvalidRules;

class AheadTest {

  @Test
  void givesWhatTheWorkCameToOnAThreadOfItsOwn() {
    assertThat(Ahead.begin("aside", () -> Thread.currentThread().getName()).get())
        .isEqualTo("aside");
  }

  @Test
  void throwsWhatTheWorkThrewOnlyWhereItsResultIsAskedFor() {
    InvalidRules problem = new InvalidRules(List.of());
    Ahead<String> failed =
        Ahead.begin(
            "aside",
            () -> {
              throw problem;
            });

    failed.await();

    assertThatThrownBy(failed::get).isSameAs(problem);
  }

  @Test
  void throwsErrorsAsTheyAre() {
    Ahead<String> failed =
        Ahead.begin(
            "aside",
            () -> {
              throw new OutOfMemoryError("none left");
            });

    assertThatThrownBy(failed::get).isInstanceOf(OutOfMemoryError.class).hasMessage("none left");
  }
}
