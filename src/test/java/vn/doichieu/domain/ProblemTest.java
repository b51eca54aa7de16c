package vn.doichieu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.doichieu.domain.Problem.Kind;

class ProblemTest {

  /** From first to last: each differs from the one before in the next part of the order. */
  private static final List<Problem> IN_ORDER =
      List.of(
          new Problem(Kind.UNKNOWN_ITEM, SourceLocation.of("figures.csv"), null),
          new Problem(Kind.UNKNOWN_ITEM, SourceLocation.of("figures.csv", 2), null),
          new Problem(Kind.UNKNOWN_ITEM, SourceLocation.of("figures.csv", 2, "item"), null),
          new Problem(Kind.UNKNOWN_UNIT, SourceLocation.of("figures.csv", 2, "unit"), null),
          new Problem(Kind.NOT_A_COUNT, SourceLocation.of("figures.csv", 2, "value"), "a"),
          new Problem(Kind.NOT_A_COUNT, SourceLocation.of("figures.csv", 2, "value"), "b"),
          new Problem(Kind.NOT_A_COUNT, SourceLocation.of("figures.csv", 2, "value"), "b", "x"),
          new Problem(Kind.NOT_A_DATE, SourceLocation.of("figures.csv", 2, "value"), "a"),
          new Problem(Kind.UNKNOWN_ITEM, SourceLocation.of("figures.csv", 10), null),
          new Problem(Kind.NO_AREA, new SourceLocation("figures.csv", "S", 1, "a"), null),
          new Problem(Kind.NO_AREA, SourceLocation.of("units.csv", 1), null));

  @Test
  void areSortedByPlaceWhateverOrderTheyWereFoundIn() {
    for (long seed = 0; seed < 50; seed++) {
      List<Problem> shuffled = new ArrayList<>(IN_ORDER);
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(shuffled.stream().sorted(Problem.BY_PLACE).toList())
          .containsExactlyElementsOf(IN_ORDER);
    }
  }

  @Test
  void keepTheirListsToThemselves() {
    List<Integer> rows = new ArrayList<>(List.of(3));
    Problem problem = IN_ORDER.get(0).alsoAt(rows);

    rows.add(4);

    assertThat(problem.alsoAt()).containsExactly(3);
    assertThat(problem.location()).isEqualTo(IN_ORDER.get(0).location());
  }
}
