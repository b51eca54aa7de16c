package vn.doichieu.web.dryrun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;

/**
 * A finding whose result is another with an upload than without.
 *
 * @param before null if it was not there
 */
public record FindingMove(@Nullable Finding before, Finding after) {

  /** The findings that move, in the order of the evaluation. */
  public static List<FindingMove> between(Evaluation before, Evaluation after) {
    List<Finding> was = before.findings();
    List<Finding> is = after.findings();
    List<FindingMove> moves = new ArrayList<>();
    Map<List<Object>, List<Finding>> byLine = new HashMap<>();
    int at = 0;
    for (Finding now : is) { // Figures do not make lines come or go: they stand side by side.
      Finding then = at < was.size() ? was.get(at++) : null;
      if (then == null || !line(then).equals(line(now))) {
        then = find(now, was, byLine);
      }
      if (then == null || then.result() != now.result()) {
        moves.add(new FindingMove(then, now));
      }
    }
    return moves;
  }

  private static @Nullable Finding find(
      Finding now, List<Finding> was, Map<List<Object>, List<Finding>> byLine) {
    if (byLine.isEmpty()) {
      was.forEach(f -> byLine.computeIfAbsent(line(f), l -> new ArrayList<>(1)).add(f));
    }
    List<Finding> same = byLine.getOrDefault(line(now), List.of());
    return same.isEmpty() ? null : same.get(0);
  }

  /** What tells a finding from the others of an evaluation. */
  public static List<Object> line(Finding finding) {
    return List.of(finding.target().id(), finding.unit().code(), finding.period());
  }
}
