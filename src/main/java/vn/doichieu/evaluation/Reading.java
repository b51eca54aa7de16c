package vn.doichieu.evaluation;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Flags;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.gauge.DeadlineGauge;
import vn.doichieu.gauge.MonthsGauge;
import vn.doichieu.gauge.RatioGauge;
import vn.doichieu.rulebase.Verdicts;

/** Reads the lines of a slot one after another, and says what their figures come to. */
final class Reading {

  private final Slot slot;
  private final Criterion criterion;
  private final long[] numbers;
  private int unit;
  private boolean applies;
  private boolean judged;

  Reading(Slot slot) {
    this.slot = slot;
    criterion = slot.target().criterion();
    numbers = new long[slot.width()];
  }

  /**
   * What a unit's own figures come to.
   *
   * @param of the unit's index
   * @param line its line in the verdicts
   */
  Outcome outcome(int of, Verdicts verdicts, int line) {
    Reason left = left(of);
    if (judged && !verdicts.held(line)) {
      Outcome missed = missed();
      Long shortfall = missed.shortfall();
      if (shortfall != null && shortfall <= 0) {
        throw new IllegalStateException(
            slot.target().id() + " lacks nothing, yet its rule does not hold");
      }
      return missed;
    }
    if (left != null && !certain()) {
      return unjudged(left);
    }
    return held(verdicts.exceeded(line));
  }

  /** The reason alone, of a member of a share of units. */
  Reason reason(int of, Verdicts verdicts, int line) {
    Reason left = left(of);
    return judged && !verdicts.held(line)
        ? Reason.CONDITION_FAILED
        : left != null ? left : Reason.MET;
  }

  private @Nullable Reason left(int of) {
    unit = of;
    Reason left = slot.unmet(unit, numbers);
    applies = left == null;
    if (applies) {
      left = slot.gauge().read(unit, numbers, 0);
    }
    judged = left == null || (applies && slot.gauge().judgesBestCase());
    return left;
  }

  /** Whether a score is reached whatever is not known. */
  private boolean certain() {
    return criterion instanceof Criterion.Score score
        && applies
        && score.range().holds(numbers[0], 1);
  }

  private Outcome held(boolean exceeded) {
    if (criterion instanceof Criterion.Judgement) {
      return Outcome.of(Reason.JUDGEMENT, Basis.OWN);
    }
    if (criterion instanceof Criterion.Score) {
      Outcome met = numbers(Reason.MET, 0L);
      return numbers[0] == numbers[1] ? met : met.with(Flag.DECIDED_DESPITE_MISSING);
    }
    return exceeded ? numbers(Reason.EXCEEDED, 0L).with(Flag.EXCEEDED) : numbers(Reason.MET, 0L);
  }

  private Outcome missed() {
    if (criterion instanceof Criterion.Ratio ratio) {
      return outside(ratio.range(), numbers[0], numbers[1]);
    } else if (criterion instanceof Criterion.Change change) {
      boolean above = change.exceeded(numbers[0], numbers[1]);
      return numbers(
          above ? Reason.ABOVE_THRESHOLD : Reason.BELOW_THRESHOLD,
          change.shortfall(numbers[0], numbers[1]));
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return reduction.exceeded(numbers[0], numbers[1])
          ? numbers(Reason.ABOVE_THRESHOLD, null)
          : numbers(Reason.BELOW_THRESHOLD, reduction.shortfall(numbers[0], numbers[1]));
    } else if (criterion instanceof Criterion.Count count) {
      return outside(count.range(), numbers[0], 1);
    } else if (criterion instanceof Criterion.Score score) {
      Outcome missed = numbers(Reason.BELOW_THRESHOLD, score.range().shortfall(numbers[1], 1));
      return numbers[0] == numbers[1] ? missed : missed.with(Flag.DECIDED_DESPITE_MISSING);
    } else if (criterion instanceof Criterion.ShareOfUnits) {
      return numbers(Reason.CONDITION_FAILED, 1L);
    } else if (slot.gauge() instanceof MonthsGauge months) {
      return numbers(Reason.MONTHS_MISSED, months.missed(unit));
    } else if (slot.gauge() instanceof DeadlineGauge deadline) {
      long late = numbers[0] - deadline.due() + 1;
      return late == 1
          ? numbers(Reason.ON_DEADLINE_DAY, late).with(Flag.ON_DEADLINE_DAY)
          : numbers(Reason.LATE, late);
    } else if (criterion instanceof Criterion.Duty) {
      return numbers(Reason.NOT_DONE, 1L);
    } else if (criterion instanceof Criterion.Drl) {
      return numbers(Reason.NOT_DONE, null); // How much is lacking only the rule knows.
    }
    throw new IllegalStateException("no rule judged " + slot.target().id());
  }

  private Outcome outside(Range range, long n, long d) {
    Reason reason = range.isBelow(n, d) ? Reason.BELOW_THRESHOLD : Reason.ABOVE_THRESHOLD;
    return numbers(reason, range.shortfall(n, d));
  }

  private Outcome unjudged(Reason reason) {
    if (criterion instanceof Criterion.Ratio) {
      if (!applies) { // Not read yet.
        slot.gauge().read(unit, numbers, 0);
      }
      RatioGauge.Parts parts = RatioGauge.Parts.in(numbers);
      return Outcome.of(
          reason,
          Basis.OWN,
          parts.knowsN() ? parts.n() : null,
          parts.knowsD() ? parts.d() : null,
          null);
    }
    if (slot.gauge() instanceof DeadlineGauge deadline) {
      Long given = deadline.read(unit, numbers, 0) == null ? numbers[0] : null;
      return new Outcome(reason, Basis.OWN, null, null, null, given, Flags.NONE);
    }
    return slot.gauge() instanceof MonthsGauge
        ? numbers(reason, null)
        : Outcome.of(reason, Basis.OWN);
  }

  /** An outcome with the numbers that the contract, section 3, asks for. */
  private Outcome numbers(Reason reason, @Nullable Long shortfall) {
    if (criterion instanceof Criterion.Ratio
        || criterion instanceof Criterion.Change
        || criterion instanceof Criterion.Reduction) {
      return Outcome.of(reason, Basis.OWN, numbers[0], numbers[1], shortfall);
    } else if (criterion instanceof Criterion.Score score) {
      return Outcome.of(reason, Basis.OWN, numbers[2], score.most(), shortfall);
    } else if (criterion instanceof Criterion.Count) {
      return Outcome.of(reason, Basis.OWN, numbers[0], null, shortfall);
    } else if (slot.gauge() instanceof MonthsGauge months) {
      long ended = months.ended().size();
      return Outcome.of(reason, Basis.OWN, months.met(unit), ended, shortfall);
    } else if (criterion instanceof Criterion.Deadline) {
      return new Outcome(reason, Basis.OWN, null, null, shortfall, numbers[0], Flags.NONE);
    }
    return Outcome.of(reason, Basis.OWN, null, null, shortfall);
  }
}
