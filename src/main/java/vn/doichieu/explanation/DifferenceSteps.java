package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.explanation.Margin.Of;
import vn.doichieu.explanation.Step.Quantity;
import vn.doichieu.submission.Submission;

/** Changes and reductions against a baseline, and plain counts (contract 4.2). */
final class DifferenceSteps {

  private final Figure nowFigure;
  private final Figure baseFigure;
  private final Quantity now;
  private final Quantity base;

  private DifferenceSteps(Figure nowFigure, Figure baseFigure) {
    this.nowFigure = nowFigure;
    this.baseFigure = baseFigure;
    now = quantity(nowFigure);
    base = quantity(baseFigure);
  }

  private static DifferenceSteps of(
      Item item,
      ReportingPeriod period,
      ReportingPeriod baseline,
      ReportingUnit unit,
      Submission submission) {
    return new DifferenceSteps(
        submission.figure(unit, new Input(item, period)),
        submission.figure(unit, new Input(item, baseline)));
  }

  private static Quantity quantity(Figure figure) {
    return switch (figure.state()) {
      case ABSENT -> Quantity.ABSENT;
      case INVALID -> Quantity.INVALID;
      case VALID -> Quantity.of(BigInteger.valueOf(figure.value()));
    };
  }

  static Worked change(
      Criterion.Change change, ReportingPeriod period, ReportingUnit unit, Submission submission) {
    DifferenceSteps figures = of(change.item(), period, change.baseline(), unit, submission);
    Reason open = figures.open();
    return open == null ? figures.changed(change) : figures.left(open, figures.wouldChange(change));
  }

