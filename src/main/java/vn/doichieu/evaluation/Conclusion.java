package vn.doichieu.evaluation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;
import vn.doichieu.submission.Submission;

/**
 * Turns an outcome into a finding: closing first, then waivers, then {@code on_miss} (contract 4.1,
 * 4.3).
 */
final class Conclusion {

  private final Submission submission;
  private final LocalDate asOf;
  private final boolean closed;

  Conclusion(Submission submission, LocalDate asOf, boolean closed) {
    this.submission = submission;
    this.asOf = asOf;
    this.closed = closed;
  }

  /** The result after closing, before waivers and {@code on_miss}. */
  Result afterClosing(Target target, Outcome outcome) {
    Result result = outcome.reason().result();
    boolean miss = result == Result.NOT_MET || result == Result.MISSING;
    return miss && !isOver(target) ? Result.IN_PROGRESS : result;
  }

  private boolean isOver(Target target) {
    return closed || hasDatesOfItsOwn(target) || !asOf.isBefore(target.closesOn());
  }

  /** Deadlines and monthly counts go by their own dates (contract 4.1). */
  private static boolean hasDatesOfItsOwn(Target target) {
    return target.criterion() instanceof Criterion.Deadline
        || target.criterion() instanceof Criterion.MonthlyCount;
  }

  /** The finding of the area's own line, or of a unit below it. */
  Finding conclude(Target target, ReportingUnit unit, ReportingPeriod period, Outcome outcome) {
    boolean area = unit == submission.units().area();
    boolean binds = target.binding() && (area || target.scope().membersBind());
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(outcome.flags());
    addFlags(target, area, binds, flags);

    Result result = afterClosing(target, outcome);
    Reason reason = result == Result.IN_PROGRESS ? Reason.BEFORE_DUE : outcome.reason();
    Waiver waiver = waiver(target, unit, period, outcome, result);
    if (waiver != null && inForce(waiver, target, outcome.day())) {
      result = Result.WAIVED;
      reason = Reason.WAIVED;
    } else if (waiver != null && result != Result.NEEDS_REVIEW) {
      flags.add(Flag.WAIVER_EXPIRED);
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
        flags,
        outcome.numerator(),
        outcome.denominator(),
        outcome.shortfall(),
        waiver);
  }

  private static void addFlags(Target target, boolean area, boolean binds, Set<Flag> flags) {
    switch (target.confidence()) {
      case C1 -> flags.add(Flag.CONFIDENCE_C1);
      case C2 -> flags.add(Flag.CONFIDENCE_C2);
      case PLAIN -> {}
    }
    Criterion criterion = target.criterion();
    boolean ratio = criterion instanceof Criterion.Ratio;
    if (ratio || criterion instanceof Criterion.ShareOfUnits) {
      if (!area && !binds) {
        flags.add(Flag.CONTRIBUTION);
      } else if (area && !target.binding() && ratio) {
        flags.add(Flag.OTHER_READING);
      }
    } else if (!target.binding()
        && (criterion instanceof Criterion.Duty
            || criterion instanceof Criterion.Drl
            || criterion instanceof Criterion.Deadline)) {
      flags.add(Flag.ASKED);
    }
  }

  /** The waiver in force for a result that can be waived, else the last one to lapse; or null. */
  private @Nullable Waiver waiver(
      Target target, ReportingUnit unit, ReportingPeriod period, Outcome outcome, Result result) {
    boolean waivable =
        result == Result.NOT_MET
            || result == Result.MISSING
            || outcome.reason() == Reason.ON_DEADLINE_DAY;
    if (!waivable) {
      return null;
    }
    return submission.waivers(unit, target, period).stream()
        .max(
            Comparator.comparing((Waiver w) -> inForce(w, target, outcome.day()))
                .thenComparing(Waiver::until)
                .thenComparing(Waiver::decision))
        .orElse(null);
  }

  private boolean inForce(Waiver waiver, Target target, @Nullable Long day) {
    if (!asOf.isAfter(waiver.until())) {
      return true;
    }
    if (target.criterion() instanceof Criterion.Deadline) {
      return day != null && day <= waiver.until().toEpochDay();
    }
    return !waiver.until().isBefore(target.closesOn().minusDays(1));
  }
}
