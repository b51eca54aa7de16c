package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Criterion.Term;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.explanation.Margin.Of;
import vn.doichieu.explanation.Step.Addend;
import vn.doichieu.explanation.Step.Case;
import vn.doichieu.explanation.Step.Quantity;
import vn.doichieu.explanation.Step.Side;
import vn.doichieu.explanation.Step.Sum;
import vn.doichieu.submission.Submission;

/** A ratio at one unit, from its own figures (contract 4.2, "ratio n/d against p, at one unit"). */
final class RatioSteps {

  private final Criterion.Ratio ratio;
  private final Sum part;
  private final Sum whole;
  private final boolean impossible;

  private RatioSteps(Criterion.Ratio ratio, Sum part, Sum whole) {
    this.ratio = ratio;
    this.part = part;
    this.whole = whole;
    Quantity n = part.total();
    Quantity d = whole.total();
    impossible =
        d.known() && (d.value().signum() < 0 || (n.known() && n.value().compareTo(d.value()) > 0));
  }

  /** Adds up both sides of a unit. */
  static RatioSteps at(
      ReportingUnit unit, Criterion.Ratio ratio, ReportingPeriod period, Submission submission) {
    return new RatioSteps(
        ratio,
        sum(Side.PART, ratio.numerator(), unit, period, submission),
        sum(Side.WHOLE, ratio.denominator(), unit, period, submission));
  }

  private static Sum sum(
      Side side,
      Expression expression,
      ReportingUnit unit,
      ReportingPeriod period,
      Submission submission) {
    List<Addend> addends = new ArrayList<>();
    BigInteger total = BigInteger.ZERO;
    boolean absent = false;
    boolean invalid = false;
    boolean tooLarge = false;
    for (Term term : expression.terms()) {
      Addend addend = addend(term, unit, period, submission);
      Figure figure = addend.figure();
      invalid |= figure != null && figure.state() == State.INVALID;
      absent |= figure != null && figure.state() == State.ABSENT && !addend.countsAsZero();
      total = total.add(addend.number().multiply(BigInteger.valueOf(term.sign())));
      tooLarge |= Limits.tooLarge(total);
      addends.add(addend);
    }
    Quantity quantity =
        invalid || tooLarge ? Quantity.INVALID : absent ? Quantity.ABSENT : Quantity.of(total);
    return new Sum(side, addends, quantity, tooLarge && !invalid);
  }

  private static Addend addend(
      Term term, ReportingUnit unit, ReportingPeriod period, Submission submission) {
    if (term.item().isEmpty()) {
      return new Addend(term.sign(), BigInteger.valueOf(term.number()), null, false);
    }
    Item item = term.item().get();
    Figure figure = submission.figure(unit, new Input(item, period));
    boolean zero = item.optional() && figure.state() == State.ABSENT;
    return new Addend(term.sign(), BigInteger.valueOf(figure.value()), figure, zero);
  }

  /** n, as far as it can be used. */
  Quantity n() {
    return impossible ? Quantity.INVALID : part.total();
  }

  /** d, as far as it can be used. */
  Quantity d() {
    return impossible ? Quantity.INVALID : whole.total();
  }

  boolean impossible() {
    return impossible;
  }

  /** The figures of both sides, each once. */
  List<Figure> figures() {
    return Stream.concat(part.addends().stream(), whole.addends().stream())
        .flatMap(addend -> Stream.ofNullable(addend.figure()))
        .distinct()
        .toList();
  }

  /** The required figures that were not given; one that cannot be used was. */
  List<Item> absent() {
    return figures().stream()
        .filter(figure -> figure.state() == State.ABSENT && !figure.item().optional())
        .map(Figure::item)
        .toList();
  }

