package vn.doichieu.domain;

import org.jspecify.annotations.Nullable;

/**
 * One named figure of a unit and period, as a finding used it or missed it.
 *
 * @param value the count, 1 or 0 for yes and no, the epoch day of a date, or a packed {@link Rate};
 *     0 unless valid
 * @param location where it was read; null when it is absent
 */
public record Figure(
    ReportingUnit unit,
    Plan.Item item,
    ReportingPeriod period,
    State state,
    long value,
    @Nullable SourceLocation location) {

  /** Whether a figure can be used. */
  public enum State {
    ABSENT,
    VALID,
    /** Given, but not fit for its item's type, or given twice with different values. */
    INVALID
  }
}
