package vn.doichieu.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.Flags;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;
import vn.doichieu.submission.Submission;

/**
 * Turns the outcomes of one target and period into findings: closing first, then waivers, then
 * {@code on_miss} (contract 4.1, 4.3).
 */
final class Conclusion {

  private final Target target;
  private final ReportingPeriod period;
  private final LocalDate asOf;
  private final boolean over;
  private final boolean binds;
  private final Flags flags;
  private final Map<ReportingUnit, List<Waiver>> waivers;

  /**
   * The conclusions of a slot.
   *
   * @param area whether they are about the area itself, and not the units below it
   */
  Conclusion(Submission submission, Slot slot, LocalDate asOf, boolean closed, boolean area) {
    target = slot.target();
    period = slot.period();
    this.asOf = asOf;
    over = closed || hasDatesOfItsOwn(target) || !asOf.isBefore(target.closesOn());
    binds = target.binding() && (area || target.scope().membersBind());
    flags = flags(target, area, binds);
    waivers = submission.waivers(target);
  }

  /** Deadlines and monthly counts go by their own dates (contract 4.1). */
  private static boolean hasDatesOfItsOwn(Target target) {
    return target.criterion() instanceof Criterion.Deadline
        || target.criterion() instanceof Criterion.MonthlyCount;
  }

  /** The result after closing, before waivers and {@code on_miss}. */
  Result afterClosing(Outcome outcome) {
    Result result = outcome.reason().result();
    boolean miss = result == Result.NOT_MET || result == Result.MISSING;
    return miss && !over ? Result.IN_PROGRESS : result;
  }

  /** Whether some waiver may change what is concluded of a unit. */
  boolean mayWaive(ReportingUnit unit) {
    return !waivers.isEmpty() && waivers.containsKey(unit);
  }

  /** The finding of a unit. */
  Finding of(ReportingUnit unit, Outcome outcome) {
    Result result = afterClosing(outcome);
    Reason reason = result == Result.IN_PROGRESS ? Reason.BEFORE_DUE : outcome.reason();
    Flags all = flags.and(outcome.flags());
    Waiver waiver = waivers.isEmpty() ? null : waiver(unit, outcome, result);
    if (waiver != null && inForce(waiver, outcome.day())) {
      result = Result.WAIVED;
      reason = Reason.WAIVED;
    } else if (waiver != null && result != Result.NEEDS_REVIEW) {
      all = all.and(Flag.WAIVER_EXPIRED);
    }
    if (result == Result.NOT_MET && target.reviewOnMiss()) {
      result = Result.NEEDS_REVIEW;
    }
    return new Finding(
        target,
        unit,
        period,
        result,
        reason,
        outcome.basis(),
        binds,
        all,
        outcome.numerator(),
        outcome.denominator(),
        outcome.shortfall(),
        waiver);
  }

  private static Flags flags(Target target, boolean area, boolean binds) {
    Flags flags =
        switch (target.confidence()) {
          case C1 -> Flags.NONE.and(Flag.CONFIDENCE_C1);
          case C2 -> Flags.NONE.and(Flag.CONFIDENCE_C2);
          case PLAIN -> Flags.NONE;
        };
    Criterion criterion = target.criterion();
    boolean ratio = criterion instanceof Criterion.Ratio;
    if (ratio || criterion instanceof Criterion.ShareOfUnits) {
      if (!area && !binds) {
        return flags.and(Flag.CONTRIBUTION);
      } else if (area && !target.binding() && ratio) {
        return flags.and(Flag.OTHER_READING);
      }
    } else if (!area && !binds && target.binding()) {
      return flags.and(Flag.CONTRIBUTION);
    } else if (!target.binding()
        && (criterion instanceof Criterion.Duty
            || criterion instanceof Criterion.Drl
            || criterion instanceof Criterion.Deadline)) {
      return flags.and(Flag.ASKED);
    }
    return flags;
  }

  /** The waiver in force for a result that can be waived, else the last one to lapse; or null. */
  private @Nullable Waiver waiver(ReportingUnit unit, Outcome outcome, Result result) {
    boolean waivable =
        result == Result.NOT_MET
            || result == Result.MISSING
            || outcome.reason() == Reason.ON_DEADLINE_DAY;
    List<Waiver> granted = waivable ? waivers.get(unit) : null;
    if (granted == null) {
      return null;
    }
    Waiver best = null;
    for (Waiver one : granted) {
      if ((one.period() == null || one.period().equals(period))
          && (best == null || isBetter(one, best, outcome.day()))) {
        best = one;
      }
    }
    return best;
  }

  private boolean isBetter(Waiver one, Waiver other, @Nullable Long day) {
    if (inForce(one, day) != inForce(other, day)) {
      return inForce(one, day);
    }
    int later = one.until().compareTo(other.until());
    return later != 0 ? later > 0 : one.decision().compareTo(other.decision()) >= 0;
  }

  private boolean inForce(Waiver waiver, @Nullable Long day) {
    if (!asOf.isAfter(waiver.until())) {
      return true;
    }
    if (target.criterion() instanceof Criterion.Deadline) {
      return day != null && day <= waiver.until().toEpochDay();
    }
    return !waiver.until().isBefore(target.closesOn().minusDays(1));
  }
}
