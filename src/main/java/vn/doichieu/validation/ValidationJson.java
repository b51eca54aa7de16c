package vn.doichieu.validation;

import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.doubt.Remark;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;

/** Writes a validation as JSON: one error or remark a line, the same bytes each time. */
public final class ValidationJson {

  private final Validation validation;
  private final ProblemText problems;
  private final RemarkText remarks;

  public ValidationJson(Validation validation, Messages messages) {
    this.validation = validation;
    problems = new ProblemText(messages);
    remarks = new RemarkText(messages);
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("plan", validation.plan().id());
      json.writeName("summary").writeStartObject();
      json.writeNumberProperty("error", validation.errors().size());
      json.writeNumberProperty("doubtful", validation.doubtful().size());
      json.writeNumberProperty("accepted", validation.accepted().size());
      json.writeEndObject();
      json.writeName("remarks").writeStartArray();
      validation.errors().forEach(problem -> write(json, problem));
      validation.doubtful().forEach(remark -> write(json, "doubtful", remark, null));
      validation.accepted().forEach(a -> write(json, "accepted", a.remark(), a.why()));
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  private void write(JsonGenerator json, Problem problem) {
    start(json, "error", ProblemText.code(problem), problem.location());
    json.writeNullProperty("subject");
    text(json, "read", problem.read());
    json.writeStringProperty("expected", problems.expected(problem));
    text(json, "meant", ProblemText.probablyMeant(problem));
    json.writeStringProperty("action", problems.remedy(problem));
    json.writeNullProperty("why");
    json.writeStringProperty("message", problems.sentence(problem));
    json.writeEndObject();
  }

  private void write(JsonGenerator json, String severity, Remark remark, @Nullable String why) {
    start(json, severity, remark.kind().code(), remark.place());
    json.writeStringProperty("subject", remark.subject());
    json.writeStringProperty("read", remark.read());
    json.writeNullProperty("expected");
    text(json, "meant", RemarkText.probablyMeant(remark));
    json.writeStringProperty("action", remarks.remedy(remark));
    text(json, "why", why);
    json.writeStringProperty("message", remarks.sentence(remark));
    json.writeEndObject();
  }

  private static void start(
      JsonGenerator json, String severity, String code, SourceLocation place) {
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("severity", severity);
    json.writeStringProperty("code", code);
    json.writeStringProperty("file", place.file());
    text(json, "sheet", place.sheet());
    json.writeNumberProperty("row", place.row());
    text(json, "column", place.column());
  }

  private static void text(JsonGenerator json, String name, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, text);
    }
  }
}
