package vn.doichieu.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Warning;
import vn.doichieu.edits.RuleEdits;
import vn.doichieu.impact.FindingChange.Kind;

/**
 * What became of the findings of one data folder.
 *
 * @param data the folder as the user named it
 * @param before the evaluation under the version before
 * @param after the evaluation under the edited version
 * @param same how many findings are the same under both
 * @param changes every other one: what flips first, what was met and is not met before all, then by
 *     how much it matters
 * @param problems what could not be used of the input under one version only
 * @param warnings figures that contradict one another under one version only
 */
public record FolderImpact(
    String data,
    Evaluation before,
    Evaluation after,
    int same,
    List<FindingChange> changes,
    Difference<Problem> problems,
    Difference<Warning> warnings) {

  public FolderImpact {
    changes = List.copyOf(changes);
  }

  /** What is in one of two lists only. */
  public record Difference<T>(List<T> gone, List<T> come) {

    static <T> Difference<T> between(List<T> before, List<T> after) {
      return new Difference<>(without(before, after), without(after, before));
    }

    private static <T> List<T> without(List<T> list, List<T> other) {
      Map<T, Integer> left = new HashMap<>();
      other.forEach(one -> left.merge(one, 1, Integer::sum));
      return list.stream().filter(one -> left.merge(one, -1, Integer::sum) < 0).toList();
    }

    public boolean isNone() {
      return gone.isEmpty() && come.isEmpty();
    }
  }

  /** Holds two evaluations of one folder against each other. */
  public static FolderImpact of(String data, RuleEdits edits, Evaluation before, Evaluation after) {
    Causes causes = new Causes(edits);
    Map<String, List<Finding>> then = byLine(before.findings());
    Map<String, List<Finding>> now = byLine(after.findings());
    Map<String, List<Finding>> lines = new LinkedHashMap<>(now);
    then.forEach(lines::putIfAbsent);
    Pairs pairs = new Pairs(before, after, causes);
    for (String line : lines.keySet()) {
      pairs.add(then.getOrDefault(line, List.of()), now.getOrDefault(line, List.of()));
    }
    List<FindingChange> changes = new ArrayList<>(pairs.changes());
    changes.sort(inOrder(before, after));
    return new FolderImpact(
        data,
        before,
        after,
        pairs.same(),
        changes,
        Difference.between(before.problems(), after.problems()),
        Difference.between(before.warnings(), after.warnings()));
  }

  /** The findings of a target, unit and period; several where a row stands for several targets. */
  private static Map<String, List<Finding>> byLine(List<Finding> findings) {
    Map<String, List<Finding>> lines = new LinkedHashMap<>();
    for (Finding finding : findings) {
      String line =
          finding.target().id() + "\n" + finding.unit().code() + "\n" + finding.period().text();
      lines.computeIfAbsent(line, l -> new ArrayList<>(1)).add(finding);
    }
    return lines;
  }

  private static Comparator<FindingChange> inOrder(Evaluation before, Evaluation after) {
    Map<String, Integer> places = new HashMap<>();
    for (Evaluation evaluation : List.of(after, before)) {
      for (Target target : evaluation.plan().targets()) {
        places.putIfAbsent(target.id(), places.size());
      }
    }
    return Comparator.comparing(FindingChange::kind)
        .thenComparing(change -> !change.binding())
        .thenComparing(change -> change.shown().target().priority())
        .thenComparing(change -> places.getOrDefault(change.shown().target().id(), 0))
        .thenComparing(change -> !change.shown().unit().equals(after.area()))
        .thenComparing(change -> change.shown().unit().code())
        .thenComparing(change -> change.shown().period());
  }

  /** How many findings flip. */
  public long flips() {
    return changes.stream().filter(change -> change.kind().flips()).count();
  }

  /** How many changes are of a kind. */
  public int count(Kind kind) {
    return (int) changes.stream().filter(change -> change.kind() == kind).count();
  }

  /** How many findings there are under both versions, and not the same. */
  public int changed() {
    return changes.size() - count(Kind.GONE) - count(Kind.COME);
  }

  /** Whether every finding of both versions is accounted for. */
  public boolean addsUp() {
    return before.findings().size() == same + changed() + count(Kind.GONE)
        && after.findings().size() == same + changed() + count(Kind.COME);
  }
}
