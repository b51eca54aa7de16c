package vn.doichieu.evaluation;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.evaluation.Agenda.Slot;
import vn.doichieu.gauge.RatioGauge;
import vn.doichieu.rulebase.Measurement;

/**
 * What an area's members come to together, with what is not known of some of them left open: the
 * rule judges the worst that can still be true and the best (contract 4.2, "From members").
 *
 * @param n the sum over the members known
 * @param d the whole, unknown members included
 * @param unknown how much n may still grow
 * @param invalid whether some unknown member is unknown through an invalid figure
 * @param open why nothing can be compared; null if it can
 * @param waived whether members were left out because their own line is waived
 */
record RollUp(
    long n, long d, long unknown, boolean invalid, @Nullable Reason open, boolean waived) {

  /** Puts the worst and the best case before the rules. */
  void measure(Slot slot, Range range, int at, Measurement worst, Measurement best) {
    if (open == null) {
      put(slot, at, worst, range.worst(n, most(), d));
      put(slot, at, best, range.best(n, most(), d));
    }
  }

  /** The most that n can be. */
  private long most() {
    return n > 0 && unknown >= Long.MAX_VALUE - n ? Long.MAX_VALUE : n + unknown;
  }

  private void put(Slot slot, int at, Measurement measurement, long numerator) {
    measurement.operands()[at] = numerator;
    measurement.operands()[at + 1] = d;
    measurement.compare(slot.index());
  }

  /** What the members come to, once the rules have fired. */
  Outcome outcome(Slot slot, Range range, Measurement worst, Measurement best) {
    Outcome outcome = plain(slot, range, worst, best);
    return waived ? outcome.with(Flag.MEMBER_WAIVED) : outcome;
  }

  private Outcome plain(Slot slot, Range range, Measurement worst, Measurement best) {
    if (open != null) {
      return Outcome.of(open, Basis.MEMBERS, n, d, null);
    }
    if (worst.held(slot.index())) {
      boolean exceeded = range.exceeded(n, d) && range.exceeded(most(), d);
      Outcome met = Outcome.of(exceeded ? Reason.EXCEEDED : Reason.MET, Basis.MEMBERS, n, d, 0L);
      return despiteUnknown(exceeded ? met.with(Flag.EXCEEDED) : met);
    }
    if (!best.held(slot.index())) {
      long nearest = range.best(n, most(), d);
      Reason reason = range.isBelow(nearest, d) ? Reason.BELOW_THRESHOLD : Reason.ABOVE_THRESHOLD;
      long shortfall = range.shortfall(nearest, d);
      return despiteUnknown(Outcome.of(reason, Basis.MEMBERS, n, d, shortfall));
    }
    Reason left = invalid ? Reason.FIGURE_INVALID : Reason.UNDETERMINED;
    return Outcome.of(left, Basis.MEMBERS, n, d, null);
  }

  private Outcome despiteUnknown(Outcome outcome) {
    return unknown > 0 ? outcome.with(Flag.DECIDED_DESPITE_MISSING) : outcome;
  }

  /** Counts the members of a share of units, as they are concluded. */
  static final class Share {
    private long met;
    private long failed;
    private long missing;
    private long invalid;
    private boolean waived;

    void add(Reason byFigures, boolean lineWaived) {
      if (lineWaived) {
        waived = true;
      } else if (byFigures == Reason.MET) {
        met++;
      } else if (byFigures == Reason.CONDITION_FAILED) {
        failed++;
      } else if (byFigures == Reason.FIGURE_INVALID) {
        invalid++;
      } else if (byFigures != Reason.CONDITION_NOT_MET) { // It is not asked at all.
        missing++;
      }
    }

    RollUp rollUp() {
      long unknown = missing + invalid;
      long counted = met + failed + unknown;
      Reason open = counted == 0 ? Reason.NO_DENOMINATOR : null;
      return new RollUp(met, counted, unknown, invalid > 0, open, waived);
    }
  }

  /** Sums the members of a ratio, as they are read. */
  static final class Ratio {
    private long n;
    private long d;
    private long unknown;
    private boolean invalid;
    private boolean open;
    private boolean unbounded;
    private boolean overflow;

    /**
     * Takes a member.
     *
     * @param proportion whether a part that is not known is at most its whole
     */
    void add(RatioGauge.Parts parts, boolean proportion) {
      RatioGauge.Quantity part = parts.n();
      RatioGauge.Quantity whole = parts.d();
      if (!whole.known()) {
        open = true;
        invalid |= whole.invalid() || part.invalid();
      } else if (!proportion || part.known() || whole.value() > 0) { // No whole, no part.
        invalid |= part.invalid();
        addKnown(part, whole.value(), proportion);
      }
    }

    private void addKnown(RatioGauge.Quantity part, long whole, boolean proportion) {
      try {
        d = Math.addExact(d, whole);
        if (part.known()) {
          n = Math.addExact(n, part.value());
        } else if (proportion) {
          unknown = Math.addExact(unknown, whole);
        } else {
          unbounded = true;
        }
      } catch (ArithmeticException e) {
        overflow = true; // No real sum of counts passes 2^63.
      }
    }

    RollUp rollUp() {
      if (overflow) {
        return new RollUp(0, 0, 0, true, Reason.FIGURE_INVALID, false);
      }
      return new RollUp(n, d, unbounded ? Long.MAX_VALUE : unknown, invalid, open(), false);
    }

    private @Nullable Reason open() {
      if (open) {
        return invalid ? Reason.FIGURE_INVALID : Reason.FIGURE_MISSING;
      }
      return d == 0 ? Reason.NO_DENOMINATOR : null;
    }
  }
}
