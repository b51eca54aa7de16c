package vn.doichieu.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.explanation.Explanation.Clock;
import vn.doichieu.explanation.Explanation.Settled;
import vn.doichieu.explanation.Explanation.Standing;
import vn.doichieu.explanation.Explanation.WaiverHeld;
import vn.doichieu.submission.Submission;

/**
 * What becomes of what the figures come to: closing first, then waivers, then {@code on_miss}
 * (contract 4.1, 4.3).
 */
final class Settlement {

  private final Submission submission;
  private final LocalDate asOf;
  private final boolean closed;

  Settlement(Submission submission, LocalDate asOf, boolean closed) {
    this.submission = submission;
    this.asOf = asOf;
    this.closed = closed;
  }

  /** Whether the period of a target counts as over, and why. */
  Clock clock(Target target) {
    Criterion criterion = target.criterion();
    if (criterion instanceof Criterion.Deadline || criterion instanceof Criterion.MonthlyCount) {
      return Clock.OWN_DATES;
    } else if (!asOf.isBefore(target.closesOn())) {
      return Clock.OVER;
    }
    return closed ? Clock.TAKEN_AS_OVER : Clock.RUNNING;
  }

  /** A result after closing. */
  static Result closed(Result result, boolean over) {
    boolean miss = result == Result.NOT_MET || result == Result.MISSING;
    return miss && !over ? Result.IN_PROGRESS : result;
  }

  /** Settles one line. */
  Settled settle(Target target, ReportingUnit unit, ReportingPeriod period, ByFigures byFigures) {
    boolean area = unit.equals(submission.units().area());
    boolean binding = target.binding() && (area || target.scope().membersBind());
    Clock clock = clock(target);
    Result closing = closed(byFigures.result(), clock != Clock.RUNNING);
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(byFigures.flags());
    addFlags(target, area, binding, flags);

    Reason reason = closing == Result.IN_PROGRESS ? Reason.BEFORE_DUE : byFigures.reason();
    boolean onTheDay = reason == Reason.ON_DEADLINE_DAY;
    boolean waivable = closing == Result.NOT_MET || closing == Result.MISSING || onTheDay;
    List<WaiverHeld> waivers = held(target, unit, period, byFigures.day(), waivable);
    Result result = closing;
    if (waivers.stream().anyMatch(WaiverHeld::applied)) {
      result = Result.WAIVED;
      reason = Reason.WAIVED;
    } else if (waivable && !waivers.isEmpty() && !onTheDay) {
      flags.add(Flag.WAIVER_EXPIRED);
    }
    boolean left = result == Result.NOT_MET && target.reviewOnMiss();
    return new Settled(
        clock,
        target.closesOn(),
        closing,
        waivers,
        left,
        left ? Result.NEEDS_REVIEW : result,
        reason,
        binding,
        flags);
  }

  /** The waivers, the one that counts first. */
  private List<WaiverHeld> held(
      Target target,
      ReportingUnit unit,
      ReportingPeriod period,
      @Nullable LocalDate day,
      boolean waivable) {
    List<WaiverHeld> held = new ArrayList<>();
    for (Waiver waiver : submission.waivers(unit, target, period)) {
      held.add(new WaiverHeld(waiver, standing(waiver, target, day), false));
    }
    held.sort(
        Comparator.comparing((WaiverHeld h) -> h.standing() == Standing.LAPSED)
            .thenComparing(h -> h.waiver().until(), Comparator.reverseOrder())
            .thenComparing(h -> h.waiver().decision(), Comparator.reverseOrder()));
    if (waivable && !held.isEmpty() && held.get(0).standing() != Standing.LAPSED) {
      held.set(0, new WaiverHeld(held.get(0).waiver(), held.get(0).standing(), true));
    }
    return held;
  }

  private Standing standing(Waiver waiver, Target target, @Nullable LocalDate day) {
    LocalDate until = waiver.until();
    if (!asOf.isAfter(until)) {
      return Standing.IN_FORCE;
    } else if (target.criterion() instanceof Criterion.Deadline) {
      return day != null && !day.isAfter(until) ? Standing.COVERED_THE_DATE : Standing.LAPSED;
    }
    LocalDate lastDay = target.closesOn().minusDays(1);
    return until.isBefore(lastDay) ? Standing.LAPSED : Standing.COVERED_THE_PERIOD;
  }

  private static void addFlags(Target target, boolean area, boolean binding, Set<Flag> flags) {
    switch (target.confidence()) {
      case C1 -> flags.add(Flag.CONFIDENCE_C1);
      case C2 -> flags.add(Flag.CONFIDENCE_C2);
      case PLAIN -> {}
    }
    Criterion criterion = target.criterion();
    boolean ratio = criterion instanceof Criterion.Ratio;
    boolean task =
        criterion instanceof Criterion.Duty
            || criterion instanceof Criterion.Drl
            || criterion instanceof Criterion.Deadline;
    boolean pooled = ratio || criterion instanceof Criterion.ShareOfUnits;
    if (!area && !binding && (pooled || target.binding())) {
      flags.add(Flag.CONTRIBUTION);
    } else if (ratio && area && !target.binding()) {
      flags.add(Flag.OTHER_READING);
    } else if (task && !target.binding()) {
      flags.add(Flag.ASKED);
    }
  }
}
