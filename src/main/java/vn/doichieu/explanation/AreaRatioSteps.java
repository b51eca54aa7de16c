package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.explanation.AreaStep.Agreement;
import vn.doichieu.explanation.AreaStep.ItemTotal;
import vn.doichieu.explanation.AreaStep.Source;
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.explanation.Explanation.Member;
import vn.doichieu.explanation.Margin.Of;
import vn.doichieu.explanation.Step.Quantity;
import vn.doichieu.submission.Submission;

/** A ratio, a rate or a sum at the area, from its own figures or its members' (contract 4.2). */
final class AreaRatioSteps {

  private final Quotient quotient;
  private final ReportingPeriod period;
  private final Submission submission;
  private final boolean over;
  private final RatioSteps own;
  private final List<Member> members;

  private BigInteger n = BigInteger.ZERO;
  private BigInteger d = BigInteger.ZERO;
  private BigInteger unknown = BigInteger.ZERO;
  private int open;
  private int unknownParts;
  private boolean unbounded;
  private boolean invalid;

  /**
   * The calculation for an area.
   *
   * @param members the members of the target; with none the area's own figures are all there is
   * @param over whether a miss counts, or there is still time
   */
  AreaRatioSteps(
      Quotient quotient,
      ReportingPeriod period,
      List<ReportingUnit> members,
      Submission submission,
      boolean over) {
    this.quotient = quotient;
    this.period = period;
    this.submission = submission;
    this.over = over;
    own = RatioSteps.at(submission.units().area(), quotient, period, submission);
    this.members = members.stream().map(this::member).toList();
    this.members.forEach(this::add);
  }

  private Member member(ReportingUnit unit) {
    RatioSteps steps = RatioSteps.at(unit, quotient, period, submission);
    return new Member(
        unit,
        steps.figures(),
        List.of(),
        steps.n(),
        steps.d(),
        steps.impossible(),
        null,
        steps.work().byFigures());
  }

  private void add(Member member) {
    Quantity part = member.n();
    Quantity whole = member.d();
    if (!whole.known()) {
      open++;
      invalid |= whole.invalid() || part.invalid();
      return;
    }
    d = d.add(whole.value());
    if (part.known()) {
      n = n.add(part.value());
    } else if (!quotient.proportion()) {
      unknownParts++;
      unbounded = true;
      invalid |= part.invalid();
    } else if (whole.value().signum() > 0) { // With d = 0 it leaves nothing open.
      unknownParts++;
      unknown = unknown.add(whole.value());
      invalid |= part.invalid();
    }
  }

  Worked work() {
    Worked fromOwn = own.work();
    List<Item> absent = own.absent();
    if (members.isEmpty()) {
      Step chosen = new AreaStep.Chosen(Source.OWN_FOR_LACK_OF_MEMBERS, absent, 0);
      return worked(List.of(chosen), fromOwn, own.figures());
    }
    if (!absent.isEmpty()) {
      Step chosen = new AreaStep.Chosen(Source.MEMBERS, absent, members.size());
      List<Figure> given =
          own.figures().stream().filter(figure -> figure.state() != State.ABSENT).toList();
      return worked(List.of(chosen), fromMembers(), withMembers(given));
    }
    Step chosen = new AreaStep.Chosen(Source.OWN, List.of(), members.size());
    if (fromOwn.byFigures().reason() == Reason.FIGURE_INVALID) {
      return worked(List.of(chosen), fromOwn, own.figures());
    }
    return held(chosen, fromOwn);
  }

  private Worked worked(List<Step> before, Worked work, List<Figure> figures) {
    return new Worked(
        figures,
        Stream.concat(before.stream(), work.steps().stream()).toList(),
        work.byFigures(),
        work.margin(),
        members);
  }

  private List<Figure> withMembers(List<Figure> ofArea) {
    return Stream.concat(ofArea.stream(), members.stream().flatMap(m -> m.figures().stream()))
        .toList();
  }

