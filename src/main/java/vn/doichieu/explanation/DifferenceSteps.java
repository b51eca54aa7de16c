package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.explanation.Margin.Of;
import vn.doichieu.explanation.Step.Case;
import vn.doichieu.explanation.Step.Products;
import vn.doichieu.explanation.Step.Quantity;
import vn.doichieu.submission.Submission;

/** Changes and reductions against a baseline, which may be the average of years (contract 4.2). */
final class DifferenceSteps {

  private final ReportingPeriod baseline;
  private final Figure nowFigure;
  private final List<Figure> baseFigures;
  private final BigInteger years;
  private final Quantity now;
  private final Quantity base;

  private DifferenceSteps(
      Item item,
      ReportingPeriod period,
      ReportingPeriod baseline,
      ReportingUnit unit,
      Submission submission) {
    this.baseline = baseline;
    nowFigure = submission.figure(unit, new Input(item, period));
    baseFigures =
        baseline.parts().stream()
            .map(part -> submission.figure(unit, new Input(item, part)))
            .toList();
    years = BigInteger.valueOf(baseFigures.size());
    Quantity given = sum(List.of(nowFigure));
    now = Limits.tooLarge(times(given)) ? Quantity.INVALID : given;
    base = sum(baseFigures);
  }

  private static Quantity sum(List<Figure> figures) {
    BigInteger sum = BigInteger.ZERO;
    boolean absent = false;
    boolean invalid = false;
    for (Figure figure : figures) {
      sum = sum.add(BigInteger.valueOf(figure.value()));
      absent |= figure.state() == State.ABSENT;
      invalid |= figure.state() == State.INVALID;
    }
    return invalid || Limits.tooLarge(sum)
        ? Quantity.INVALID
        : absent ? Quantity.ABSENT : Quantity.of(sum);
  }

  /** now times the years, which is compared with their sum. */
  private BigInteger times(Quantity quantity) {
    return quantity.value().multiply(years);
  }

  /** Why nothing can be compared; null if it can. */
  private @Nullable Reason open() {
    if (now.invalid() || base.invalid()) {
      return Reason.FIGURE_INVALID;
    } else if (!base.known()) {
      return Reason.BASELINE_MISSING;
    } else if (base.value().signum() == 0) {
      return Reason.BASELINE_ZERO;
    }
    return now.known() ? null : Reason.FIGURE_MISSING;
  }

  private boolean averaged() {
    return baseFigures.size() > 1;
  }

