package vn.doichieu.evaluation;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Flags;
import vn.doichieu.domain.Result.Reason;

/**
 * What a line comes to by its figures alone: before closing, waivers and {@code on_miss}.
 *
 * @param shortfall 0 where the target holds; null where it cannot be said
 * @param day the epoch day that was given, for a deadline; null otherwise
 */
record Outcome(
    Reason reason,
    Basis basis,
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable Long shortfall,
    @Nullable Long day,
    Flags flags) {

  /** An outcome without numbers. */
  static Outcome of(Reason reason, Basis basis) {
    return new Outcome(reason, basis, null, null, null, null, Flags.NONE);
  }

  /** The same outcome of a compared pair of numbers. */
  static Outcome of(
      Reason reason, Basis basis, @Nullable Long n, @Nullable Long d, @Nullable Long shortfall) {
    return new Outcome(reason, basis, n, d, shortfall, null, Flags.NONE);
  }

  Outcome with(Flag flag) {
    return new Outcome(reason, basis, numerator, denominator, shortfall, day, flags.and(flag));
  }
}
