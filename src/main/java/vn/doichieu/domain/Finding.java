package vn.doichieu.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conclusion for one target, unit and period.
 *
 * @param basis whose figures decided it
 * @param binding whether it can be held against its unit
 * @param flags what else a reader must know
 * @param numerator see contract, section 3; null where there is none or it is not known
 * @param denominator likewise
 * @param shortfall the smallest whole number still needed; null where it cannot be said
 * @param waiver the waiver that is in force, or the last one that has lapsed; null if there is none
 */
public record Finding(
    Target target,
    ReportingUnit unit,
    ReportingPeriod period,
    Result result,
    Result.Reason reason,
    Basis basis,
    boolean binding,
    Set<Flag> flags,
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable Long shortfall,
    @Nullable Waiver waiver) {

  public Finding {
    flags = Flags.of(flags);
  }

  /** Whether it is a binding finding that makes the check fail: exit code 1. */
  public boolean failsCheck() {
    return binding && result.failsCheck();
  }

  /**
   * Whether a number is larger than allowed, so that the shortfall is what it has to fall by. The
   * reason says so only of what is over and neither waived nor under way.
   */
  public boolean isAbove() {
    if (reason == Result.Reason.ABOVE_THRESHOLD) {
      return true;
    } else if (shortfall == null || shortfall == 0 || numerator == null) {
      return false;
    }
    Criterion criterion = target.criterion();
    if (criterion instanceof Criterion.Count count) {
      return isAbove(count.range(), numerator, 1L);
    } else if (criterion instanceof Criterion.Ratio ratio) {
      return isAbove(ratio.range(), numerator, denominator);
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return isAbove(share.range(), numerator, denominator);
    }
    return criterion instanceof Criterion.Change change
        && denominator != null
        && change.capped()
        && change.exceeded(numerator, denominator);
  }

  private static boolean isAbove(Range range, long n, @Nullable Long d) {
    return d != null && range.capped() && range.isAbove(n, d);
  }

  /** Whose figures a finding rests on. */
  public enum Basis {
    /** The unit's own. */
    OWN,
    /** The figures of the area's members. */
    MEMBERS
  }

  /**
   * An approved exception for a unit and target.
   *
   * @param until the last day of it
   * @param period the one period it is for; null for every period
   * @param decision the number of the decision
   */
  public record Waiver(
      LocalDate until,
      @Nullable ReportingPeriod period,
      String reason,
      String approvedBy,
      String decision) {}

  /** What else a reader must know; in the order in which flags are written (contract, 4.3). */
  public enum Flag {
    ASKED,
    CONFIDENCE_C1,
    CONFIDENCE_C2,
    CONTRIBUTION,
    DECIDED_DESPITE_MISSING,
    EXCEEDED,
    MEMBER_WAIVED,
    ON_DEADLINE_DAY,
    OTHER_READING,
    TOTAL_MISMATCH,
    WAIVER_EXPIRED;

    /** The word used in JSON and CSV: {@code confidence_C1}. */
    public String code() {
      return switch (this) {
        case CONFIDENCE_C1 -> "confidence_C1";
        case CONFIDENCE_C2 -> "confidence_C2";
        default -> name().toLowerCase(Locale.ROOT);
      };
    }
  }
}
