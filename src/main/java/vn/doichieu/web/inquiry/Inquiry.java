package vn.doichieu.web.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A question about a finding, with all that was said to it; one for each finding.
 *
 * @param due the last day for an answer; null if none was set
 * @param revision counts what was said: who decides says what they have read
 */
public record Inquiry(
    long id,
    long areaId,
    String planId,
    String target,
    String unit,
    String period,
    State state,
    @Nullable LocalDate due,
    int revision) {

  /** Whether its answer is late on some day. */
  public boolean isOverdue(LocalDate today) {
    return state == State.OPEN && due != null && due.isBefore(today);
  }

  /** Whose turn it is. */
  public enum State {
    /** The unit's. */
    OPEN,
    /** The leader's. */
    ANSWERED,
    /** Nobody's: the leader is content. */
    ACCEPTED;

    /** The word used in the database, the API and addresses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
      return Arrays.stream(values()).map(State::code).toList();
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Something that was said. Never changed and never taken back.
   *
   * @param by the title of the account
   * @param due the last day for an answer that a question named
   * @param told the finding as it stood when a question was put; null for the other kinds, and
   *     where there was no such finding any more
   */
  public record Message(
      long id,
      Kind kind,
      String by,
      Instant madeAt,
      @Nullable LocalDate due,
      String text,
      @Nullable Told told) {

    /** What a message is. */
    public enum Kind {
      QUESTION,
      ANSWER,
      /** A remark of the area's office: neither a question nor an answer. */
      NOTE,
      ACCEPTANCE,
      /** A question after the first. */
      AGAIN;

      /** The word used in the database and the API. */
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }

      static Kind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
      }
    }
  }
}
