package vn.doichieu.authoring;

import vn.doichieu.ruletable.RuleColumns;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;

/** Changes in words. */
public final class ChangeText {

  /** As much of a text as tells it from another. */
  private static final int MOST_LETTERS = 200;

  private final Messages messages;

  public ChangeText(Messages messages) {
    this.messages = messages;
  }

  /** One change as a sentence. */
  public String sentence(Change change) {
    if (change instanceof Change.RowAdded added) {
      return messages.text("authoring.change.row_added", shown(added.row()));
    } else if (change instanceof Change.RowRemoved removed) {
      return messages.text("authoring.change.row_removed", shown(removed.row()));
    } else if (change instanceof Change.CellChanged cell) {
      String heading = RuleColumns.heading(cell.column(), messages.language() == Language.VI);
      return messages.text(
          "authoring.change.cell",
          shown(cell.row()),
          shown(heading),
          shown(cell.before()),
          shown(cell.after()));
    } else if (change instanceof Change.CommentAdded added) {
      return messages.text("authoring.change.comment_added", shown(added.text()));
    } else if (change instanceof Change.CommentRemoved removed) {
      return messages.text("authoring.change.comment_removed", shown(removed.text()));
    } else if (change instanceof Change.ColumnAdded added) {
      return messages.text("authoring.change.column_added", shown(added.column()));
    } else if (change instanceof Change.ColumnKept kept) {
      return messages.text("authoring.change.column_kept", shown(kept.column()));
    }
    return messages.text("authoring.change.rows_moved");
  }

  private String shown(String text) {
    String line = PlainText.of(text);
    if (line.isBlank()) {
      return messages.text("value.blank");
    }
    return line.length() <= MOST_LETTERS ? line : line.substring(0, MOST_LETTERS) + "…";
  }
}
