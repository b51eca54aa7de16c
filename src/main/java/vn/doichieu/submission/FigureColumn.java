package vn.doichieu.submission;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.NumberedCondition;

/**
 * The figures of all units for one item and period: primitive columns, by the unit's index, for the
 * range of units that gave one. Eight bytes a unit of that range: its state and row in one number,
 * and its value, as long as all values of the column fit an int.
 */
public final class FigureColumn {

  /** The last row that a figure can have: the two highest bits of its number are its state. */
  static final int LAST_ROW = (1 << 30) - 1;

  private static final State[] STATES = State.values();
  private static final int STATE = 30;
  private static final int ABSENT = State.ABSENT.ordinal();
  private static final int VALID = State.VALID.ordinal();
  private static final int[] NONE = {};

  /** A range that covers so much of the units (a quarter) will have to cover them all. */
  private static final int MUCH = 4;

  private final int units;
  private int first;
  private int[] places = NONE;
  private int[] values = NONE;
  private long @Nullable [] wideValues; // Instead of the others, once one does not fit an int.
  private int @Nullable [] sources; // Only when there is more than one.

  FigureColumn(int units) {
    this.units = units;
  }

  public State state(int unit) {
    int at = unit - first;
    return at >= 0 && at < places.length ? STATES[places[at] >>> STATE] : State.ABSENT;
  }

  /** A count, 1 or 0 for yes and no, or the epoch day of a date; 0 unless the figure is valid. */
  public long value(int unit) {
    int at = unit - first;
    if (at < 0 || at >= places.length) {
      return 0;
    }
    return wideValues == null ? values[at] : wideValues[at];
  }

  /** The value, or {@link NumberedCondition#ABSENT} or {@code INVALID} in its place. */
  public long number(int unit) {
    int at = unit - first;
    if (at < 0 || at >= places.length) {
      return NumberedCondition.ABSENT;
    }
    int state = places[at] >>> STATE;
    if (state == VALID) {
      return wideValues == null ? values[at] : wideValues[at];
    }
    return state == ABSENT ? NumberedCondition.ABSENT : NumberedCondition.INVALID;
  }

  /** The row it was first read from; 0 if it is absent. */
  public int row(int unit) {
    int at = unit - first;
    return at >= 0 && at < places.length ? places[at] & LAST_ROW : 0;
  }

  /** The source it was first read from, by its number in the set of figures. */
  int source(int unit) {
    int at = unit - first;
    return sources == null || at < 0 || at >= sources.length ? 0 : sources[at];
  }

  /** Whether any unit gave a figure. */
  boolean hasAny() {
    return places.length > 0;
  }

  /** Hands over every unit, by its index, whose figure is not absent. */
  void forEachGiven(IntConsumer action) {
    for (int at = 0; at < places.length; at++) {
      if (places[at] >>> STATE != ABSENT) {
        action.accept(first + at);
      }
    }
  }

  /**
   * Sets a figure; its place stays the first one it was given.
   *
   * @param row at most {@link #LAST_ROW}
   */
  void put(int unit, State state, long value, int source, int row) {
    if (row < 0 || row > LAST_ROW) {
      throw new IllegalArgumentException("no row for a figure: " + row);
    }
    cover(unit);
    int at = unit - first;
    int known = places[at] & LAST_ROW;
    places[at] = state.ordinal() << STATE | (known == 0 ? row : known);
    set(at, state == State.VALID ? value : 0);
    if (known == 0 && source != 0) {
      int[] all = sources == null ? new int[places.length] : sources;
      all[at] = source;
      sources = all;
    }
  }

  private void set(int at, long value) {
    if (wideValues == null && value != (int) value) {
      wideValues = Arrays.stream(values).asLongStream().toArray();
      values = NONE;
    }
    if (wideValues == null) {
      values[at] = (int) value;
    } else {
      wideValues[at] = value;
    }
  }

  /** Makes room for a unit: by half as much again, or for all units at once. */
  private void cover(int unit) {
    if (places.length == 0) {
      first = unit;
    }
    int end = first + places.length;
    if (unit >= first && unit < end) {
      return;
    }
    int from = Math.min(first, unit);
    int to = Math.max(end, unit + 1);
    int more = (to - from) / 2;
    from = unit < first ? Math.max(0, from - more) : from;
    to = unit < first ? to : Math.min(units, to + more);
    if (to - from > units / MUCH) {
      from = 0;
      to = units;
    }
    int shift = first - from;
    first = from;
    places = copy(places, new int[to - from], shift);
    if (wideValues == null) {
      values = copy(values, new int[places.length], shift);
    } else {
      long[] wide = new long[places.length];
      System.arraycopy(wideValues, 0, wide, shift, wideValues.length);
      wideValues = wide;
    }
    sources = sources == null ? null : copy(sources, new int[places.length], shift);
  }

  private static int[] copy(int[] from, int[] to, int shift) {
    System.arraycopy(from, 0, to, shift, from.length);
    return to;
  }
}
