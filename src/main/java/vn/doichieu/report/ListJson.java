package vn.doichieu.report;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import vn.doichieu.domain.ListEntry;

/** Writes what stands, or ever stood, on the leaders' list: one entry a line. */
final class ListJson {

  private ListJson() {}

  /** Writes the property {@code list}; what goes without saying is left out of an entry. */
  static void write(JsonGenerator json, List<ListEntry> entries) {
    json.writeName("list").writeStartArray();
    for (ListEntry entry : entries) {
      LocalDate fixedOn = entry.fixedOn();
      json.writeRaw("\n");
      json.writeStartObject();
      json.writeStringProperty("target", entry.line().target());
      json.writeStringProperty("unit", entry.line().unit());
      json.writeStringProperty("period", entry.line().period());
      json.writeStringProperty("listed_since", entry.listedSince().toString());
      if (fixedOn == null) {
        json.writeNullProperty("fixed_on");
      } else {
        json.writeStringProperty("fixed_on", fixedOn.toString());
      }
      if (!entry.first().equals(entry.listedSince())) {
        json.writeStringProperty("first_listed", entry.first().toString());
      }
      if (entry.atLeast()) {
        json.writeBooleanProperty("at_least", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
