package vn.doichieu.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.Submission;

/** The figures a finding used or missed, each with its place; looked up when asked for. */
final class Evidence implements Function<Finding, List<Figure>> {

  private final Submission submission;
  private final LocalDate asOf;

  Evidence(Submission submission, LocalDate asOf) {
    this.submission = submission;
    this.asOf = asOf;
  }

  @Override
  public List<Figure> apply(Finding finding) {
    List<ReportingUnit> units = new ArrayList<>();
    boolean compared = finding.flags().contains(Finding.Flag.TOTAL_MISMATCH);
    if (finding.basis() == Finding.Basis.OWN) {
      units.add(finding.unit());
    }
    if (finding.basis() == Finding.Basis.MEMBERS || compared) {
      units.addAll(submission.units().coveredBy(finding.target().scope()));
    }
    List<Input> inputs = finding.target().inputs(finding.period());
    List<Figure> figures = new ArrayList<>(units.size() * inputs.size());
    for (ReportingUnit unit : units) {
      for (Input input : inputs) {
        if (hasBegun(finding, input)) {
          figures.add(submission.figure(unit, input));
        }
      }
    }
    return figures;
  }

  /** A month that has not ended asks for nothing yet. */
  private boolean hasBegun(Finding finding, Input input) {
    return !(finding.target().criterion() instanceof Criterion.MonthlyCount)
        || !asOf.isBefore(input.period().end());
  }
}