  /** The whole calculation. */
  Worked work() {
    List<Step> steps = new ArrayList<>(List.of(part, whole));
    Reason reason = reason();
    if (impossible) {
      steps.add(new Step.Impossible(part.total().value(), whole.total().value()));
    } else if (reason == Reason.NO_DENOMINATOR) {
      steps.add(new Step.NothingArose());
    } else if (reason == Reason.MET || reason == Reason.BELOW_THRESHOLD) {
      steps.add(compared(Case.PLAIN, n().value(), d().value(), Plain.bound(ratio.range())));
    }
    return Worked.of(figures(), steps, byFigures(reason), margin(reason));
  }

  /** What it comes to, with the numbers that are known, whatever the reason. */
  ByFigures byFigures(Reason reason) {
    BigInteger shortfall =
        switch (reason) {
          case MET -> BigInteger.ZERO;
          case BELOW_THRESHOLD ->
              Limits.leastPart(d().value(), Plain.bound(ratio.range())).subtract(n().value());
          default -> null;
        };
    return Worked.numbers(reason, known(n()), known(d()), shortfall);
  }

  private static @Nullable BigInteger known(Quantity quantity) {
    return quantity.known() ? quantity.value() : null;
  }

  private Reason reason() {
    if (n().invalid() || d().invalid()) {
      return Reason.FIGURE_INVALID;
    } else if (d().known() && d().value().signum() == 0) {
      return Reason.NO_DENOMINATOR;
    } else if (!n().known() || !d().known()) {
      return Reason.FIGURE_MISSING;
    }
    return Limits.holds(n().value(), d().value(), Plain.bound(ratio.range()))
        ? Reason.MET
        : Reason.BELOW_THRESHOLD;
  }

  private Margin margin(Reason reason) {
    if (impossible) {
      return new Margin.PutRight();
    }
    return switch (reason) {
      case MET -> spare(Of.PART, n().value(), d().value(), Plain.bound(ratio.range()));
      case BELOW_THRESHOLD ->
          lacking(Of.PART, n().value(), d().value(), Plain.bound(ratio.range()));
      case NO_DENOMINATOR -> new Margin.NoBase(Of.WHOLE);
      default -> wouldBeMet();
    };
  }

  /** What the side that lacks would have to be, where the other one is known. */
  private Margin wouldBeMet() {
    if (!n().known() && !d().known()) {
      return new Margin.Needs(List.of(Of.PART, Of.WHOLE));
    } else if (!n().known()) {
      return d().value().signum() == 0
          ? new Margin.NoBase(Of.WHOLE)
          : new Margin.WouldBeMet(
              Of.PART, Limits.leastPart(d().value(), Plain.bound(ratio.range())), d().value());
    }
    if (Plain.bound(ratio.range()).numerator() == 0) {
      return new Margin.Needs(List.of(Of.WHOLE));
    }
    BigInteger most = Limits.mostWhole(n().value(), Plain.bound(ratio.range()));
    return most.signum() <= 0
        ? new Margin.NeverMet(Of.WHOLE)
        : new Margin.WouldBeMet(Of.WHOLE, n().value(), most);
  }

  static Step.Compared compared(Case of, BigInteger n, BigInteger d, Bound bound) {
    Step.Products products = Limits.products(n, d, bound);
    return new Step.Compared(of, n, d, bound, products, Limits.holds(products, bound));
  }

  /** What a share that is met could lose. */
  static Margin spare(Of of, BigInteger n, BigInteger d, Bound bound) {
    BigInteger least = Limits.leastPart(d, bound);
    return new Margin.Spare(of, n.subtract(least), n, least, Limits.products(least, d, bound));
  }

  /** What a share that is not met lacks. */
  static Margin lacking(Of of, BigInteger n, BigInteger d, Bound bound) {
    BigInteger least = Limits.leastPart(d, bound);
    return new Margin.Lacking(
        of,
        least.subtract(n),
        n,
        Limits.products(least, d, bound),
        Limits.products(least.subtract(BigInteger.ONE), d, bound));
  }
}
