package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import vn.doichieu.explanation.Step.Quantity;
import vn.doichieu.explanation.Step.Side;
import vn.doichieu.explanation.Step.Sum;
import vn.doichieu.submission.Submission;

/**
 * A ratio, a rate or a number at one unit, from its own figures (contract 4.2, "ratio n/d against
 * p, at one unit").
 */
final class RatioSteps {

  private final Quotient quotient;
  private final Sum part;
  private final @Nullable Sum whole;
  private final boolean impossible;

  private RatioSteps(Quotient quotient, Sum part, @Nullable Sum whole) {
    this.quotient = quotient;
    this.part = part;
    this.whole = whole;
    impossible = impossible(part.total(), wholeGiven());
  }

  private boolean impossible(Quantity n, Quantity d) {
    boolean belowZero = d.known() && d.value().signum() < 0;
    if (quotient.proportion()) {
      return belowZero || (d.known() && n.known() && n.value().compareTo(d.value()) > 0);
    }
    return belowZero || (n.known() && n.value().signum() < 0);
  }

  /** Adds up both sides of a unit; in a range of years all of its figures. */
  static RatioSteps at(
      ReportingUnit unit, Quotient quotient, ReportingPeriod period, Submission submission) {
    Side side = quotient.counted() ? Side.NUMBER : Side.PART;
    Expression whole = quotient.whole();
    return new RatioSteps(
        quotient,
        sum(side, quotient.part(), unit, period, submission),
        whole == null ? null : sum(Side.WHOLE, whole, unit, period, submission));
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
      for (ReportingPeriod each : period.parts()) {
        Addend addend = addend(term, unit, each, submission);
        Figure figure = addend.figure();
        invalid |= figure != null && figure.state() == State.INVALID;
        absent |= figure != null && figure.state() == State.ABSENT && !addend.countsAsZero();
        total = total.add(addend.number().multiply(BigInteger.valueOf(term.sign())));
        tooLarge |= Limits.tooLarge(total);
        addends.add(addend);
      }
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

  private Quantity wholeGiven() {
    return whole == null ? Quantity.of(BigInteger.ONE) : whole.total();
  }

  /** n, as far as it can be used. */
  Quantity n() {
    return impossible ? Quantity.INVALID : part.total();
  }

  /** d, as far as it can be used; 1 for a number by itself. */
  Quantity d() {
    return impossible ? Quantity.INVALID : wholeGiven();
  }

  boolean impossible() {
    return impossible;
  }

  /** The figures of both sides, each once. */
  List<Figure> figures() {
    return Stream.concat(Stream.of(part), Stream.ofNullable(whole))
        .flatMap(sum -> sum.addends().stream())
        .flatMap(addend -> Stream.ofNullable(addend.figure()))
        .distinct()
        .toList();
  }

  /** The required items of which some figure was not given; one that cannot be used was. */
  List<Item> absent() {
    return figures().stream()
        .filter(figure -> figure.state() == State.ABSENT && !figure.item().optional())
        .map(Figure::item)
        .distinct()
        .toList();
  }

  /** The whole calculation. */
  Worked work() {
    List<Step> steps = new ArrayList<>(sums());
    Comparison comparison = comparison();
    Reason reason = reason(comparison);
    if (impossible) {
      steps.add(new Step.Impossible(part.total().value(), wholeGiven().value()));
    } else if (reason == Reason.NO_DENOMINATOR) {
      steps.add(new Step.NothingArose());
    } else if (comparison != null) {
      steps.addAll(comparison.steps());
    }
    return Worked.of(
        figures(),
        steps,
        byFigures(reason),
        comparison == null ? margin(reason) : comparison.margin());
  }

  private List<Step> sums() {
    if (whole != null) {
      return List.of(part, whole);
    }
    boolean one = part.addends().size() == 1;
    return List.of(one ? new Step.OneFigure(part.total()) : part);
  }

  /** n against what is asked; null while one of the sides is not known, or there is no whole. */
  private @Nullable Comparison comparison() {
    boolean possible = n().known() && d().known() && d().value().signum() != 0;
    BigInteger n = n().value();
    return possible ? new Comparison(quotient.of(), quotient.range(), d().value(), n, n) : null;
  }

  private Reason reason(@Nullable Comparison comparison) {
    if (n().invalid() || d().invalid()) {
      return Reason.FIGURE_INVALID;
    } else if (d().known() && d().value().signum() == 0) {
      return Reason.NO_DENOMINATOR;
    }
    Reason compared = comparison == null ? null : comparison.reason();
    return compared == null ? Reason.FIGURE_MISSING : compared;
  }

  /** What it comes to, with the numbers that are known, whatever the reason. */
  ByFigures byFigures(Reason reason) {
    Comparison comparison = comparison();
    boolean compared = comparison != null && comparison.reason() == reason;
    BigInteger shortfall = comparison != null && compared ? comparison.shortfall() : null;
    if (quotient.counted()) {
      return Worked.numbers(reason, compared ? n().value() : null, null, shortfall);
    }
    return Worked.numbers(reason, known(n()), known(d()), shortfall);
  }

  private static @Nullable BigInteger known(Quantity quantity) {
    return quantity.known() ? quantity.value() : null;
  }

  /** What would have to be known or put right. */
  private Margin margin(Reason reason) {
    if (impossible) {
      return new Margin.PutRight();
    } else if (reason == Reason.NO_DENOMINATOR) {
      return new Margin.NoBase(Of.WHOLE);
    } else if (!n().known() && !d().known()) {
      return new Margin.Needs(List.of(Of.PART, Of.WHOLE));
    }
    return n().known() ? wantedWhole() : wantedPart();
  }

  private Margin wantedPart() {
    if (d().value().signum() == 0) {
      return new Margin.NoBase(Of.WHOLE);
    }
    Reach reach = Reach.of(quotient.range(), d().value());
    return reach.most() == null
        ? new Margin.WouldBeMet(
            quotient.of(), reach.least(), quotient.proportion() ? d().value() : null)
        : new Margin.Allowed(quotient.of(), reach.least(), reach.most(), false);
  }

  private Margin wantedWhole() {
    Bound floor = Comparison.onlyFloor(quotient.range());
    if (floor == null || floor.numerator() == 0) {
      return new Margin.Needs(List.of(Of.WHOLE));
    }
    BigInteger most = Limits.mostWhole(n().value(), floor);
    return most.signum() <= 0
        ? new Margin.NeverMet(Of.WHOLE)
        : new Margin.WouldBeMet(
            Of.WHOLE, quotient.proportion() ? n().value() : BigInteger.ONE, most);
  }
}
