package vn.doichieu.evaluation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
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
    Set<Flag> flags) {

  /** An outcome without numbers. */
  static Outcome of(Reason reason, Basis basis) {
    return new Outcome(reason, basis, null, null, null, null, Set.of());
  }

  /** The same outcome of a compared pair of numbers. */
  static Outcome of(
      Reason reason, Basis basis, @Nullable Long n, @Nullable Long d, @Nullable Long shortfall) {
    return new Outcome(reason, basis, n, d, shortfall, null, Set.of());
  }

  Outcome with(Flag flag) {
    Set<Flag> more = EnumSet.of(flag);
    more.addAll(flags);
    return new Outcome(reason, basis, numerator, denominator, shortfall, day, more);
  }
}
