package vn.doichieu.waiver;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.WaiverRow;

/**
 * What became of every row of {@code waivers.csv}.
 *
 * @param evaluation the evaluation that the waivers were held against
 * @param accounts one for each row, in the order of the file
 */
public record WaiverAccounts(Evaluation evaluation, List<Account> accounts) {

  public WaiverAccounts {
    accounts = List.copyOf(accounts);
  }

  /**
   * One row.
   *
   * @param findings those that it changed, or would have changed had it not lapsed; for a waiver
   *     with nothing to waive, all that it is for
   * @param problems why it has no effect
   */
  public record Account(WaiverRow row, Fate fate, List<Finding> findings, List<Problem> problems) {
    public Account {
      findings = List.copyOf(findings);
      problems = List.copyOf(problems);
    }
  }

  /** What can become of a waiver: each row has exactly one fate. */
  public enum Fate {
    /** It is in force, and findings are waived by it. */
    APPLIES,
    /** It is in force or covered its period, and there is nothing to waive. */
    NOTHING_TO_WAIVE,
    /** It has lapsed, and what it was for stands again. */
    LAPSED,
    /** It has lapsed, and was not needed. */
    LAPSED_UNUSED,
    /** It matches nothing, or lacks what it needs: it never has an effect. */
    NO_EFFECT;

    /** The word used in JSON: {@code nothing_to_waive}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The accounts of all rows. */
  public static WaiverAccounts of(Evaluation evaluation, List<WaiverRow> rows) {
    return new WaiverAccounts(
        evaluation, rows.stream().map(row -> account(evaluation, row)).toList());
  }

  private static Account account(Evaluation evaluation, WaiverRow row) {
    Waiver waiver = row.waiver();
    if (waiver == null) {
      List<Problem> problems =
          evaluation.problems().stream()
              .filter(problem -> problem.location().file().equals(row.location().file()))
              .filter(problem -> problem.location().row() == row.location().row())
              .toList();
      return new Account(row, Fate.NO_EFFECT, List.of(), problems);
    }
    List<Finding> about =
        evaluation.findings().stream()
            .filter(finding -> finding.target().id().equals(row.target()))
            .filter(finding -> finding.unit().code().equals(row.unit()))
            .filter(f -> waiver.period() == null || waiver.period().equals(f.period()))
            .toList();
    List<Finding> waived =
        about.stream()
            .filter(finding -> finding.result() == Result.WAIVED)
            .filter(finding -> waiver.equals(finding.waiver()))
            .toList();
    if (!waived.isEmpty()) {
      return new Account(row, Fate.APPLIES, waived, List.of());
    }
    List<Finding> stand =
        about.stream()
            .filter(finding -> finding.flags().contains(Flag.WAIVER_EXPIRED))
            .filter(finding -> waiver.equals(finding.waiver()))
            .toList();
    if (!stand.isEmpty()) {
      return new Account(row, Fate.LAPSED, stand, List.of());
    }
    boolean lapsed = evaluation.asOf().isAfter(waiver.until());
    return new Account(row, lapsed ? Fate.LAPSED_UNUSED : Fate.NOTHING_TO_WAIVE, about, List.of());
  }

  /** How many rows have each fate; they add up to all rows. */
  public Map<Fate, Integer> counts() {
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      counts.put(fate, 0);
    }
    accounts.forEach(account -> counts.merge(account.fate(), 1, Integer::sum));
    return counts;
  }
}
