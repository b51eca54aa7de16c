package vn.doichieu.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.impact.FindingChange.Kind;

/**
 * Changes of one kind, target and cause: what readers are told together.
 *
 * @param causes in words
 * @param required what the target asked for and asks for, in words; empty if the same
 * @param changes in the order of the impact; never empty
 */
public record ChangeGroup(
    Kind kind, boolean binding, List<String> causes, String required, List<FindingChange> changes) {

  /** The changes of a folder in groups, in the order of their first one. */
  public static Map<Kind, List<ChangeGroup>> of(FolderImpact folder, ChangeText text) {
    Map<List<Object>, ChangeGroup> groups = new LinkedHashMap<>();
    for (FindingChange change : folder.changes()) {
      List<String> causes = text.causes(change);
      String required = text.required(change);
      List<Object> key =
          List.of(change.kind(), change.binding(), change.shown().target().id(), causes, required);
      groups
          .computeIfAbsent(
              key,
              k ->
                  new ChangeGroup(
                      change.kind(), change.binding(), causes, required, new ArrayList<>()))
          .changes()
          .add(change);
    }
    Map<Kind, List<ChangeGroup>> byKind = new LinkedHashMap<>();
    groups
        .values()
        .forEach(group -> byKind.computeIfAbsent(group.kind(), k -> new ArrayList<>()).add(group));
    return byKind;
  }

  FindingChange first() {
    return changes.get(0);
  }
}
