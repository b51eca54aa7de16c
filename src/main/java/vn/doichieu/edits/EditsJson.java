package vn.doichieu.edits;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.edits.Edit.Cell;
import vn.doichieu.wording.Messages;

/** Writes what was edited as the property {@code edits} of a JSON object: one edit a line. */
public final class EditsJson {

  private final RuleEdits edits;
  private final EditText text;

  public EditsJson(RuleEdits edits, Messages messages) {
    this.edits = edits;
    text = new EditText(edits, messages);
  }

  /** Writes the properties. */
  public void write(JsonGenerator json) {
    json.writeBooleanProperty("decides", edits.decide());
    json.writeName("edits").writeStartArray();
    edits.edits().forEach(edit -> write(json, edit));
    json.writeEndArray();
  }

  private void write(JsonGenerator json, Edit edit) {
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("part", edit.part().code());
    json.writeStringProperty("id", edit.id());
    json.writeStringProperty("change", edit.change().code());
    json.writeBooleanProperty("decides", edit.decides());
    writePlace(json, "before_place", edit.before());
    writePlace(json, "after_place", edit.after());
    json.writeStringProperty("message", text.what(edit));
    json.writeName("cells").writeStartArray();
    for (Cell cell : edit.cells()) {
      json.writeStartObject();
      json.writeStringProperty("column", cell.column());
      json.writeStringProperty("before", cell.before());
      json.writeStringProperty("after", cell.after());
      json.writeStringProperty("weight", cell.weight().code());
      writePlace(json, "before_place", cell.beforePlace());
      writePlace(json, "after_place", cell.afterPlace());
      json.writeStringProperty("message", text.of(edit, cell));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writePlace(JsonGenerator json, String name, @Nullable SourceLocation place) {
    if (place == null) {
      json.writeNullProperty(name);
      return;
    }
    json.writeName(name).writeStartObject();
    json.writeStringProperty("file", place.file());
    if (place.sheet() != null) {
      json.writeStringProperty("sheet", place.sheet());
    }
    json.writeNumberProperty("row", place.row());
    if (place.column() != null) {
      json.writeStringProperty("column", place.column());
    }
    json.writeEndObject();
  }
}
