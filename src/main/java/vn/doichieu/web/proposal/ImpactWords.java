package vn.doichieu.web.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.doichieu.impact.ChangeGroup;
import vn.doichieu.impact.ChangeText;
import vn.doichieu.impact.FindingChange;
import vn.doichieu.impact.FindingChange.Kind;
import vn.doichieu.impact.FolderImpact;
import vn.doichieu.impact.Impact;
import vn.doichieu.impact.ImpactText;
import vn.doichieu.wording.Messages;

/**
 * What a draft changes of all findings, in words.
 *
 * @param verdict what it comes to, in one sentence
 */
public record ImpactWords(String verdict, List<OfArea> areas) {

  /** Changes that leave the result alone and are told one by one. */
  private static final int MOST_DETAILS = 20;

  /** Copies. */
  public ImpactWords {
    areas = List.copyOf(areas);
  }

  /**
   * One area.
   *
   * @param totals that nothing is left out: both totals, and what they are made of
   * @param groups what flips first
   */
  public record OfArea(String name, long flips, List<String> totals, List<Group> groups) {}

  /**
   * Changes of one kind, target and cause.
   *
   * @param kind what kind of changes they are
   * @param required what the target asked for and asks for; empty if the same
   * @param more how many there are beyond those told
   */
  public record Group(
      String kind,
      boolean flips,
      String heading,
      List<String> causes,
      String required,
      List<Change> changes,
      int more) {}

  /**
   * One finding.
   *
   * @param before what it was; empty where only details differ, which are in {@code after} then
   */
  public record Change(String about, String before, String after) {}

  /** An impact in the words of a language. */
  static ImpactWords of(Impact impact, Messages messages) {
    ImpactText text = new ImpactText(impact, messages);
    return new ImpactWords(
        text.verdict(),
        impact.folders().stream().map(folder -> area(impact, folder, text, messages)).toList());
  }

  private static OfArea area(
      Impact impact, FolderImpact folder, ImpactText text, Messages messages) {
    ChangeText changes = new ChangeText(impact, folder, messages);
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<Kind, List<ChangeGroup>> kind : ChangeGroup.of(folder, changes).entrySet()) {
      String title =
          messages.text("impact.kind." + kind.getKey().code(), folder.count(kind.getKey()));
      kind.getValue().forEach(group -> groups.add(group(title, group, text, changes)));
    }
    return new OfArea(folder.data(), folder.flips(), text.reconciliation(folder), groups);
  }

  private static Group group(String title, ChangeGroup group, ImpactText text, ChangeText changes) {
    boolean details = group.kind() == Kind.DETAIL;
    List<Change> told =
        group.changes().stream()
            .limit(details ? MOST_DETAILS : Long.MAX_VALUE)
            .map(change -> change(change, changes))
            .toList();
    return new Group(
        title,
        group.kind().flips(),
        text.heading(group, changes),
        group.causes(),
        group.required(),
        told,
        group.changes().size() - told.size());
  }

  private static Change change(FindingChange change, ChangeText changes) {
    boolean same = change.kind() == Kind.DETAIL || change.kind() == Kind.BINDING;
    return new Change(
        changes.about(change),
        same ? "" : changes.before(change),
        same ? changes.unchanged(change) : changes.after(change));
  }
}
