package vn.doichieu.edits;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.edits.Edit.Cell;
import vn.doichieu.edits.Edit.Change;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlaceText;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.Wording;

/** Says what was edited, in sentences. */
public final class EditText {

  /** Longer texts are cut to what surrounds the difference. */
  private static final int MOST_SHOWN = 90;

  private static final int BEFORE_DIFFERENCE = 25;

  private final RuleEdits edits;
  private final Messages messages;
  private final Wording wording;

  public EditText(RuleEdits edits, Messages messages) {
    this.edits = edits;
    this.messages = messages;
    wording = new Wording(messages);
  }

  /** What was done to what: "Sửa chỉ tiêu HM-N6 “Kiểm tra cơ sở”". */
  public String what(Edit edit) {
    return messages.text("edits.change." + edit.change().code(), part(edit));
  }

  /** What an edit is about: "chỉ tiêu HM-N6 “Kiểm tra cơ sở”". */
  private String part(Edit edit) {
    boolean above = edit.id().isEmpty();
    return switch (edit.part()) {
      case TARGET -> messages.text("edits.part.target", edit.id(), target(edit));
      case ITEM -> messages.text("edits.part.item", edit.id(), item(edit));
      case PLAN -> messages.text("edits.part.plan");
      case READING -> messages.text("edits.part.reading", edit.id(), reading(edit));
      case RULE -> messages.text(above ? "edits.part.head" : "edits.part.rule", edit.id());
      case SHARED_RULE ->
          messages.text(above ? "edits.part.shared_head" : "edits.part.shared_rule", edit.id());
    };
  }

  private Plan plan(Edit edit) {
    return edit.change() == Change.REMOVED ? edits.before() : edits.after();
  }

  private String target(Edit edit) {
    Target target = plan(edit).target(edit.id());
    return target == null ? "" : PlainText.of(wording.title(target));
  }

  private String item(Edit edit) {
    Item item = plan(edit).items().get(edit.id());
    if (item == null) {
      return "";
    }
    boolean english = messages.language() == Language.EN && !item.labelEn().isEmpty();
    return PlainText.of(english ? item.labelEn() : item.label());
  }

  private String reading(Edit edit) {
    return plan(edit).readings().stream()
        .filter(reading -> reading.id().equals(edit.id()))
        .findFirst()
        .map((OtherReading reading) -> PlainText.of(wording.says(reading)))
        .orElse("");
  }

  /** What became of a cell of an edit: "ngưỡng: từ 20% thành 30%". */
  public String of(Edit edit, Cell cell) {
    String column = column(cell.column());
    int common = commonStart(cell.before(), cell.after());
    String before = shown(cell.before(), common);
    String after = shown(cell.after(), common);
    String said =
        switch (edit.change()) {
          case ADDED -> messages.text("edits.cell.added", column, after);
          case REMOVED -> messages.text("edits.cell.removed", column, before);
          case CHANGED, MOVED -> messages.text("edits.cell.changed", column, before, after);
        };
    return switch (cell.weight()) {
      case DECIDES -> said;
      case SAME_MEANING -> messages.text("edits.same_meaning", said);
      case WORDS -> messages.text("edits.words", said);
    };
  }

  /** A column as readers call it. */
  public String column(String column) {
    String key = "edits.column." + column;
    return messages.has(key) ? messages.text(key) : "“" + PlainText.of(column) + "”";
  }

  /** Where it stands in the files: in one place, or in both versions. */
  public String places(@Nullable SourceLocation before, @Nullable SourceLocation after) {
    if (before == null || after == null || before.equals(after)) {
      SourceLocation only = after == null ? before : after;
      String place = only == null ? "" : PlaceText.of(only, messages);
      return after == null ? messages.text("edits.place.before", place) : place;
    }
    return messages.text(
        "edits.places", PlaceText.of(before, messages), PlaceText.of(after, messages));
  }

  /** The place of an edit as a whole. */
  public String places(Edit edit) {
    return places(withoutColumn(edit.before()), withoutColumn(edit.after()));
  }

  private static @Nullable SourceLocation withoutColumn(@Nullable SourceLocation place) {
    return place == null
        ? null
        : new SourceLocation(place.file(), place.sheet(), place.row(), null);
  }

  private String shown(String text, int common) {
    String line = PlainText.of(text);
    if (line.isBlank()) {
      return messages.text("value.blank");
    }
    if (line.length() > MOST_SHOWN) {
      int start =
          Math.min(common < BEFORE_DIFFERENCE ? 0 : common - BEFORE_DIFFERENCE, line.length());
      int end = Math.min(line.length(), start + MOST_SHOWN);
      line = (start > 0 ? "…" : "") + line.substring(start, end) + (end < line.length() ? "…" : "");
    }
    return line.contains(" ") ? "“" + line + "”" : line;
  }

  private static int commonStart(String a, String b) {
    String first = PlainText.of(a);
    String second = PlainText.of(b);
    int at = 0;
    while (at < Math.min(first.length(), second.length())
        && Objects.equals(first.charAt(at), second.charAt(at))) {
      at++;
    }
    return at;
  }
}
