package vn.doichieu.web.rulebook;

import java.util.List;
import vn.doichieu.edits.Edit;
import vn.doichieu.edits.Edit.Change;
import vn.doichieu.edits.EditText;
import vn.doichieu.edits.RuleEdits;
import vn.doichieu.wording.Messages;

/**
 * An edit in words.
 *
 * @param what "Sửa chỉ tiêu HM-N6 …"
 * @param place where it stands
 * @param cells what became of its cells
 * @param decides whether it can change a finding
 */
public record EditWords(String what, String place, List<String> cells, boolean decides) {

  /** All edits, those that can change a finding first. */
  public static List<EditWords> of(RuleEdits edits, Messages messages) {
    EditText text = new EditText(edits, messages);
    return edits.edits().stream()
        .sorted((a, b) -> Boolean.compare(b.decides(), a.decides()))
        .map(edit -> of(edit, text))
        .toList();
  }

  private static EditWords of(Edit edit, EditText text) {
    boolean whole = edit.change() != Change.CHANGED;
    return new EditWords(
        text.what(edit),
        text.places(edit),
        edit.cells().stream()
            .filter(cell -> !whole || cell.decides())
            .map(cell -> text.of(edit, cell))
            .toList(),
        edit.decides());
  }
}
