package vn.doichieu.evaluation;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.gauge.RatioGauge;

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

  /** Writes the numbers of the worst case that can still be, or of the best; tells if there are. */
  boolean read(Range range, boolean best, long[] numbers) {
    if (open != null) {
      return false;
    }
    numbers[0] = best ? range.best(n, most(), d) : range.worst(n, most(), d);
    numbers[1] = d;
    return true;
  }

  /** The most that n can be. */
  private long most() {
    return n > 0 && unknown >= Long.MAX_VALUE - n ? Long.MAX_VALUE : n + unknown;
  }

  /**
   * What the members come to.
   *
   * @param worst whether the rule holds in the worst case
   * @param best whether it holds in the best
   */
  Outcome outcome(Range range, boolean worst, boolean best) {
    Outcome outcome = plain(range, worst, best);
    return waived ? outcome.with(Flag.MEMBER_WAIVED) : outcome;
  }

  private Outcome plain(Range range, boolean worst, boolean best) {
    if (open != null) {
      return Outcome.of(open, Basis.MEMBERS, n, d, null);
    }
    if (worst) {
      boolean exceeded = range.exceeded(n, d) && range.exceeded(most(), d);
      Outcome met = Outcome.of(exceeded ? Reason.EXCEEDED : Reason.MET, Basis.MEMBERS, n, d, 0L);
      return despiteUnknown(exceeded ? met.with(Flag.EXCEEDED) : met);
    }
    if (!best) {
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
      if (!parts.knowsD()) {
        open = true;
        invalid |= parts.invalidD() || parts.invalidN();
      } else if (!proportion || parts.knowsN() || parts.d() > 0) { // No whole, no part.
        invalid |= parts.invalidN();
        addKnown(parts, proportion);
      }
    }

    private void addKnown(RatioGauge.Parts parts, boolean proportion) {
      try {
        d = Math.addExact(d, parts.d());
        if (parts.knowsN()) {
          n = Math.addExact(n, parts.n());
        } else if (proportion) {
          unknown = Math.addExact(unknown, parts.d());
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
