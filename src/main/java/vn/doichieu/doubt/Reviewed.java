package vn.doichieu.doubt;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.rules.PlanDraft;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.tabular.UnreadableInput;

/**
 * The rule files that are looked at.
 *
 * @param folder where they stand
 * @param rows the rows that can be understood, as they are written, by the id of their target
 */
public record Reviewed(Path folder, PlanDraft draft, Map<String, RuleSheet.Row> rows) {

  /** Reads a plan's folder as far as it can be understood. */
  public static Reviewed read(Path folder) {
    PlanDraft draft = PlanReader.draft(folder);
    Map<String, RuleSheet.Row> rows = new LinkedHashMap<>();
    try {
      for (RuleSheet.Row row : RuleSheet.read(folder).rows()) {
        if (draft.plan().target(row.id()) != null) {
          rows.putIfAbsent(row.id(), row);
        }
      }
    } catch (UnreadableInput e) {
      rows.clear(); // The draft tells of it.
    }
    return new Reviewed(folder, draft, rows);
  }

  public Plan plan() {
    return draft.plan();
  }

  /** Whether nothing is left out of the plan. */
  public boolean whole() {
    return draft.problems().isEmpty();
  }

  /** The row of a target as it is written. */
  Optional<RuleSheet.Row> row(Target target) {
    return Optional.ofNullable(rows.get(target.id()));
  }

  /** The targets that are judged, the first of each row. */
  List<Target> judged() {
    Map<String, Target> first = new LinkedHashMap<>();
    plan().targets().stream()
        .filter(Target::evaluated)
        .forEach(target -> first.putIfAbsent(target.id(), target));
    return List.copyOf(first.values());
  }

  /** A key at the top of {@code plan.yaml}. */
  SourceLocation keyPlace(String key) {
    return draft.keyPlaces().getOrDefault(key, new SourceLocation("plan.yaml", null, 0, key));
  }

  /** A cell of a target's row. */
  static SourceLocation place(Target target, String column) {
    SourceLocation row = target.place();
    return new SourceLocation(row.file(), row.sheet(), row.row(), column);
  }
}
