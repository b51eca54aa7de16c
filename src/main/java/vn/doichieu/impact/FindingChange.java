package vn.doichieu.impact;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.edits.Edit;
import vn.doichieu.edits.Edit.Cell;

/**
 * A finding that is not the same under both versions of the rules.
 *
 * @param before the finding under the version before; null if it appears
 * @param after the finding under the edited version; null if it vanishes
 * @param aspects in what the two differ
 * @param causes the edits that explain it
 * @param unexplained in what they differ for no edit that is known: a defect of ours
 */
public record FindingChange(
    @Nullable Finding before,
    @Nullable Finding after,
    Set<Aspect> aspects,
    List<Cause> causes,
    Set<Aspect> unexplained) {

  /**
   * An edit that explains a change.
   *
   * @param cells the cells of it that do; empty where the edit is no matter of cells
   */
  public record Cause(Edit edit, List<Cell> cells) {}

  /** In what two findings can differ. */
  public enum Aspect {
    /** One of them is not there. */
    PRESENCE,
    RESULT,
    REASON,
    BINDING,
    FLAGS,
    /** Numerator and denominator. */
    NUMBERS,
    SHORTFALL,
    WAIVER,
    PRIORITY,
    /** Whose figures decide. */
    BASIS,
    /** The figures that were used or missed. */
    FIGURES,
    /** What it would be under other readings. */
    READINGS;

    /** The word used in JSON: {@code other_readings}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a change comes to, in the order of reports. */
  public enum Kind {
    /** It was met and is not met. */
    LOST,
    /** It was something else, and is not met, missing or invalid. */
    WORSE,
    /** It was not met, missing or invalid, and is no longer. */
    BETTER,
    /** Another result. */
    OTHER,
    GONE,
    COME,
    /** The same result, held against the unit now, or no longer. */
    BINDING,
    /** The same result with another reason, number, flag… */
    DETAIL;

    /** The word used in JSON: {@code lost}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody may be told another thing than before: exit code 1. */
    public boolean flips() {
      return this != DETAIL;
    }
  }

  /** The finding of the edited version; if it vanishes, of the one before. */
  public Finding shown() {
    return after == null ? Objects.requireNonNull(before) : after;
  }

  /** Whether either finding can be held against its unit. */
  public boolean binding() {
    return (before != null && before.binding()) || (after != null && after.binding());
  }

  public Kind kind() {
    if (before == null) {
      return Kind.COME;
    } else if (after == null) {
      return Kind.GONE;
    } else if (before.result() == after.result()) {
      return before.binding() == after.binding() ? Kind.DETAIL : Kind.BINDING;
    } else if (before.result() == Result.MET && after.result() == Result.NOT_MET) {
      return Kind.LOST;
    }
    boolean failed = before.result().failsCheck();
    boolean fails = after.result().failsCheck();
    return failed == fails ? Kind.OTHER : fails ? Kind.WORSE : Kind.BETTER;
  }
}
