package vn.doichieu.narration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Range;
import vn.doichieu.explanation.Step;
import vn.doichieu.explanation.Step.Case;
import vn.doichieu.explanation.Step.Products;

/** Comparisons with a floor, a ceiling or both, in words. */
final class RangeSteps {

  private final Words words;
  private final Criterion criterion;
  private final String required;

  /**
   * For the comparisons of a target.
   *
   * @param required what it asks for, in few words
   */
  RangeSteps(Words words, Criterion criterion, String required) {
    this.words = words;
    this.criterion = criterion;
    this.required = required;
  }

  /** A ratio against its floor. */
  List<String> compared(Step.Compared compared) {
    Bound bound = compared.bound();
    boolean units = criterion instanceof Criterion.ShareOfUnits;
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text(
            switch (compared.of()) {
              case WORST -> units ? "explain.step.worst.units" : "explain.step.worst";
              case BEST -> units ? "explain.step.best.units" : "explain.step.best";
              case PLAIN, LOWEST, HIGHEST -> "explain.step.compare";
            },
            Words.joined("n × " + words.number(bound.denominator())),
            Words.joined("d × " + words.number(bound.numerator())),
            Words.joined("n = " + words.number(compared.n()))));
    boolean equal = compared.products().sign() == 0;
    lines.add(
        words.text(
            compared.holds()
                ? "explain.step.compared.holds"
                : equal ? "explain.step.compared.equal" : "explain.step.compared.fails",
            words.products(compared.products()),
            required));
    rate(compared.n(), compared.d(), range(bound), lines);
    return lines;
  }

  /** The range of the target whose floor it is. */
  private Range range(Bound floor) {
    if (criterion instanceof Criterion.Ratio ratio) {
      return ratio.range();
    }
    return criterion instanceof Criterion.ShareOfUnits share ? share.range() : Range.atLeast(floor);
  }

  /** A number or a ratio against its limits, one a line. */
  List<String> held(Step.Held held) {
    Range range = held.range();
    Bound floor = range.floor();
    Bound ceiling = range.ceiling();
    if (floor != null && ceiling == null && held.of() == Case.PLAIN && number(held)) {
      return List.of(least(held, floor));
    }
    List<String> lines = new ArrayList<>();
    lines.add(words.text(header(held.of()), required, Words.joined("n = " + n(held))));
    if (floor != null && floor.equals(ceiling)) {
      lines.add(
          words.text(
              held.below() || held.above() ? "explain.step.held.other" : "explain.step.held.equal",
              comparison(held, held.floor(), floor),
              words.limit(floor, range, false)));
    } else {
      if (floor != null) {
        lines.add(
            words.text(
                held.below() ? "explain.step.held.below" : "explain.step.held.floor",
                comparison(held, held.floor(), floor),
                words.limit(floor, range, false)));
      }
      if (ceiling != null) {
        lines.add(
            words.text(
                ceilingKey(held),
                comparison(held, held.ceiling(), ceiling),
                words.limit(ceiling, range, true)));
      }
    }
    if (!range.absolute()) {
      rate(held.n(), held.d(), range, lines);
    }
    return lines;
  }

  private static String ceilingKey(Step.Held held) {
    if (held.range().capped()) {
      return held.above() ? "explain.step.held.above" : "explain.step.held.ceiling";
    }
    return held.above() ? "explain.step.held.exceeded" : "explain.step.held.within";
  }

  /** Whether numbers stand against numbers, and nothing is multiplied. */
  private static boolean number(Step.Held held) {
    return held.range().absolute() && held.d().equals(BigInteger.ONE);
  }

  /** "5 ≥ 5: đạt mức." */
  private String least(Step.Held held, Bound floor) {
    String sign =
        held.below()
            ? Words.sign(held.n().compareTo(BigInteger.valueOf(floor.numerator())))
            : floor.strict() ? ">" : "≥";
    return words.text(
        held.below() ? "explain.step.count.not_met" : "explain.step.count.met",
        n(held) + " " + sign + " " + words.number(floor.numerator()));
  }

  private String n(Step.Held held) {
    return words.number(held.n());
  }

  private String comparison(Step.Held held, @Nullable Products products, Bound bound) {
    if (number(held) || products == null) {
      int sign = held.n().compareTo(BigInteger.valueOf(bound.numerator()));
      return Words.joined(n(held) + " " + Words.sign(sign) + " " + words.number(bound.numerator()));
    }
    return words.products(products);
  }

  private String header(Case of) {
    boolean units = criterion instanceof Criterion.ShareOfUnits;
    boolean score = criterion instanceof Criterion.Score;
    return switch (of) {
      case PLAIN, WORST, BEST -> "explain.step.held";
      case LOWEST ->
          score
              ? "explain.step.lowest.score"
              : units ? "explain.step.lowest.units" : "explain.step.lowest";
      case HIGHEST ->
          score
              ? "explain.step.highest.score"
              : units ? "explain.step.highest.units" : "explain.step.highest";
    };
  }

  private void rate(BigInteger n, BigInteger d, Range range, List<String> lines) {
    if (n.signum() >= 0) {
      lines.add(
          words.text(
              "explain.step.rate",
              Words.joined(words.number(n) + "/" + words.number(d)),
              words.rate(n, d, range)));
    }
  }
}
