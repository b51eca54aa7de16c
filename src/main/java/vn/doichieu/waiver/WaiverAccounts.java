package vn.doichieu.waiver;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
   * @param findings those that it changed, or would have changed had it not lapsed, and the area's
   *     lines that leave its unit out; for a waiver with nothing to waive, all that it is for
   * @param problems why it has no effect
   */
  public record Account(WaiverRow row, Fate fate, List<Touched> findings, List<Problem> problems) {
    public Account {
      findings = List.copyOf(findings);
      problems = List.copyOf(problems);
    }
  }

  /**
   * One finding that a waiver is about.
   *
   * @param without what it would be if no waiver had been granted
   */
  public record Touched(Finding finding, Finding without) {

    /** Whether waivers changed its result. */
    public boolean changed() {
      return finding.result() != without.result();
    }
  }

  /** What can become of a waiver: each row has exactly one fate. */
  public enum Fate {
    /** It is in force, and findings are waived by it. */
    APPLIES,
    /** It is in force, and there is nothing to waive. */
    NOTHING_TO_WAIVE,
    /** It is in force, and what it is for is not due yet. */
    NOT_YET,
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

  /**
   * The accounts of all rows.
   *
   * @param without the evaluation of the same figures as if no waiver had been granted
   */
  public static WaiverAccounts of(Evaluation evaluation, Evaluation without, List<WaiverRow> rows) {
    // Both have a finding for each target, unit and period, in one order.
    List<Touched> all =
        IntStream.range(0, evaluation.findings().size())
            .mapToObj(i -> new Touched(evaluation.findings().get(i), without.findings().get(i)))
            .toList();
    return new WaiverAccounts(
        evaluation, rows.stream().map(row -> account(evaluation, all, row)).toList());
  }

  private static Account account(Evaluation evaluation, List<Touched> all, WaiverRow row) {
    Waiver waiver = row.waiver();
    if (waiver == null) {
      List<Problem> problems =
          evaluation.problems().stream()
              .filter(problem -> problem.location().file().equals(row.location().file()))
              .filter(problem -> problem.location().row() == row.location().row())
              .toList();
      return new Account(row, Fate.NO_EFFECT, List.of(), problems);
    }
    List<Touched> ofTarget =
        all.stream().filter(t -> t.finding().target().id().equals(row.target())).toList();
    List<Touched> about =
        ofTarget.stream()
            .filter(t -> t.finding().unit().code().equals(row.unit()))
            .filter(t -> waiver.period() == null || waiver.period().equals(t.finding().period()))
            .toList();
    List<Touched> own = about.stream().filter(t -> waiver.equals(t.finding().waiver())).toList();
    if (own.stream().anyMatch(t -> t.finding().result() == Result.WAIVED)) {
      Stream<Touched> area =
          ofTarget.stream().filter(t -> t.finding().flags().contains(Flag.MEMBER_WAIVED));
      return account(row, Fate.APPLIES, Stream.concat(own.stream(), area).toList());
    } else if (own.stream().anyMatch(t -> t.finding().flags().contains(Flag.WAIVER_EXPIRED))) {
      return account(row, Fate.LAPSED, own);
    } else if (evaluation.asOf().isAfter(waiver.until())) {
      return account(row, Fate.LAPSED_UNUSED, about);
    }
    boolean due = about.stream().noneMatch(t -> t.finding().result() == Result.IN_PROGRESS);
    return account(row, due ? Fate.NOTHING_TO_WAIVE : Fate.NOT_YET, about);
  }

  private static Account account(WaiverRow row, Fate fate, List<Touched> findings) {
    return new Account(row, fate, findings, List.of());
  }

  /** What of the input could not be used, apart from the waivers themselves. */
  public List<Problem> otherProblems() {
    Set<Problem> told =
        accounts.stream().flatMap(a -> a.problems().stream()).collect(Collectors.toSet());
    return evaluation.problems().stream().filter(problem -> !told.contains(problem)).toList();
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
