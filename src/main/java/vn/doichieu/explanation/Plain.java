package vn.doichieu.explanation;

import java.util.List;
import java.util.Objects;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Range;

/** The forms of the contract, section 4.2: one lower limit, clauses without "or". */
public final class Plain {

  private Plain() {}

  /** The one lower limit. */
  public static Bound bound(Range range) {
    return Objects.requireNonNull(range.floor());
  }

  /** The one comparison. */
  public static Clause clause(Condition condition) {
    return Objects.requireNonNull(condition.only());
  }

  /** The clauses of a share. */
  public static List<Clause> clauses(Criterion.ShareOfUnits share) {
    return share.conditions().stream().map(Plain::clause).toList();
  }

  /** Whether a target is of these forms. */
  public static boolean is(vn.doichieu.domain.Target target) {
    Criterion criterion = target.criterion();
    boolean condition = target.condition() == null || target.condition().only() != null;
    boolean one = target.periods().stream().noneMatch(p -> p.isRange() && p.months().isEmpty());
    return condition && one && is(criterion);
  }

  private static boolean is(Criterion criterion) {
    if (criterion instanceof Criterion.Ratio ratio) {
      return ratio.proportion() && is(ratio.range());
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return is(share.range()) && share.conditions().stream().allMatch(c -> c.only() != null);
    } else if (criterion instanceof Criterion.Change change) {
      return change.years() == 1 && change.high() != null && change.low().numerator() >= 0;
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return reduction.years() == 1
          && reduction.range().absolute()
          && reduction.range().ceiling() != null;
    } else if (criterion instanceof Criterion.Count count) {
      Range range = count.range();
      return count.sum().terms().size() == 1
          && count.sum().items().size() == 1
          && range.ceiling() == null
          && !bound(range).strict();
    } else if (criterion instanceof Criterion.MonthlyCount monthly) {
      return !monthly.quarterly();
    } else if (criterion instanceof Criterion.Duty duty) {
      return duty.done().only() != null;
    }
    return !(criterion instanceof Criterion.Score);
  }

  private static boolean is(Range range) {
    return range.per() == Range.PER_CENT && range.ceiling() == null;
  }
}
