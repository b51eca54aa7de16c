package vn.doichieu.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.rulebase.Lines;
import vn.doichieu.rulebase.Verdicts;
import vn.doichieu.submission.Submission;

/**
 * The area's own line of a slot: from its own figures, or from its members'. Its rule judges three
 * lines: the area's figures, and of its members the worst case that can still be and the best.
 */
final class AreaLine {

  private static final int OWN = 0;
  private static final int WORST = 1;
  private static final int BEST = 2;

  private final Submission submission;
  private final Slot slot;
  private final Criterion criterion;
  private final @Nullable RollUp members;
  private final Conclusion conclusion;
  private final Lines lines;

  /**
   * A line that nobody has judged yet.
   *
   * @param members what the members come to together; null if there are none
   */
  AreaLine(Submission submission, Slot slot, @Nullable RollUp members, Conclusion conclusion) {
    this.submission = submission;
    this.slot = slot;
    this.members = members;
    this.conclusion = conclusion;
    criterion = slot.target().criterion();
    int width =
        Math.max(2, slot.width()); // A share's line has n and d, its members' may have less.
    lines = new Lines(slot.index(), slot.period(), true, 3, width, this::read);
  }

  /** What the rule judges. */
  Lines lines() {
    return lines;
  }

  Slot slot() {
    return slot;
  }

  /** The finding, once the rule has fired. */
  Finding finding() {
    return conclusion.of(area(), outcome());
  }

  private boolean read(int line, long[] numbers) {
    if (line == OWN) {
      return !slot.isShare() && slot.read(area().index(), numbers);
    }
    return members != null && members.read(range(), line == BEST, numbers);
  }

  private ReportingUnit area() {
    return submission.units().area();
  }

  /** What the members together are held against. */
  private Range range() {
    return criterion instanceof Criterion.Ratio ratio
        ? ratio.range()
        : criterion instanceof Criterion.Count count
            ? count.range()
            : ((Criterion.ShareOfUnits) criterion).range();
  }

  private Outcome outcome() {
    int area = area().index();
    Reason unmet = slot.unmet(area, new long[slot.width()]);
    if (slot.isShare()) {
      return unmet == null ? share() : Outcome.of(unmet, Basis.OWN);
    }
    Outcome own = new Reading(slot).outcome(area, lines.verdicts(), OWN);
    return members == null || unmet != null ? own : pooled(own, fromMembers(members));
  }

  private Outcome share() {
    return members == null
        ? Outcome.of(Reason.NO_DENOMINATOR, Basis.MEMBERS, 0L, 0L, null)
        : fromMembers(members);
  }

  private Outcome fromMembers(RollUp rollUp) {
    Verdicts verdicts = lines.verdicts();
    return rollUp.outcome(range(), verdicts.held(WORST), verdicts.held(BEST));
  }

  private Outcome pooled(Outcome own, Outcome pooled) {
    Outcome members = counted(pooled);
    if (!slot.ratio().givesAll(area().index())) {
      return members;
    }
    if (own.reason() == Reason.FIGURE_INVALID) {
      return own;
    }
    List<ReportingUnit> covered = submission.units().coveredBy(slot.target().scope());
    return switch (OwnTotals.compare(slot.target(), slot.period(), covered, submission)) {
      case AGREE -> own;
      case ABOVE_MEMBERS -> own.with(Flag.TOTAL_MISMATCH);
      case BELOW_MEMBERS -> belowMembers(own, members);
    };
  }

  /** A count has no whole. */
  private Outcome counted(Outcome outcome) {
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
  private Outcome belowMembers(Outcome own, Outcome members) {
    boolean same = conclusion.afterClosing(own) == conclusion.afterClosing(members);
    Outcome outcome =
        same
            ? own
            : Outcome.of(
                Reason.TOTAL_MISMATCH, Basis.OWN, own.numerator(), own.denominator(), null);
    return outcome.with(Flag.TOTAL_MISMATCH);
  }
}
