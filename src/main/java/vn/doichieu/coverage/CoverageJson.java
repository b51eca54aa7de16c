package vn.doichieu.coverage;

import java.io.UncheckedIOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.coverage.Coverage.Row;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.Target;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/** Writes the coverage of a plan as JSON: one row a line, the same bytes each time. */
public final class CoverageJson {

  private final Coverage coverage;
  private final Provenance provenance;
  private final Wording wording;

  public CoverageJson(Coverage coverage, Provenance provenance, Messages messages) {
    this.coverage = coverage;
    this.provenance = provenance;
    wording = new Wording(messages);
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("plan", coverage.plan().id());
      json.writeStringProperty("version", provenance.version());
      json.writeStringProperty("rules_sha256", provenance.rules().sha256());
      json.writeName("summary").writeStartObject();
      json.writeNumberProperty("total", coverage.rows().size());
      coverage
          .counts()
          .forEach((account, count) -> json.writeNumberProperty(account.code(), count));
      json.writeEndObject();
      json.writeName("rows").writeStartArray();
      coverage.rows().forEach(row -> write(json, row));
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  private void write(JsonGenerator json, Row row) {
    Target target = row.target();
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("target", target.id());
    json.writeStringProperty("title", wording.title(target));
    json.writeName("citation").writeStartObject();
    json.writeStringProperty("section", target.citation().section());
    json.writeStringProperty("quote", target.citation().quote());
    json.writeEndObject();
    json.writeStringProperty("account", row.account().code());
    json.writeStringProperty("kind", target.criterion().kind());
    json.writeBooleanProperty("binding", target.binding());
    json.writeStringProperty("required", row.required(wording));
    json.writeStringProperty("because", row.because());
    json.writeStringProperty("reading", target.reading());
    json.writeStringProperty("note", target.note());
    json.writeName("other_readings").writeStartArray();
    for (OtherReading reading : row.otherReadings()) {
      json.writeStartObject();
      json.writeStringProperty("reading", reading.id());
      json.writeStringProperty("says", wording.says(reading));
      json.writeStringProperty("decided_by", reading.decidedBy());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
