package vn.doichieu.impact;

import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Result;
import vn.doichieu.edits.EditsTable;
import vn.doichieu.impact.FindingChange.Kind;
import vn.doichieu.report.TextTable;
import vn.doichieu.report.TextTable.Tone;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.WarningSentences;

/**
 * Writes an impact for a person at a screen. Everything that flips is named; of changes that leave
 * the result alone the first ones of each target, and how many more there are.
 */
public final class ImpactTable {

  private static final int INDENT = 4;
  private static final int ABOUT = 30;
  private static final int MOST_DETAILS = 20;

  private final Impact impact;
  private final Messages messages;
  private final ImpactText text;

  public ImpactTable(Impact impact, Messages messages) {
    this.impact = impact;
    this.messages = messages;
    text = new ImpactText(impact, messages);
  }

  /** Writes everything. */
  public void write(TextTable table) {
    table.subheading(messages.text("impact.title"));
    text.about().forEach(line -> table.paragraph(0, line));
    table.blank();
    table.subheading(text.verdict());
    new EditsTable(impact.edits(), messages).write(table);
    impact.folders().forEach(folder -> write(table, folder));
  }

  private void write(TextTable table, FolderImpact folder) {
    table.heading(messages.text("impact.folder", folder.data()));
    text.reconciliation(folder).forEach(line -> table.paragraph(0, line));
    ChangeText changes = new ChangeText(impact, folder, messages);
    Map<Kind, List<ChangeGroup>> groups = ChangeGroup.of(folder, changes);
    groups.forEach(
        (kind, ofKind) -> {
          table.heading(messages.text("impact.kind." + kind.code(), folder.count(kind)));
          ofKind.forEach(group -> write(table, group, changes));
        });
    inputs(table, folder);
    table.blank();
    table.paragraph(0, text.provenance(folder));
  }

  private void write(TextTable table, ChangeGroup group, ChangeText changes) {
    table.subheading(text.heading(group, changes));
    group.causes().forEach(cause -> table.paragraph(INDENT, cause));
    if (!group.required().isEmpty()) {
      table.paragraph(INDENT, group.required());
    }
    boolean detail = group.kind() == Kind.DETAIL;
    List<FindingChange> shown =
        detail
            ? group.changes().subList(0, Math.min(MOST_DETAILS, group.changes().size()))
            : group.changes();
    shown.forEach(change -> write(table, change, changes));
    int more = group.changes().size() - shown.size();
    if (more > 0) {
      table.paragraph(INDENT, messages.text("impact.more", more));
    }
  }

  private void write(TextTable table, FindingChange change, ChangeText changes) {
    String about = changes.about(change);
    if (change.kind() == Kind.DETAIL || change.kind() == Kind.BINDING) {
      int rest = table.rest(List.of(ABOUT));
      table.row(List.of(about, changes.unchanged(change)), List.of(ABOUT, rest), -1, Tone.PLAIN);
      return;
    }
    int both = table.rest(List.of(ABOUT, 1)) - 2;
    int left = both * 2 / 5; // What it is says more than what it was: how much lacks.
    table.row(
        List.of(about, changes.before(change), "→", changes.after(change)),
        List.of(ABOUT, left, 1, both - left),
        3,
        tone(change));
    changes.details(change).forEach(words -> table.paragraph(INDENT, words));
  }

  private static Tone tone(FindingChange change) {
    Result result = change.after() == null ? null : change.after().result();
    if (result == null) {
      return Tone.DOUBTFUL;
    }
    return switch (result) {
      case MET -> Tone.GOOD;
      case NOT_MET, MISSING, INVALID -> Tone.BAD;
      default -> Tone.DOUBTFUL;
    };
  }

  /** What of the input is told under one version only. */
  private void inputs(TextTable table, FolderImpact folder) {
    if (!folder.problems().isNone()) {
      ProblemText problems = new ProblemText(messages);
      table.heading(messages.text("impact.problems"));
      list(
          table,
          "impact.only_before",
          folder.problems().gone().stream().map(problems::sentence).toList());
      list(
          table,
          "impact.only_after",
          folder.problems().come().stream().map(problems::sentence).toList());
    }
    if (!folder.warnings().isNone()) {
      WarningSentences then = new WarningSentences(folder.before(), messages);
      WarningSentences now = new WarningSentences(folder.after(), messages);
      table.heading(messages.text("impact.warnings"));
      list(table, "impact.only_before", folder.warnings().gone().stream().map(then::of).toList());
      list(table, "impact.only_after", folder.warnings().come().stream().map(now::of).toList());
    }
  }

  private void list(TextTable table, String key, List<String> lines) {
    if (!lines.isEmpty()) {
      table.paragraph(0, messages.text(key, lines.size()));
      lines.stream().limit(MOST_DETAILS).forEach(line -> table.paragraph(INDENT, "- " + line));
      if (lines.size() > MOST_DETAILS) {
        table.paragraph(INDENT, messages.text("impact.more", lines.size() - MOST_DETAILS));
      }
    }
  }
}
