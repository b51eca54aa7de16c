package vn.doichieu.evaluation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.evaluation.Agenda.Slot;
import vn.doichieu.gauge.DeadlineGauge;
import vn.doichieu.gauge.Gauges;
import vn.doichieu.gauge.MonthsGauge;
import vn.doichieu.gauge.RatioGauge;
import vn.doichieu.rulebase.Measurement;

/** A unit's own figures of one period, measured for the rules, and what the rules say of them. */
final class Reading {

  private final ReportingUnit unit;
  private final Agenda.Group group;
  private final Measurement measurement;
  private final @Nullable Reason[] open;

  Reading(ReportingUnit unit, Agenda.Group group, boolean area) {
    this.unit = unit;
    this.group = group;
    measurement = new Measurement(group.layout(), group.period(), area);
    open = new Reason[group.slots().size()];
  }

  ReportingUnit unit() {
    return unit;
  }

  Agenda.Group group() {
    return group;
  }

  Measurement measurement() {
    return measurement;
  }

  /** Measures one slot. */
  void measure(Slot slot) {
    int at = group.layout().offset(slot.index());
    Reason left = slot.gauge().read(unit.index(), measurement.operands(), at);
    open[slot.index()] = left;
    if (left == null || slot.gauge().judgesBestCase(unit.index())) {
      measurement.compare(slot.index());
    }
  }

  /** What a slot comes to, once the rules have fired. */
  Outcome outcome(Slot slot) {
    Reason left = open[slot.index()];
    boolean judged = left == null || slot.gauge().judgesBestCase(unit.index());
    if (judged && !measurement.held(slot.index())) {
      Outcome missed = missed(slot);
      Long shortfall = missed.shortfall();
      if (shortfall != null && shortfall <= 0) {
        throw new IllegalStateException(
            slot.target().id() + " lacks nothing, yet its rule did not fire");
      }
      return missed;
    }
    if (left != null && !certain(slot)) {
      return unjudged(slot, left);
    }
    return held(slot);
  }

  /** Whether a score is reached whatever is not known. */
  private boolean certain(Slot slot) {
    return slot.target().criterion() instanceof Criterion.Score score
        && Gauges.unmetCondition(slot.gauge(), unit.index()) == null
        && score.range().holds(operand(slot, 0), 1);
  }

  private Outcome held(Slot slot) {
    Criterion criterion = slot.target().criterion();
    if (criterion instanceof Criterion.Judgement) {
      return Outcome.of(Reason.JUDGEMENT, Basis.OWN);
    }
    if (criterion instanceof Criterion.Score) {
      boolean open = operand(slot, 0) != operand(slot, 1);
      Outcome met = numbers(slot, Reason.MET, 0L);
      return open ? met.with(Flag.DECIDED_DESPITE_MISSING) : met;
    }
    return measurement.exceeded(slot.index())
        ? numbers(slot, Reason.EXCEEDED, 0L).with(Flag.EXCEEDED)
        : numbers(slot, Reason.MET, 0L);
  }

