package vn.doichieu.edits;

import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.report.TextTable;
import vn.doichieu.revision.PlanVersion;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.Wording;

/** Writes what differs between two versions of a plan, for a person or as JSON. */
public final class DiffOutput {

  private final PlanVersion before;
  private final PlanVersion after;
  private final RuleEdits edits;
  private final Messages messages;

  public DiffOutput(PlanVersion before, PlanVersion after, RuleEdits edits, Messages messages) {
    this.before = before;
    this.after = after;
    this.edits = edits;
    this.messages = messages;
  }

  /** Writes it for a person at a screen. */
  public void table(TextTable table) {
    table.subheading(messages.text("edits.title"));
    table.paragraph(0, PlainText.of(new Wording(messages).title(edits.after())));
    new VersionsText(messages).of(before, after).forEach(line -> table.paragraph(0, line));
    new EditsTable(edits, messages).write(table);
  }

  /** Writes it as JSON; the caller closes the writer. */
  public void json(Writer out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("plan", edits.after().id());
      writeVersions(json, before, after);
      new EditsJson(edits, messages).write(json);
      json.writeEndObject();
      json.writeRaw("\n");
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  /** Writes which versions are held against each other, as properties of an object. */
  public static void writeVersions(JsonGenerator json, PlanVersion before, PlanVersion after) {
    json.writeStringProperty("rules", after.given());
    json.writeStringProperty("against", before.given());
    if (before.commit().isEmpty()) {
      json.writeNullProperty("commit");
    } else {
      json.writeStringProperty("commit", before.commit());
    }
    json.writeStringProperty("shared_rules", before.shared().name().toLowerCase(Locale.ROOT));
  }
}
