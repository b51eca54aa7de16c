package vn.doichieu.listing;

import java.util.Locale;

/** The parts of the list. Every finding stands in exactly one. */
public enum Part {
  /** Binding and not met, late, not reported or invalid: what the list is about. */
  OPEN,
  /** Members that hold back a target of the area; nothing of theirs is broken. */
  CONTRIBUTIONS,
  /** Bodies that the plan only asks, and has not heard from. */
  ASKED,
  /** There is still time. */
  UNDERWAY,
  /** An approved exception is in force. */
  WAIVED,
  /** A person has to judge. */
  REVIEW,
  /** Figures of members that cannot be used, where they hold nothing back. */
  TO_VERIFY,
  /** Met, nothing to judge, or of no consequence for the area: nothing to do. */
  REST;

  /** The word in message keys: {@code open}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
