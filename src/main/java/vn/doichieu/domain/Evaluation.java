package vn.doichieu.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All findings of a plan for one set of submitted figures.
 *
 * @param area the unit that the plan is for
 * @param asOf the day as of which was judged
 * @param closed whether every period counts as over
 * @param findings targets as in the register, the area first, then by unit code, then by period
 * @param problems what of the input could not be used, by place
 * @param warnings figures that contradict one another, by check; never a verdict
 * @param evidence the figures that a finding used or missed, each with its place
 * @param otherReadings what a finding would be under the other readings of its sentence
 * @param provenance the program and the files that it comes from
 */
public record Evaluation(
    Plan plan,
    ReportingUnit area,
    LocalDate asOf,
    boolean closed,
    List<Finding> findings,
    List<Problem> problems,
    List<Warning> warnings,
    Function<Finding, List<Figure>> evidence,
    Function<Finding, List<OtherReading.Verdict>> otherReadings,
    Provenance provenance) {

  /** The same with warnings, and with what of the input the warnings showed to be of no use. */
  public Evaluation with(List<Warning> found, List<Problem> unused) {
    List<Problem> all =
        Stream.concat(problems.stream(), unused.stream()).sorted(Problem.BY_PLACE).toList();
    return new Evaluation(
        plan, area, asOf, closed, findings, all, found, evidence, otherReadings, provenance);
  }

  /** Whether some binding finding is not_met, missing or invalid. */
  public boolean failsCheck() {
    return findings.stream().anyMatch(Finding::failsCheck);
  }

  /**
   * The findings of a row of the register, as they stand together in the list; found without a walk
   * over it.
   */
  public List<Finding> findingsOf(String target) {
    Map<String, Integer> order = new HashMap<>();
    plan.targets().forEach(each -> order.putIfAbsent(each.id(), order.size()));
    Integer row = order.get(target);
    return row == null ? List.of() : findings.subList(first(order, row), first(order, row + 1));
  }

  /** Where the findings of a row, or of one after it, begin. */
  private int first(Map<String, Integer> order, int row) {
    int from = 0;
    int to = findings.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (order.getOrDefault(findings.get(middle).target().id(), 0) < row) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The same, said to come from certain files. */
  public Evaluation from(Provenance files) {
    return new Evaluation(
        plan, area, asOf, closed, findings, problems, warnings, evidence, otherReadings, files);
  }

  /** The units that have submitted no figure that any of their findings needs. */
  public Set<ReportingUnit> silentUnits() {
    SilentUnits silent = new SilentUnits(evidence);
    findings.forEach(silent::add);
    return silent.units();
  }
}
