package vn.doichieu.rulebase;

import static vn.doichieu.rulebase.Verdicts.EXCEEDED;
import static vn.doichieu.rulebase.Verdicts.FAILS;
import static vn.doichieu.rulebase.Verdicts.HOLDS;

import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.NumberedCondition;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.Target;

/** The condition of a rule, with the threshold inside: what it says of one line's numbers. */
interface LineTest {

  byte verdict(long[] numbers);

  /** The test of a target for lines of one period. */
  static LineTest of(Target target, Lines lines) {
    Criterion criterion = target.criterion();
    if (criterion instanceof Criterion.Ratio ratio) {
      return ratio(ratio.range());
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return lines.area() ? ratio(share.range()) : possible(share.condition());
    } else if (criterion instanceof Criterion.Change change) {
      return n -> verdict(change.holds(n[0], n[1]), change.exceeded(n[0], n[1]));
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return n -> verdict(reduction.holds(n[0], n[1]), reduction.exceeded(n[0], n[1]));
    } else if (criterion instanceof Criterion.Count count) {
      Range range = count.range();
      return n -> verdict(range.holds(n[0], 1), range.exceeded(n[0], 1));
    } else if (criterion instanceof Criterion.MonthlyCount monthly) {
      int months = target.periods().get(0).parts().size();
      return n -> everyMonth(n, months, monthly.perMonth());
    } else if (criterion instanceof Criterion.Deadline deadline) {
      long due = deadline.due().of(lines.period()).toEpochDay();
      return n -> n[0] < due ? HOLDS : FAILS;
    } else if (criterion instanceof Criterion.Duty duty) {
      return possible(duty.done());
    } else if (criterion instanceof Criterion.Score score) {
      Range range = score.range();
      return n -> range.holds(n[1], 1) ? HOLDS : FAILS;
    } else if (criterion instanceof Criterion.Drl) {
      return n -> n[0] == 1 ? HOLDS : FAILS;
    } else if (criterion instanceof Criterion.Judgement) {
      return n -> HOLDS; // For a person to decide.
    }
    throw new IllegalArgumentException("no rule for " + target.id());
  }

  private static LineTest ratio(Range range) {
    return n -> verdict(range.holds(n[0], n[1]), range.exceeded(n[0], n[1]));
  }

  private static byte verdict(boolean holds, boolean exceeded) {
    return holds ? exceeded ? EXCEEDED : HOLDS : FAILS;
  }

  /** Whether a condition holds, or may still hold with what is not known. */
  private static LineTest possible(Condition condition) {
    NumberedCondition numbered = NumberedCondition.of(condition, condition.items());
    return n -> numbered.truth(n, 0) == Condition.Truth.FAILS ? FAILS : HOLDS;
  }

  private static byte everyMonth(long[] numbers, int months, long perMonth) {
    for (int i = 0; i < months; i++) {
      if (numbers[i] != NumberedCondition.ABSENT && numbers[i] < perMonth) {
        return FAILS;
      }
    }
    return HOLDS;
  }
}
