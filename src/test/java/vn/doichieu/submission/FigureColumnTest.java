package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Figure.State;

class FigureColumnTest {

  /** What one unit gave, kept the plain way. */
  private static final class Plain {
    private State state = State.ABSENT;
    private long value;
    private int source;
    private int row;
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "7, 20", "100, 3", "1000, 30", "1000, 5000", "30, 300"})
  void keepsWhatEveryUnitGaveInWhateverOrder(int units, int puts) {
    for (int seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      FigureColumn column = new FigureColumn(units);
      Plain[] plain = new Plain[units];
      for (int i = 0; i < units; i++) {
        plain[i] = new Plain();
      }
      for (int i = 0; i < puts; i++) {
        int unit = random.nextInt(4) == 0 ? random.nextInt(units) : Math.min(units - 1, i / 2);
        State state = random.nextInt(9) == 0 ? State.INVALID : State.VALID;
        long value = random.nextInt(200) == 0 ? random.nextLong() : random.nextInt(1000);
        int source = random.nextInt(50) == 0 ? 1 + random.nextInt(3) : 0;
        column.put(unit, state, value, source, i + 1);

        plain[unit].state = state;
        plain[unit].value = state == State.VALID ? value : 0;
        plain[unit].source = plain[unit].row == 0 ? source : plain[unit].source;
        plain[unit].row = plain[unit].row == 0 ? i + 1 : plain[unit].row;
      }
      for (int i = 0; i < units; i++) {
        assertThat(column.state(i)).isEqualTo(plain[i].state);
        assertThat(column.value(i)).isEqualTo(plain[i].value);
        assertThat(column.source(i)).isEqualTo(plain[i].source);
        assertThat(column.row(i)).isEqualTo(plain[i].row);
      }
    }
  }

  @Test
  void tellsNothingOfUnitsThatGaveNothing() {
    FigureColumn column = new FigureColumn(3);

    assertThat(column.state(2)).isEqualTo(State.ABSENT);
    assertThat(column.value(2)).isZero();
    assertThat(column.row(2)).isZero();
  }

  @Test
  void keepsTheLastRowThatItCanAndRefusesTheNext() {
    FigureColumn column = new FigureColumn(1);
    column.put(0, State.INVALID, 0, 0, FigureColumn.LAST_ROW);

    assertThat(column.row(0)).isEqualTo(FigureColumn.LAST_ROW);
    assertThat(column.state(0)).isEqualTo(State.INVALID);
    assertThatThrownBy(() -> column.put(0, State.VALID, 1, 0, FigureColumn.LAST_ROW + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsCountsBeyondAnInt() {
    FigureColumn column = new FigureColumn(2);
    column.put(0, State.VALID, 5, 0, 1);
    column.put(1, State.VALID, Long.MAX_VALUE, 0, 2);

    assertThat(column.value(0)).isEqualTo(5);
    assertThat(column.value(1)).isEqualTo(Long.MAX_VALUE);
  }
}
