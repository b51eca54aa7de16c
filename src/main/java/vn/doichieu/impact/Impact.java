package vn.doichieu.impact;

import java.util.List;
import vn.doichieu.edits.RuleEdits;
import vn.doichieu.revision.PlanVersion;

/**
 * What editing a plan does to the findings of some data folders.
 *
 * @param before the version before
 * @param after the edited version
 * @param edits what was edited
 * @param folders what became of the findings, folder by folder, in the order given; never empty
 */
public record Impact(
    PlanVersion before, PlanVersion after, RuleEdits edits, List<FolderImpact> folders) {

  public Impact {
    folders = List.copyOf(folders);
  }

  /** How many findings flip, in all folders. */
  public long flips() {
    return folders.stream().mapToLong(FolderImpact::flips).sum();
  }
}
