package vn.doichieu.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * All findings of a plan for one set of submitted figures.
 *
 * @param area the unit that the plan is for
 * @param asOf the day as of which was judged
 * @param closed whether every period counts as over
 * @param findings targets as in the register, the area first, then by unit code, then by period
 * @param problems what of the input could not be used, by place
 * @param evidence the figures that a finding used or missed, each with its place
 * @param otherReadings what a finding would be under the other readings of its sentence
 */
public record Evaluation(
    Plan plan,
    ReportingUnit area,
    LocalDate asOf,
    boolean closed,
    List<Finding> findings,
    List<Problem> problems,
    Function<Finding, List<Figure>> evidence,
    Function<Finding, List<OtherReading.Verdict>> otherReadings) {

  /** Whether some binding finding is not_met, missing or invalid. */
  public boolean failsCheck() {
    return findings.stream().anyMatch(Finding::failsCheck);
  }
}
