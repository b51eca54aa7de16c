package vn.doichieu.evaluation;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.Submission;

/**
 * The figures a finding used or missed, each with its place; looked up when asked for. Nothing is
 * held of them: the area's line of a large area rests on a million.
 */
final class Evidence implements Function<Finding, List<Figure>> {

  private final Submission submission;
  private final LocalDate asOf;
  private final Map<Line, List<Function<ReportingUnit, Figure>>> read = new ConcurrentHashMap<>();

  /** What all units' lines of a target read for a period is the same. */
  private record Line(Target target, ReportingPeriod period) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Line line && line.target == target && line.period.equals(period);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(target) * 31 + period.hashCode();
    }
  }

  Evidence(Submission submission, LocalDate asOf) {
    this.submission = submission;
    this.asOf = asOf;
  }

  @Override
  public List<Figure> apply(Finding finding) {
    Line line = new Line(finding.target(), finding.period());
    List<Function<ReportingUnit, Figure>> inputs = read.get(line);
    if (inputs == null) {
      inputs = read.computeIfAbsent(line, this::inputs);
    }
    return new Figures(units(finding), inputs);
  }

  private List<ReportingUnit> units(Finding finding) {
    boolean own = finding.basis() == Finding.Basis.OWN;
    if (own && !finding.flags().contains(Finding.Flag.TOTAL_MISMATCH)) {
      return List.of(finding.unit());
    }
    List<ReportingUnit> units = new ArrayList<>(own ? List.of(finding.unit()) : List.of());
    units.addAll(submission.units().coveredBy(finding.target().scope()));
    return units;
  }

  private List<Function<ReportingUnit, Figure>> inputs(Line line) {
    return line.target().inputs(line.period()).stream()
        .filter(input -> hasBegun(line.target(), input))
        .map(submission::figures)
        .toList();
  }

  /** A month that has not ended asks for nothing yet. */
  private boolean hasBegun(Target target, Input input) {
    return !(target.criterion() instanceof Criterion.MonthlyCount)
        || !asOf.isBefore(input.period().end());
  }

  /** The figures of each unit in turn. */
  private static final class Figures extends AbstractList<Figure> implements RandomAccess {

    private final List<ReportingUnit> units;
    private final List<Function<ReportingUnit, Figure>> inputs;

    Figures(List<ReportingUnit> units, List<Function<ReportingUnit, Figure>> inputs) {
      this.units = units;
      this.inputs = inputs;
    }

    @Override
    public Figure get(int index) {
      return inputs.get(index % inputs.size()).apply(units.get(index / inputs.size()));
    }

    @Override
    public int size() {
      return units.size() * inputs.size();
    }
  }
}
