package vn.doichieu.history;

import java.time.LocalDate;

/** How a finding on today's list stands to the lists before. */
public sealed interface Status {

  /** It never stood on a list before. */
  record New() implements Status {}

  /**
   * It stood on the last list, too.
   *
   * @param since the day of the list from which on it stood there without a break
   * @param atLeast whether that may have been before: only a plain result of a check was given
   */
  record Persisting(LocalDate since, boolean atLeast) implements Status {}

  /**
   * It stood on a list before, was fixed, and is back.
   *
   * @param firstListed the day of the first list that it stood on
   * @param atLeast whether that may have been before
   * @param fixedOn the day of the first list that it was missing from, the last time
   */
  record Reappeared(LocalDate firstListed, boolean atLeast, LocalDate fixedOn) implements Status {}
}
