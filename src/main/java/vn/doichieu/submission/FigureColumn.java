package vn.doichieu.submission;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure.State;

/** The figures of all units for one item and period: primitive columns, by the unit's index. */
public final class FigureColumn {

  private static final State[] STATES = State.values();

  private final byte[] states;
  private final long[] values;
  private final int[] rows;
  private int @Nullable [] sources; // Only when there is more than one.

  FigureColumn(int units) {
    states = new byte[units];
    values = new long[units];
    rows = new int[units];
  }

  public State state(int unit) {
    return STATES[states[unit]];
  }

  /** A count, 1 or 0 for yes and no, or the epoch day of a date; 0 unless the figure is valid. */
  public long value(int unit) {
    return values[unit];
  }

  /** The row it was first read from; 0 if it is absent. */
  public int row(int unit) {
    return rows[unit];
  }

  /** The source it was first read from, by its number in the set of figures. */
  int source(int unit) {
    return sources == null ? 0 : sources[unit];
  }

  /** Sets a figure; its place stays the first one it was given. */
  void put(int unit, State state, long value, int source, int row) {
    states[unit] = (byte) state.ordinal();
    values[unit] = state == State.VALID ? value : 0;
    if (rows[unit] != 0) {
      return;
    }
    rows[unit] = row;
    if (source != 0) {
      int[] known = sources == null ? new int[rows.length] : sources;
      known[unit] = source;
      sources = known;
    }
  }
}
