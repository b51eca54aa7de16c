package vn.doichieu.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.gauge.RatioGauge.Parts;
import vn.doichieu.submission.Submission;

/**
 * Collects figures that are each valid but cannot be right together: a part above its whole, a
 * whole below 0. Told once, however many targets rest on the same figures.
 */
final class ImpossibleRatios {

  private final Submission submission;
  private final Set<String> told = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  ImpossibleRatios(Submission submission) {
    this.submission = submission;
  }

  List<Problem> problems() {
    return problems;
  }

  /** Looks at a unit's figures for a slot, if that is a ratio. */
  void check(Slot slot, ReportingUnit unit) {
    if (!(slot.target().criterion() instanceof Criterion.Ratio ratio)) {
      return;
    }
    long[] numbers = new long[slot.width()];
    slot.gauge().read(unit.index(), numbers, 0);
    Parts parts = Parts.in(numbers);
    if (parts.impossible()) {
      check(ratio, parts, unit, slot.period());
    }
  }

  private void check(
      Criterion.Ratio ratio, Parts parts, ReportingUnit unit, ReportingPeriod period) {
    List<Figure> part = given(ratio.numerator().items(), unit, period);
    List<Figure> whole = given(ratio.denominator().items(), unit, period);
    Stream.concat(part.stream(), whole.stream())
        .map(Figure::location)
        .filter(Objects::nonNull)
        .findFirst()
        .map(place -> problem(ratio, parts, part, whole, place, unit, period))
        .filter(problem -> told.add(unit.code() + " " + period + " " + problem.read()))
        .ifPresent(problems::add);
  }

  private static Problem problem(
      Criterion.Ratio ratio,
      Parts parts,
      List<Figure> part,
      List<Figure> whole,
      SourceLocation place,
      ReportingUnit unit,
      ReportingPeriod period) {
    boolean negative = parts.wholeBelowZero();
    return new Problem(
        negative ? Problem.Kind.NEGATIVE_DENOMINATOR : Problem.Kind.NUMERATOR_ABOVE_DENOMINATOR,
        place,
        negative
            ? describe(ratio.denominator(), whole)
            : describe(ratio.numerator(), part) + " > " + describe(ratio.denominator(), whole),
        unit.code(),
        period.text());
  }

  private List<Figure> given(List<Item> items, ReportingUnit unit, ReportingPeriod period) {
    return items.stream()
        .flatMap(item -> period.parts().stream().map(part -> new Input(item, part)))
        .map(input -> submission.figure(unit, input))
        .filter(figure -> figure.state() == Figure.State.VALID)
        .toList();
  }

  private static String describe(Criterion.Expression expression, List<Figure> figures) {
    if (expression.items().isEmpty()) { // The plan itself gives the number.
      return Long.toString(
          expression.terms().stream().mapToLong(term -> term.sign() * term.number()).sum());
    }
    return String.join(
        ", ", figures.stream().map(f -> f.item().code() + " = " + f.value()).toList());
  }
}