  /** The area's own figures, held against its members'. */
  private Worked held(Step chosen, Worked fromOwn) {
    AreaStep.Totals totals = totals();
    List<Step> steps = new ArrayList<>(List.of(chosen));
    steps.addAll(fromOwn.steps());
    steps.add(totals);
    ByFigures byFigures = fromOwn.byFigures();
    Margin margin = fromOwn.margin();
    if (totals.agreement() == Agreement.ABOVE_MEMBERS) {
      byFigures = Worked.with(byFigures, Flag.TOTAL_MISMATCH);
    } else if (totals.agreement() == Agreement.BELOW_MEMBERS) {
      Worked fromMembers = fromMembers();
      steps.addAll(fromMembers.steps());
      Result ofOwn = closed(byFigures);
      Result ofMembers = closed(fromMembers.byFigures());
      steps.add(new AreaStep.BothWays(ofOwn, ofMembers));
      if (ofOwn != ofMembers) {
        byFigures =
            Worked.numbers(
                Reason.TOTAL_MISMATCH, byFigures.numerator(), byFigures.denominator(), null);
        margin = new Margin.PutRight();
      }
      byFigures = Worked.with(byFigures, Flag.TOTAL_MISMATCH);
    }
    return new Worked(withMembers(own.figures()), steps, byFigures, margin, members);
  }

  private Result closed(ByFigures figures) {
    return Settlement.closed(figures.result(), over);
  }

  private AreaStep.Totals totals() {
    List<ItemTotal> items = new ArrayList<>();
    boolean below = false;
    boolean differ = false;
    boolean complete = true;
    for (Figure figure : own.figures()) {
      if (figure.item().optional()) {
        continue;
      }
      BigInteger sum = BigInteger.ZERO;
      int without = 0;
      for (Member member : members) {
        Figure part = submission.figure(member.unit(), new Input(figure.item(), figure.period()));
        sum = sum.add(BigInteger.valueOf(part.value())); // 0 unless valid
        without += part.state() == State.VALID ? 0 : 1;
      }
      BigInteger whole = BigInteger.valueOf(figure.value());
      items.add(new ItemTotal(figure, sum, without));
      below |= sum.compareTo(whole) > 0;
      differ |= !sum.equals(whole);
      complete &= without == 0;
    }
    Agreement agreement =
        below
            ? Agreement.BELOW_MEMBERS
            : complete && differ ? Agreement.ABOVE_MEMBERS : Agreement.AGREE;
    return new AreaStep.Totals(items, agreement);
  }

  /** The members' sums, with what is unknown of them at its worst and at its best. */
  private Worked fromMembers() {
    boolean tooLarge = Limits.tooLarge(n) || Limits.tooLarge(d);
    List<Step> steps = new ArrayList<>();
    steps.add(
        new AreaStep.Pooled(
            members.size(), n, d, unknown, unbounded, open, unknownParts, tooLarge));
    if (tooLarge) {
      return pooled(steps, Reason.FIGURE_INVALID, null, new Margin.PutRight());
    } else if (open > 0) {
      Reason reason = invalid ? Reason.FIGURE_INVALID : Reason.FIGURE_MISSING;
      Of lacking = quotient.counted() ? Of.COUNT : Of.WHOLE;
      return pooled(steps, reason, null, new Margin.NeedsMembers(lacking, open));
    } else if (d.signum() == 0) {
      steps.add(new Step.NothingArose());
      return pooled(steps, Reason.NO_DENOMINATOR, null, new Margin.NoBase(Of.WHOLE));
    }
    Comparison comparison =
        new Comparison(quotient.of(), quotient.range(), d, n, unbounded ? null : n.add(unknown));
    steps.addAll(comparison.steps());
    Reason decided = comparison.reason();
    Reason reason =
        decided != null ? decided : invalid ? Reason.FIGURE_INVALID : Reason.UNDETERMINED;
    return pooled(steps, reason, comparison.shortfall(), comparison.margin());
  }

  private Worked pooled(
      List<Step> steps, Reason reason, @Nullable BigInteger shortfall, Margin margin) {
    boolean decided = shortfall != null && unknownParts > 0;
    Set<Flag> flags =
        decided ? EnumSet.of(Flag.DECIDED_DESPITE_MISSING) : EnumSet.noneOf(Flag.class);
    BigInteger whole = quotient.counted() ? null : d;
    ByFigures byFigures = Worked.fromMembers(reason, n, whole, shortfall, flags);
    return Worked.of(List.of(), steps, byFigures, margin);
  }
}
