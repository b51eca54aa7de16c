package vn.doichieu.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finding that stands, or once stood, on the leaders' list of what is not met.
 *
 * @param first the day of the first list that it stood on
 * @param atLeast whether it may have stood on the list before that day: nobody kept the lists
 * @param listedSince the day of the list from which on it stood there without a break, until now or
 *     until it was fixed
 * @param fixedOn the day of the list that it no longer stood on; null while it stands
 */
public record ListEntry(
    Line line,
    LocalDate first,
    boolean atLeast,
    LocalDate listedSince,
    @Nullable LocalDate fixedOn) {

  public ListEntry {
    if (listedSince.isBefore(first) || (fixedOn != null && fixedOn.isBefore(listedSince))) {
      throw new IllegalArgumentException(line + ": " + first + ", " + listedSince + ", " + fixedOn);
    }
  }

  /** An entry of the first list that a finding stands on. */
  public static ListEntry first(Line line, LocalDate day, boolean atLeast) {
    return new ListEntry(line, day, atLeast, day, null);
  }

  /** Whether it stands on the list. */
  public boolean stands() {
    return fixedOn == null;
  }

  /** Whether it may have stood there before {@link #listedSince}. */
  public boolean sinceAtLeast() {
    return atLeast && first.equals(listedSince);
  }

  /** The same, no longer on the list of a day. */
  public ListEntry fixed(LocalDate day) {
    return new ListEntry(line, first, atLeast, listedSince, day);
  }

  /** The same, once more on the list from a day on. */
  public ListEntry again(LocalDate day) {
    return new ListEntry(line, first, atLeast, day, null);
  }

  /**
   * What tells findings apart: the target's id, the unit's code and the period as it is written.
   */
  public record Line(String target, String unit, String period) {

    public static Line of(Finding finding) {
      return new Line(finding.target().id(), finding.unit().code(), finding.period().text());
    }
  }
}
