package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Band;
import vn.doichieu.domain.Criterion.Points;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.explanation.Margin.Of;
import vn.doichieu.explanation.Tested.Truth;
import vn.doichieu.submission.Submission;

/** A score: the points of each condition, and the least and the most that they can come to. */
final class ScoreSteps {

  private final List<Step> steps = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private BigInteger least = BigInteger.ZERO;
  private BigInteger most = BigInteger.ZERO;
  private boolean open;
  private boolean invalid;

  private ScoreSteps() {}

  static Worked of(
      Criterion.Score score, ReportingPeriod period, ReportingUnit unit, Submission submission) {
    ScoreSteps steps = new ScoreSteps();
    for (Points part : score.points()) {
      steps.add(part, Tested.of(part.condition(), unit, period, submission));
    }
    return steps.work(score);
  }

  private void add(Points part, Tested tested) {
    BigInteger points = BigInteger.valueOf(part.points());
    steps.add(new Step.Points(points, tested));
    figures.addAll(tested.figures());
    if (tested.truth() == Truth.HOLDS) {
      least = least.add(points);
      most = most.add(points);
    } else if (tested.truth() != Truth.FAILS) {
      open = true;
      invalid |= tested.truth() == Truth.INVALID;
      least = least.add(points.min(BigInteger.ZERO));
      most = most.add(points.max(BigInteger.ZERO));
    }
  }

  private Worked work(Criterion.Score score) {
    Comparison comparison = new Comparison(Of.POINTS, score.range(), BigInteger.ONE, least, most);
    String band = band(score.bands(), least);
    boolean sure = band.equals(band(score.bands(), most));
    steps.add(new Step.Scored(least, most, sure ? band : ""));
    steps.addAll(comparison.steps());
    return Worked.of(
        figures.stream().distinct().toList(),
        steps,
        byFigures(score, comparison),
        comparison.margin());
  }

  private ByFigures byFigures(Criterion.Score score, Comparison comparison) {
    Reason decided = comparison.reason();
    if (decided == null) {
      return Worked.own(invalid ? Reason.FIGURE_INVALID : Reason.FIGURE_MISSING, null);
    }
    Set<Flag> flags =
        open && !least.equals(most)
            ? EnumSet.of(Flag.DECIDED_DESPITE_MISSING)
            : EnumSet.noneOf(Flag.class);
    BigInteger all = BigInteger.valueOf(score.most());
    return new ByFigures(decided, Basis.OWN, least, all, comparison.shortfall(), null, flags);
  }

  /** The level that a number of points reaches; empty if it has none. Levels are highest first. */
  private static String band(List<Band> bands, BigInteger points) {
    for (Band band : bands) {
      if (points.compareTo(BigInteger.valueOf(band.from())) >= 0) {
        return band.name();
      }
    }
    return "";
  }
}
