package vn.doichieu.submission;

import vn.doichieu.domain.Figure.State;

/** The figures of all units for one item and period: primitive columns, by the unit's index. */
public final class FigureColumn {

  private static final State[] STATES = State.values();

  private final byte[] states;
  private final long[] values;
  private final int[] rows;

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

  void put(int unit, State state, long value, int row) {
    states[unit] = (byte) state.ordinal();
    values[unit] = state == State.VALID ? value : 0;
    rows[unit] = rows[unit] == 0 ? row : rows[unit];
  }
}
