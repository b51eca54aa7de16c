package vn.doichieu.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Provenance;
import vn.doichieu.report.FindingFilter;

/**
 * A result of {@code check --format json}, as far as it takes to do the check again and to hold the
 * two against each other.
 *
 * @param hashesAgree whether the hash of each set of files is that of the files it lists
 * @param lists the findings, problems and warnings, by the name of their list
 * @param rest every other part of the result, by name, in a form that can be compared
 * @param withHistory whether it also says since when findings stand on the list, which the files of
 *     one check cannot tell
 */
public record RecordedResult(
    String plan,
    LocalDate asOf,
    boolean closed,
    Provenance provenance,
    boolean hashesAgree,
    FindingFilter filter,
    Map<String, List<Entry>> lists,
    Map<String, String> rest,
    boolean withHistory) {

  static final String FINDINGS = "findings";
  static final String PROBLEMS = "problems";
  static final String WARNINGS = "warnings";

  public RecordedResult {
    lists = Map.copyOf(lists);
    rest = Map.copyOf(rest);
  }

  /** What one list holds. */
  public List<Entry> list(String name) {
    return lists.getOrDefault(name, List.of());
  }

  /**
   * One finding, problem or warning.
   *
   * @param about what it is about: target, unit and period; or code and place
   * @param codes what it concludes, in codes and numbers, by name
   * @param whole a hash over all of it: its sentences, citation and figures, too
   */
  public record Entry(List<String> about, Map<String, String> codes, String whole) {

    public Entry {
      about = List.copyOf(about);
      codes = Map.copyOf(codes);
    }

    /** One of its codes or numbers; empty where it has none. */
    String code(String name) {
      return codes.getOrDefault(name, "");
    }
  }
}
