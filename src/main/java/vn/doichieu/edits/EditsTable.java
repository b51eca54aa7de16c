package vn.doichieu.edits;

import java.util.List;
import vn.doichieu.edits.Edit.Cell;
import vn.doichieu.edits.Edit.Change;
import vn.doichieu.edits.Edit.Weight;
import vn.doichieu.report.TextTable;
import vn.doichieu.wording.Messages;

/** Writes what was edited for a person at a screen: what decides first, then what is words only. */
public final class EditsTable {

  private static final int INDENT = 4;

  private final RuleEdits edits;
  private final Messages messages;
  private final EditText text;

  public EditsTable(RuleEdits edits, Messages messages) {
    this.edits = edits;
    this.messages = messages;
    text = new EditText(edits, messages);
  }

  /** Writes everything. */
  public void write(TextTable table) {
    if (edits.edits().isEmpty()) {
      table.heading(messages.text("edits.none"));
      return;
    }
    List<Edit> deciding = edits.edits().stream().filter(Edit::decides).toList();
    List<Edit> words = edits.edits().stream().filter(edit -> !edit.decides()).toList();
    if (deciding.isEmpty()) {
      table.heading(messages.text("edits.words_only"));
    } else {
      table.heading(messages.text("edits.deciding", deciding.size()));
      deciding.forEach(edit -> write(table, edit));
      if (!words.isEmpty()) {
        table.heading(messages.text("edits.others", words.size()));
      }
    }
    words.forEach(edit -> write(table, edit));
  }

  private void write(TextTable table, Edit edit) {
    table.paragraph(0, text.what(edit) + " (" + text.places(edit) + ")");
    boolean whole = edit.change() != Change.CHANGED;
    for (Cell cell : edit.cells()) {
      if (!whole || cell.weight() == Weight.DECIDES) {
        table.paragraph(INDENT, "- " + text.of(edit, cell));
      }
    }
  }
}
