package vn.doichieu.gauge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.NumberedCondition;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;
import vn.doichieu.submission.FigureColumn;
import vn.doichieu.submission.Submission;

/** Makes the gauge of a target and period; the rules of each kind are those of contract 4.2. */
public final class Gauges {

  private static final int MONTH_IS_MISSING_FROM_DAY = 10;

  private final Submission submission;
  private final LocalDate asOf;
  private final DrlTargets.Held held;

  /**
   * Gauges over a submission.
   *
   * @param held what the plan's DRL rules hold for
   */
  public Gauges(Submission submission, LocalDate asOf, DrlTargets.Held held) {
    this.submission = submission;
    this.asOf = asOf;
    this.held = held;
  }

  /** The gauge of a target's lines in a period. */
  public Gauge of(Target target, ReportingPeriod period) {
    Criterion criterion = target.criterion();
    if (criterion instanceof Criterion.Duty duty) {
      return new DutyGauge(tested(duty.done(), period), condition(target, period));
    }
    return criterion instanceof Criterion.Drl drl
        ? drl(target, drl, period)
        : of(criterion, period);
  }

  /** What must hold for a target to apply, where its gauge does not see to it; null if nothing. */
  public @Nullable Applies applies(Target target, ReportingPeriod period) {
    return target.criterion() instanceof Criterion.Duty ? null : condition(target, period);
  }

  private Gauge of(Criterion criterion, ReportingPeriod period) {
    if (criterion instanceof Criterion.Ratio ratio) {
      return new RatioGauge(ratio, period, submission);
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return tested(share.condition(), period);
    } else if (criterion instanceof Criterion.Change change) {
      return new ChangeGauge(
          column(change.item(), period), columns(change.item(), change.baseline()));
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return new ChangeGauge(
          column(reduction.item(), period), columns(reduction.item(), reduction.baseline()));
    } else if (criterion instanceof Criterion.Count count) {
      return new RatioGauge(count, period, submission);
    } else if (criterion instanceof Criterion.Score score) {
      return ScoreGauge.of(score, item -> column(item, period));
    } else if (criterion instanceof Criterion.MonthlyCount monthly) {
      return months(monthly.item(), monthly.perMonth(), period);
    } else if (criterion instanceof Criterion.Deadline deadline) {
      Reason absent = deadline.isReport() ? Reason.NOT_SUBMITTED : Reason.FIGURE_MISSING;
      return new DeadlineGauge(
          column(deadline.item(), period),
          deadline.due().of(period).toEpochDay(),
          absent,
          asOf.toEpochDay());
    }
    return new PersonGauge();
  }

  private TestedGauge tested(Condition condition, ReportingPeriod period) {
    List<Item> items = condition.items();
    return new TestedGauge(
        NumberedCondition.of(condition, items),
        items.stream().map(i -> column(i, period)).toList());
  }

  private List<FigureColumn> columns(Item item, ReportingPeriod period) {
    return period.parts().stream().map(part -> column(item, part)).toList();
  }

  private Gauge drl(Target target, Criterion.Drl drl, ReportingPeriod period) {
    return new DrlGauge(
        target, period, columns(drl, period, false), columns(drl, period, true), held);
  }

  private List<FigureColumn> columns(Criterion.Drl drl, ReportingPeriod period, boolean optional) {
    return drl.items().stream()
        .filter(item -> item.optional() == optional)
        .map(item -> column(item, period))
        .toList();
  }

  private FigureColumn column(Item item, ReportingPeriod period) {
    return submission.column(item, period);
  }

  private @Nullable Applies condition(Target target, ReportingPeriod period) {
    Condition condition = target.condition();
    return condition == null ? null : new Applies(tested(condition, period));
  }

  private Gauge months(Item item, long perMonth, ReportingPeriod period) {
    List<FigureColumn> ended = new ArrayList<>();
    List<Boolean> overdue = new ArrayList<>();
    int months = period.parts().size();
    for (ReportingPeriod part : period.parts()) {
      LocalDate next = part.end();
      if (!asOf.isBefore(next)) {
        ended.add(column(item, part));
        overdue.add(!asOf.isBefore(next.withDayOfMonth(MONTH_IS_MISSING_FROM_DAY)));
      }
    }
    return new MonthsGauge(months, perMonth, ended, overdue);
  }

  /** The same figure now and in the baseline; of several years now times their number. */
  record ChangeGauge(FigureColumn now, List<FigureColumn> base) implements Gauge {
    @Override
    public int width() {
      return 2;
    }

    @Override
    public @Nullable Reason read(int unit, long[] numbers, int at) {
      boolean missing = false;
      boolean invalid = now.state(unit) == State.INVALID;
      long sum = 0;
      for (FigureColumn year : base) {
        invalid |= year.state(unit) == State.INVALID;
        missing |= year.state(unit) == State.ABSENT;
        try {
          sum = Math.addExact(sum, year.value(unit));
          numbers[at] = Math.multiplyExact(now.value(unit), (long) base.size());
        } catch (ArithmeticException e) {
          invalid = true; // No real sum of counts passes 2^63.
        }
      }
      if (invalid) {
        return Reason.FIGURE_INVALID;
      }
      if (missing) {
        return Reason.BASELINE_MISSING;
      }
      if (sum == 0) {
        return Reason.BASELINE_ZERO;
      }
      numbers[at + 1] = sum;
      return now.state(unit) == State.ABSENT ? Reason.FIGURE_MISSING : null;
    }
  }

  /** Nothing to read: a person decides. */
  record PersonGauge() implements Gauge {
    @Override
    public int width() {
      return 0;
    }

    @Override
    public @Nullable Reason read(int unit, long[] numbers, int at) {
      return null;
    }
  }
}