  private Outcome missed(Slot slot) {
    Criterion criterion = slot.target().criterion();
    long first = criterion instanceof Criterion.Judgement ? 0 : operand(slot, 0);
    if (criterion instanceof Criterion.Ratio ratio) {
      return outside(slot, ratio.range(), first, operand(slot, 1));
    } else if (criterion instanceof Criterion.Change change) {
      return change.exceeded(first, operand(slot, 1))
          ? numbers(slot, Reason.ABOVE_THRESHOLD, change.shortfall(first, operand(slot, 1)))
          : numbers(slot, Reason.BELOW_THRESHOLD, change.shortfall(first, operand(slot, 1)));
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return reduction.exceeded(first, operand(slot, 1))
          ? numbers(slot, Reason.ABOVE_THRESHOLD, null)
          : numbers(slot, Reason.BELOW_THRESHOLD, reduction.shortfall(first, operand(slot, 1)));
    } else if (criterion instanceof Criterion.Count count) {
      return outside(slot, count.range(), first, 1);
    } else if (criterion instanceof Criterion.Score score) {
      long most = operand(slot, 1);
      Outcome missed = numbers(slot, Reason.BELOW_THRESHOLD, score.range().shortfall(most, 1));
      return first != most ? missed.with(Flag.DECIDED_DESPITE_MISSING) : missed;
    } else if (criterion instanceof Criterion.ShareOfUnits) {
      return numbers(slot, Reason.CONDITION_FAILED, 1L);
    } else if (Gauges.unconditioned(slot.gauge()) instanceof MonthsGauge months) {
      return numbers(slot, Reason.MONTHS_MISSED, months.missed(unit.index()));
    } else if (Gauges.unconditioned(slot.gauge()) instanceof DeadlineGauge deadline) {
      long late = first - deadline.due().toEpochDay() + 1;
      return late == 1
          ? numbers(slot, Reason.ON_DEADLINE_DAY, late).with(Flag.ON_DEADLINE_DAY)
          : numbers(slot, Reason.LATE, late);
    } else if (criterion instanceof Criterion.Duty) {
      return numbers(slot, Reason.NOT_DONE, 1L);
    } else if (criterion instanceof Criterion.Drl) {
      return numbers(slot, Reason.NOT_DONE, null); // How much is lacking only the rule knows.
    }
    throw new IllegalStateException("no rule judged " + slot.target().id());
  }

  private Outcome outside(Slot slot, Range range, long n, long d) {
    Reason reason = range.isBelow(n, d) ? Reason.BELOW_THRESHOLD : Reason.ABOVE_THRESHOLD;
    return numbers(slot, reason, range.shortfall(n, d));
  }

  private Outcome unjudged(Slot slot, Reason reason) {
    if (Gauges.unconditioned(slot.gauge()) instanceof RatioGauge ratio) {
      RatioGauge.Parts parts = ratio.parts(unit.index());
      return Outcome.of(reason, Basis.OWN, known(parts.n()), known(parts.d()), null);
    }
    if (Gauges.unconditioned(slot.gauge()) instanceof DeadlineGauge deadline) {
      long[] day = new long[1];
      Long given = deadline.read(unit.index(), day, 0) == null ? day[0] : null;
      return new Outcome(reason, Basis.OWN, null, null, null, given, Set.of());
    }
    return Gauges.unconditioned(slot.gauge()) instanceof MonthsGauge
        ? numbers(slot, reason, null)
        : Outcome.of(reason, Basis.OWN);
  }

  private static @Nullable Long known(RatioGauge.Quantity quantity) {
    return quantity.known() ? quantity.value() : null;
  }

  /** An outcome with the numbers that the contract, section 3, asks for. */
  private Outcome numbers(Slot slot, Reason reason, @Nullable Long shortfall) {
    Criterion criterion = slot.target().criterion();
    if (criterion instanceof Criterion.Ratio
        || criterion instanceof Criterion.Change
        || criterion instanceof Criterion.Reduction) {
      return Outcome.of(reason, Basis.OWN, operand(slot, 0), operand(slot, 1), shortfall);
    } else if (criterion instanceof Criterion.Score score) {
      return Outcome.of(reason, Basis.OWN, operand(slot, 2), score.most(), shortfall);
    } else if (criterion instanceof Criterion.Count) {
      return Outcome.of(reason, Basis.OWN, operand(slot, 0), null, shortfall);
    } else if (Gauges.unconditioned(slot.gauge()) instanceof MonthsGauge months) {
      long ended = months.ended().size();
      return Outcome.of(reason, Basis.OWN, months.met(unit.index()), ended, shortfall);
    } else if (criterion instanceof Criterion.Deadline) {
      long day = operand(slot, 0);
      return new Outcome(reason, Basis.OWN, null, null, shortfall, day, Set.of());
    }
    return Outcome.of(reason, Basis.OWN, null, null, shortfall);
  }

  private long operand(Slot slot, int index) {
    return measurement.operands()[group.layout().offset(slot.index()) + index];
  }
}
