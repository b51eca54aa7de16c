package vn.doichieu.evaluation;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.evaluation.Agenda.Slot;
import vn.doichieu.gauge.Gauges;
import vn.doichieu.rulebase.Measurement;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.submission.Submission;

/** The area's own lines of one period: from its own figures, or from its members'. */
final class AreaLines {

  private final Submission submission;
  private final Conclusion conclusion;
  private final Agenda.Group group;
  private final Reading own;
  private final Measurement worst;
  private final Measurement best;
  private final @Nullable RollUp[] rollUps;

  AreaLines(Submission submission, Conclusion conclusion, Agenda.Group group) {
    this.submission = submission;
    this.conclusion = conclusion;
    this.group = group;
    own = new Reading(submission.units().area(), group, true);
    worst = new Measurement(group.layout(), group.period(), true);
    best = new Measurement(group.layout(), group.period(), true);
    rollUps = new RollUp[group.slots().size()];
  }

  /** Takes what the members of a target come to together; a target without members has none. */
  void rollUp(Slot slot, RollUp rollUp) {
    rollUps[slot.index()] = rollUp;
  }

  /** Lets the rules judge, and hands over the outcome of every line. */
  void judge(RuleBase rules, BiConsumer<Slot, Outcome> outcomes) {
    for (Slot slot : group.slots()) {
      if (!(slot.target().criterion() instanceof Criterion.ShareOfUnits)) {
        own.measure(slot);
      }
      RollUp rollUp = rollUps[slot.index()];
      if (rollUp != null) {
        Range range = range(slot.target().criterion());
        rollUp.measure(slot, range, group.layout().offset(slot.index()), worst, best);
      }
    }
    rules.judge(List.of(own.measurement(), worst, best));
    for (Slot slot : group.slots()) {
      outcomes.accept(slot, outcome(slot));
    }
  }

  private Outcome outcome(Slot slot) {
    RollUp rollUp = rollUps[slot.index()];
    if (slot.target().criterion() instanceof Criterion.ShareOfUnits share) {
      Reason unmet = Gauges.unmetCondition(slot.gauge(), submission.units().area().index());
      return unmet == null ? share(slot, share, rollUp) : Outcome.of(unmet, Basis.OWN);
    }
    return rollUp == null ? own.outcome(slot) : pooled(slot, rollUp);
  }

  /** What the members together are held against. */
  private static Range range(Criterion criterion) {
    return criterion instanceof Criterion.Ratio ratio
        ? ratio.range()
        : criterion instanceof Criterion.Count count
            ? count.range()
            : ((Criterion.ShareOfUnits) criterion).range();
  }

  private Outcome share(Slot slot, Criterion.ShareOfUnits share, @Nullable RollUp rollUp) {
    return rollUp == null
        ? Outcome.of(Reason.NO_DENOMINATOR, Basis.MEMBERS, 0L, 0L, null)
        : rollUp.outcome(slot, share.range(), worst, best);
  }

  private Outcome pooled(Slot slot, RollUp rollUp) {
    Criterion criterion = slot.target().criterion();
    int area = submission.units().area().index();
    Outcome fromOwn = own.outcome(slot);
    if (Gauges.unmetCondition(slot.gauge(), area) != null) {
      return fromOwn;
    }
    Outcome fromMembers = counted(criterion, rollUp.outcome(slot, range(criterion), worst, best));
    if (!Gauges.ratio(slot.gauge()).givesAll(area)) {
      return fromMembers;
    }
    if (fromOwn.reason() == Reason.FIGURE_INVALID) {
      return fromOwn;
    }
    List<ReportingUnit> members = submission.units().coveredBy(slot.target().scope());
    return switch (OwnTotals.compare(slot.target(), slot.period(), members, submission)) {
      case AGREE -> fromOwn;
      case ABOVE_MEMBERS -> fromOwn.with(Flag.TOTAL_MISMATCH);
      case BELOW_MEMBERS -> belowMembers(slot, fromOwn, fromMembers);
    };
  }

  /** A count has no whole. */
  private static Outcome counted(Criterion criterion, Outcome outcome) {
    return criterion instanceof Criterion.Count
        ? new Outcome(
            outcome.reason(),
            outcome.basis(),
            outcome.numerator(),
            null,
            outcome.shortfall(),
            outcome.day(),
            outcome.flags())
        : outcome;
  }

  /** The members have more than the area says: only an answer that both give stands. */
  private Outcome belowMembers(Slot slot, Outcome fromOwn, Outcome fromMembers) {
    boolean same =
        conclusion.afterClosing(slot.target(), fromOwn)
            == conclusion.afterClosing(slot.target(), fromMembers);
    Outcome outcome =
        same
            ? fromOwn
            : Outcome.of(
                Reason.TOTAL_MISMATCH, Basis.OWN, fromOwn.numerator(), fromOwn.denominator(), null);
    return outcome.with(Flag.TOTAL_MISMATCH);
  }
}
