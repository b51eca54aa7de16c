package vn.doichieu.explanation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.explanation.Tested.Truth;
import vn.doichieu.submission.Submission;

/** Duties, with or without a condition, and the condition of other kinds (contract 4.2). */
final class DutySteps {

  private DutySteps() {}

  /** A duty: a yes counts even where the condition is not known. */
  static Worked duty(
      Criterion.Duty duty,
      @Nullable Tested asked,
      ReportingPeriod period,
      ReportingUnit unit,
      Submission submission) {
    Tested done = Tested.of(duty.done(), unit, period, submission);
    Reason reason = reason(done.truth(), asked == null ? Truth.HOLDS : asked.truth());
    Long shortfall =
        switch (reason) {
          case MET -> 0L;
          case NOT_DONE -> 1L;
          default -> null;
        };
    List<Figure> figures = new ArrayList<>(done.figures());
    if (asked != null) {
      figures.addAll(asked.figures());
    }
    Margin margin =
        asked != null && asked.truth() != Truth.HOLDS && reason != Reason.MET
            ? new Margin.ConditionFirst(asked)
            : new Margin.YesOrNo(done, reason == Reason.MET);
    return Worked.of(
        figures.stream().distinct().toList(),
        Worked.steps(asked == null ? null : new Step.Condition(asked), new Step.Done(done)),
        Worked.own(reason, shortfall),
        margin);
  }

  private static Reason reason(Truth done, Truth asked) {
    if (asked == Truth.FAILS) {
      return Reason.CONDITION_NOT_MET;
    } else if (done == Truth.HOLDS) {
      return Reason.MET;
    } else if (done == Truth.INVALID || asked == Truth.INVALID) {
      return Reason.FIGURE_INVALID;
    } else if (asked == Truth.UNKNOWN) {
      return Reason.CONDITION_UNKNOWN;
    }
    return done == Truth.UNKNOWN ? Reason.FIGURE_MISSING : Reason.NOT_DONE;
  }

  /** Why a condition keeps a unit from being judged; null if it does not. */
  static @Nullable Reason unmet(Tested condition) {
    return switch (condition.truth()) {
      case HOLDS -> null;
      case FAILS -> Reason.CONDITION_NOT_MET;
      case UNKNOWN -> Reason.CONDITION_UNKNOWN;
      case INVALID -> Reason.FIGURE_INVALID;
    };
  }

  /** A judgement: there is nothing to calculate. */
  static Worked judgement() {
    return Worked.of(
        List.of(),
        List.of(new Step.Person()),
        Worked.own(Reason.JUDGEMENT, null),
        new Margin.APerson());
  }
}