  static Worked reduction(
      Criterion.Reduction reduction,
      ReportingPeriod period,
      ReportingUnit unit,
      Submission submission) {
    DifferenceSteps figures = of(reduction.item(), period, reduction.baseline(), unit, submission);
    Reason open = figures.open();
    return open == null
        ? figures.reduced(reduction)
        : figures.left(
            open,
            figures.wouldBeReduced(BigInteger.valueOf(Plain.bound(reduction.range()).numerator())));
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

  private Step given() {
    return new Step.NowAndBase(now, nowFigure.period(), base, baseFigure.period());
  }

  private List<Figure> figures() {
    return List.of(nowFigure, baseFigure);
  }

  private Worked left(Reason reason, Margin margin) {
    return Worked.of(figures(), List.of(given()), Worked.own(reason, null), margin);
  }

  private Worked compared(Step step, Reason reason, @Nullable BigInteger shortfall, Margin margin) {
    return Worked.of(
        figures(),
        List.of(given(), step),
        Worked.numbers(reason, now.value(), base.value(), shortfall),
        margin);
  }

  private Worked changed(Criterion.Change change) {
    BigInteger n = now.value();
    BigInteger b = base.value();
    Step.Changed step =
        new Step.Changed(
            n,
            b,
            Limits.growth(n, b, change.low()),
            Limits.growth(n, b, Objects.requireNonNull(change.high())));
    BigInteger least = Limits.leastNow(b, change.low());
    boolean above = step.high().sign() > 0;
    if (above && change.capped()) {
      BigInteger most = Limits.mostNow(b, Objects.requireNonNull(change.high()));
      Margin margin = new Margin.AboveCeiling(Of.NOW, n.subtract(most), most);
      return compared(step, Reason.ABOVE_THRESHOLD, n.subtract(most), margin);
    } else if (step.low().sign() >= 0) {
      Margin margin =
          new Margin.Spare(
              Of.NOW, n.subtract(least), n, least, Limits.growth(least, b, change.low()));
      return compared(step, above ? Reason.EXCEEDED : Reason.MET, BigInteger.ZERO, margin);
    }
    Margin margin =
        new Margin.Lacking(
            Of.NOW,
            least.subtract(n),
            n,
            Limits.growth(least, b, change.low()),
            Limits.growth(least.subtract(BigInteger.ONE), b, change.low()));
    return compared(step, Reason.BELOW_THRESHOLD, least.subtract(n), margin);
  }

  /** What the figure that lacks would have to be. */
  private Margin wouldChange(Criterion.Change change) {
    if (base.known() && base.value().signum() == 0) {
      return new Margin.NoBase(Of.BASE);
    } else if (base.known()) {
      return new Margin.WouldBeMet(
          Of.NOW,
          Limits.leastNow(base.value(), change.low()),
          change.capped()
              ? Limits.mostNow(base.value(), Objects.requireNonNull(change.high()))
              : null);
    } else if (!now.known()) {
      return new Margin.Needs(List.of(Of.NOW, Of.BASE));
    } else if (change.capped()) {
      return new Margin.Needs(List.of(Of.BASE));
    }
    BigInteger most = Limits.mostBase(now.value(), change.low());
    return most.signum() <= 0
        ? new Margin.NeverMet(Of.BASE)
        : new Margin.WouldBeMet(Of.BASE, BigInteger.ONE, most);
  }

  private Worked reduced(Criterion.Reduction reduction) {
    BigInteger low = BigInteger.valueOf(Plain.bound(reduction.range()).numerator());
    BigInteger high =
        BigInteger.valueOf(Objects.requireNonNull(reduction.range().ceiling()).numerator());
    Step.Reduced step =
        new Step.Reduced(now.value(), base.value(), base.value().subtract(now.value()), low, high);
    boolean nothingLeft = now.value().signum() == 0;
    boolean above = step.by().compareTo(high) > 0;
    BigInteger most = base.value().subtract(low).max(BigInteger.ZERO);
    if (above && reduction.range().capped() && !nothingLeft) {
      BigInteger least = base.value().subtract(high);
      Margin margin = new Margin.Apart(Of.NOW, least.subtract(now.value()), least, false);
      return compared(step, Reason.ABOVE_THRESHOLD, null, margin);
    } else if (nothingLeft || step.by().compareTo(low) >= 0) {
      Margin margin = new Margin.Within(Of.NOW, most.subtract(now.value()), most, true);
      return compared(step, above ? Reason.EXCEEDED : Reason.MET, BigInteger.ZERO, margin);
    }
    BigInteger shortfall = now.value().subtract(most);
    Margin margin = new Margin.Apart(Of.NOW, shortfall, most, true);
    return compared(step, Reason.BELOW_THRESHOLD, shortfall, margin);
  }

  private Margin wouldBeReduced(BigInteger low) {
    if (base.known() && base.value().signum() == 0) {
      return new Margin.NoBase(Of.BASE);
    } else if (base.known()) {
      BigInteger most = base.value().subtract(low).max(BigInteger.ZERO);
      return new Margin.WouldBeMet(Of.NOW, null, most);
    } else if (!now.known()) {
      return new Margin.Needs(List.of(Of.NOW, Of.BASE));
    }
    return now.value().signum() == 0
        ? new Margin.AlwaysMet(Of.BASE)
        : new Margin.WouldBeMet(Of.BASE, now.value().add(low), null);
  }

  static Worked count(
      Criterion.Count count, ReportingPeriod period, ReportingUnit unit, Submission submission) {
    Figure figure = submission.figure(unit, new Input(count.sum().items().get(0), period));
    Quantity given = quantity(figure);
    BigInteger least = BigInteger.valueOf(Plain.bound(count.range()).numerator());
    if (!given.known()) {
      Reason reason = given.invalid() ? Reason.FIGURE_INVALID : Reason.FIGURE_MISSING;
      return Worked.of(
          List.of(figure),
          List.of(new Step.OneFigure(given)),
          Worked.own(reason, null),
          new Margin.WouldBeMet(Of.COUNT, least, null));
    }
    BigInteger number = given.value();
    boolean met = number.compareTo(least) >= 0;
    return Worked.of(
        List.of(figure),
        List.of(new Step.OneFigure(given), new Step.AtLeast(number, least)),
        Worked.numbers(
            met ? Reason.MET : Reason.BELOW_THRESHOLD,
            number,
            null,
            met ? BigInteger.ZERO : least.subtract(number)),
        met
            ? new Margin.Within(Of.COUNT, number.subtract(least), least, false)
            : new Margin.Apart(Of.COUNT, least.subtract(number), least, false));
  }
}
