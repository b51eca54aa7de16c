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
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.explanation.Step.ByDrl.Said;
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
      return worked(figures, Said.NOT_ASKED, rule, Worked.own(reason, null));
    }
    return held
        ? worked(figures, Said.HOLDS, rule, Worked.own(Reason.MET, 0L))
        : worked(figures, Said.FAILS, rule, Worked.own(Reason.NOT_DONE, null));
  }

  private static Worked worked(
      List<Figure> figures, Said said, @Nullable WrittenRule rule, ByFigures byFigures) {
    Step step =
        rule == null
            ? new Step.ByDrl(said, "", "", 0)
            : new Step.ByDrl(said, rule.text(), rule.place().file(), rule.place().row());
    return Worked.of(figures, List.of(step), byFigures, new Margin.OnlyTheRule());
  }
}
