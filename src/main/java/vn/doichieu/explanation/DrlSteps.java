package vn.doichieu.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.WrittenRule;
import vn.doichieu.submission.Submission;

/**
 * A target whose rule is DRL: whether its figures are all there is worked out again; what the rule
 * makes of them is taken over from it, and said to be.
 */
final class DrlSteps {

  private DrlSteps() {}

  static Worked drl(
      Criterion.Drl drl,
      ReportingPeriod period,
      ReportingUnit unit,
      boolean held,
      @Nullable WrittenRule rule,
      Submission submission) {
    List<Figure> figures =
        drl.inputs(period).stream().map(input -> submission.figure(unit, input)).toList();
    boolean invalid = figures.stream().anyMatch(f -> f.state() == State.INVALID);
    boolean missing =
        figures.stream().anyMatch(f -> f.state() == State.ABSENT && !f.item().optional());
    if (invalid || missing) {
      Reason reason = invalid ? Reason.FIGURE_INVALID : Reason.FIGURE_MISSING;
      return Worked.of(figures, List.of(), Worked.own(reason, null), new Margin.OnlyTheRule());
    }
    Step step =
        rule == null
            ? new Step.ByDrl(held, "", "", 0)
            : new Step.ByDrl(held, rule.text(), rule.place().file(), rule.place().row());
    return Worked.of(
        figures,
        List.of(step),
        held ? Worked.own(Reason.MET, 0L) : Worked.own(Reason.NOT_DONE, null),
        new Margin.OnlyTheRule());
  }
}
