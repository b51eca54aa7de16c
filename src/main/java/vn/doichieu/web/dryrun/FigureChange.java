package vn.doichieu.web.dryrun;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.web.filing.Counting.Source;

/**
 * What an upload does to one figure.
 *
 * @param before what counts without it; null if nothing does
 * @param after what it gives; null if it takes the figure back
 */
public record FigureChange(@Nullable Source before, @Nullable Figure after) {

  /** What becomes of a figure. */
  public enum Kind {
    NEW,
    CHANGED,
    WITHDRAWN,
    /** Given, but of no use: see the problems. */
    INVALID,
    SAME;

    /** The word used in the API and for texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The figure in question. */
  public Figure figure() {
    return after == null ? Objects.requireNonNull(before).figure() : after;
  }

  public Kind kind() {
    if (after == null) {
      return Kind.WITHDRAWN;
    } else if (after.state() == State.INVALID) {
      return Kind.INVALID;
    } else if (before == null) {
      return Kind.NEW;
    }
    Figure was = before.figure();
    boolean same = was.state() == after.state() && was.value() == after.value();
    return same ? Kind.SAME : Kind.CHANGED;
  }

  /** Whether anything that counts is another afterwards. */
  public boolean changes() {
    return kind() != Kind.SAME;
  }
}
