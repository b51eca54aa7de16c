package vn.doichieu.web.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.edition.ListFormat;

/**
 * A list that was asked for.
 *
 * @param done steps of {@link #steps} that are done
 * @param madeBy the account that asked for it
 * @param author what people know that account by
 * @param endedAt when it was done or given up; null before
 */
public record ListJob(
    long id,
    long areaId,
    String planId,
    Choice choice,
    State state,
    int done,
    long madeBy,
    String author,
    Instant madeAt,
    @Nullable Instant endedAt) {

  /**
   * What was asked for.
   *
   * @param masked whether small counts about people are hidden
   * @param language {@code vi} or {@code en}
   */
  public record Choice(
      LocalDate asOf, boolean closed, Set<ListFormat> formats, boolean masked, String language) {

    public Choice {
      formats = Set.copyOf(formats);
    }

    /** The formats as they are kept, in their usual order. */
    String words() {
      return String.join(
          ",",
          List.of(ListFormat.values()).stream()
              .filter(formats::contains)
              .map(ListFormat::code)
              .toList());
    }
  }

  /** How far it is. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    /** The server ended while it was made. */
    INTERRUPTED;

    /** The word used in the database, the API and the texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether something is still to come. */
    public boolean isOpen() {
      return this == WAITING || this == RUNNING;
    }

    /** Whether it makes sense to ask for the same again. */
    public boolean isLost() {
      return this == FAILED || this == CANCELLED || this == INTERRUPTED;
    }
  }

  /** All steps: judging, and a file for every format. */
  public int steps() {
    return 1 + choice.formats().size();
  }
}