  private List<Step> given() {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.NowAndBase(now, nowFigure.period(), base, baseline));
    if (averaged() && now.known() && base.known()) {
      steps.add(new Step.Averaged(baseFigures, base.value(), now.value(), times(now)));
    }
    return steps;
  }

  private List<Figure> figures() {
    return Stream.concat(Stream.of(nowFigure), baseFigures.stream()).toList();
  }

  private Worked left(Reason reason, Margin margin) {
    return Worked.of(figures(), given(), Worked.own(reason, null), margin);
  }

  private Worked compared(
      List<Step> steps, Reason reason, @Nullable BigInteger shortfall, Margin margin) {
    return Worked.of(
        figures(),
        Stream.concat(given().stream(), steps.stream()).toList(),
        Worked.numbers(reason, times(now), base.value(), shortfall),
        margin);
  }

  static Worked change(
      Criterion.Change change, ReportingPeriod period, ReportingUnit unit, Submission submission) {
    DifferenceSteps figures =
        new DifferenceSteps(change.item(), period, change.baseline(), unit, submission);
    Reason open = figures.open();
    return open == null ? figures.changed(change) : figures.left(open, figures.wouldChange(change));
  }

  /** The least growth that is asked; null where any will do, as none can be less than -100%. */
  private static @Nullable Bound least(Criterion.Change change) {
    return change.low().numerator() == -change.low().denominator() ? null : change.low();
  }

  private Worked changed(Criterion.Change change) {
    BigInteger n = now.value();
    BigInteger b = base.value();
    Bound low = least(change);
    Bound high = change.high();
    Step.Changed step =
        new Step.Changed(
            times(now),
            b,
            low == null ? null : Limits.growth(times(now), b, low),
            high == null ? null : Limits.growth(times(now), b, high));
    BigInteger least = low == null ? null : Limits.leastNow(b, years, low);
    BigInteger most = high == null ? null : Limits.mostNow(b, years, high);
    boolean above = most != null && n.compareTo(most) > 0;
    if (most != null && above && change.capped()) {
      Margin margin =
          low == null || averaged()
              ? allowed(change, b)
              : new Margin.AboveCeiling(Of.NOW, n.subtract(most), most);
      return compared(List.of(step), Reason.ABOVE_THRESHOLD, n.subtract(most), margin);
    } else if (low == null || least == null || n.compareTo(least) >= 0) {
      Reason met = above ? Reason.EXCEEDED : Reason.MET;
      Margin margin =
          low == null || least == null || averaged()
              ? allowed(change, b)
              : new Margin.Spare(Of.NOW, n.subtract(least), n, least, Limits.growth(least, b, low));
      return compared(List.of(step), met, BigInteger.ZERO, margin);
    }
    Margin margin =
        averaged()
            ? allowed(change, b)
            : new Margin.Lacking(
                Of.NOW,
                least.subtract(n),
                n,
                Limits.growth(least, b, low),
                Limits.growth(least.subtract(BigInteger.ONE), b, low));
    return compared(List.of(step), Reason.BELOW_THRESHOLD, least.subtract(n), margin);
  }

  /** What now would have to be. */
  private Margin.Allowed allowed(Criterion.Change change, BigInteger base) {
    Bound low = least(change);
    Bound high = change.capped() ? change.high() : null;
    return new Margin.Allowed(
        Of.NOW,
        low == null ? null : Limits.leastNow(base, years, low),
        high == null ? null : Limits.mostNow(base, years, high),
        false);
  }

  /** What the figure that lacks would have to be. */
  private Margin wouldChange(Criterion.Change change) {
    Bound low = least(change);
    if (base.known() && base.value().signum() == 0) {
      return new Margin.NoBase(Of.BASE);
    } else if (base.known()) {
      Margin.Allowed allowed = allowed(change, base.value());
      return low == null || averaged()
          ? allowed
          : new Margin.WouldBeMet(Of.NOW, allowed.least(), allowed.most());
    } else if (!now.known()) {
      return new Margin.Needs(List.of(Of.NOW, Of.BASE));
    } else if (change.capped() || averaged() || low == null) {
      return new Margin.Needs(List.of(Of.BASE));
    }
    BigInteger most = Limits.mostBase(now.value(), low);
    return most.signum() <= 0
        ? new Margin.NeverMet(Of.BASE)
        : new Margin.WouldBeMet(Of.BASE, BigInteger.ONE, most);
  }

  static Worked reduction(
      Criterion.Reduction reduction,
      ReportingPeriod period,
      ReportingUnit unit,
      Submission submission) {
    DifferenceSteps figures =
        new DifferenceSteps(reduction.item(), period, reduction.baseline(), unit, submission);
    Reason open = figures.open();
    return open == null
        ? figures.reduced(reduction.range())
        : figures.left(open, figures.wouldBeReduced(reduction.range()));
  }

  private Worked reduced(Range range) {
    BigInteger n = now.value();
    BigInteger by = base.value().subtract(times(now));
    boolean nothingLeft = n.signum() == 0;
    BigInteger most = most(range);
    BigInteger least = least(range);
    boolean above = least != null && n.compareTo(least) < 0;
    List<Step> steps = reducedSteps(range, by, nothingLeft);
    if (least != null && above && range.capped() && !nothingLeft) {
      Margin margin =
          plain(range) ? new Margin.Apart(Of.NOW, least.subtract(n), least, false) : left(range);
      return compared(steps, Reason.ABOVE_THRESHOLD, null, margin);
    } else if (nothingLeft || n.compareTo(most) <= 0) {
      Margin margin =
          plain(range) ? new Margin.Within(Of.NOW, most.subtract(n), most, true) : left(range);
      return compared(steps, above ? Reason.EXCEEDED : Reason.MET, BigInteger.ZERO, margin);
    }
    BigInteger shortfall = n.subtract(most);
    Margin margin = plain(range) ? new Margin.Apart(Of.NOW, shortfall, most, true) : left(range);
    return compared(steps, Reason.BELOW_THRESHOLD, shortfall, margin);
  }

  private List<Step> reducedSteps(Range range, BigInteger by, boolean nothingLeft) {
    Bound low = range.floor();
    Bound high = range.ceiling();
    if (low != null && high != null && plain(range)) {
      BigInteger from = BigInteger.valueOf(low.numerator());
      BigInteger to = BigInteger.valueOf(high.numerator());
      return List.of(new Step.Reduced(times(now), base.value(), by, from, to));
    }
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Lowered(times(now), base.value(), by));
    if (!nothingLeft) {
      Products least = low == null ? null : Limits.products(by, whole(range), low);
      Products most = high == null ? null : Limits.products(by, whole(range), high);
      boolean below = low != null && least != null && !Limits.holds(least, low);
      boolean above = most != null && most.sign() > 0;
      steps.add(new Step.Held(Case.PLAIN, by, whole(range), range, least, most, below, above));
    }
    return steps;
  }

  /** Plain numbers from one to another, off one year's. */
  private boolean plain(Range range) {
    return range.absolute() && range.ceiling() != null && !averaged();
  }

  /** What limits are of: the baseline, or for plain numbers every year of it. */
  private BigInteger whole(Range range) {
    return range.absolute() ? years : base.value();
  }

  /** The most that may be left; nothing may always be. */
  private BigInteger most(Range range) {
    Bound low = range.floor();
    return low == null
        ? base.value()
        : Limits.mostLeft(base.value(), whole(range), years, low).max(BigInteger.ZERO);
  }

  /** The least that may be left without exceeding what is asked; null if there is no such limit. */
  private @Nullable BigInteger least(Range range) {
    Bound high = range.ceiling();
    return high == null ? null : Limits.leastLeft(base.value(), whole(range), years, high);
  }

  private Margin left(Range range) {
    BigInteger least = range.capped() ? least(range) : null;
    boolean limited = least != null && least.signum() > 0;
    return new Margin.Allowed(Of.NOW, limited ? least : null, most(range), limited);
  }

  private Margin wouldBeReduced(Range range) {
    Bound low = range.floor();
    if (base.known() && base.value().signum() == 0) {
      return new Margin.NoBase(Of.BASE);
    } else if (base.known()) {
      return plain(range) ? new Margin.WouldBeMet(Of.NOW, null, most(range)) : left(range);
    } else if (!now.known()) {
      return new Margin.Needs(List.of(Of.NOW, Of.BASE));
    } else if (now.value().signum() == 0) {
      return new Margin.AlwaysMet(Of.BASE);
    } else if (!plain(range) || low == null) {
      return new Margin.Needs(List.of(Of.BASE));
    }
    BigInteger asked = BigInteger.valueOf(low.numerator());
    return new Margin.WouldBeMet(Of.BASE, now.value().add(asked), null);
  }
}
