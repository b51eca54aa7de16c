package vn.doichieu.trial;

import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.cases.Case;
import vn.doichieu.cases.CaseRules.Difference;
import vn.doichieu.cases.CaseRules.Outcome;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.trial.TestedPlan.Tested;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;

/** Writes what cases came to as JSON: one case and one target a line, the same bytes each time. */
public final class TestedJson {

  private final TestedPlan tested;
  private final Messages messages;

  public TestedJson(TestedPlan tested, Messages messages) {
    this.tested = tested;
    this.messages = messages;
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("plan", tested.plan().id());
      json.writeName("summary").writeStartObject();
      json.writeBooleanProperty("passes", tested.passes());
      json.writeNumberProperty("confirmed", tested.count(true));
      json.writeNumberProperty("failed", tested.failed(true).size());
      json.writeNumberProperty("unconfirmed", tested.count(false));
      json.writeNumberProperty("unconfirmed_failed", tested.failed(false).size());
      json.writeNumberProperty("targets", tested.targets().size());
      json.writeNumberProperty("targets_without_case", tested.untested().size());
      json.writeEndObject();
      json.writeName("cases").writeStartArray();
      tested.outcomes().forEach(outcome -> write(json, outcome));
      json.writeEndArray();
      json.writeName("targets").writeStartArray();
      tested.targets().forEach(target -> write(json, target));
      json.writeEndArray();
      json.writeName("unused").writeStartArray();
      ProblemText text = new ProblemText(messages);
      for (Problem problem : tested.unused()) {
        json.writeRaw("\n");
        json.writeString(text.sentence(problem));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  private void write(JsonGenerator json, Outcome outcome) {
    Case of = outcome.of();
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("target", of.target());
    json.writeStringProperty("name", of.name());
    json.writeStringProperty("file", of.place().file());
    json.writeNumberProperty("line", of.place().row());
    json.writeBooleanProperty("confirmed", of.confirmed());
    json.writeBooleanProperty("passes", outcome.passes());
    json.writeName("differences").writeStartArray();
    Sentences sentences = new Sentences(outcome.evaluation(), messages);
    for (Difference difference : outcome.differences()) {
      json.writeStartObject();
      json.writeStringProperty("unit", difference.unit());
      json.writeStringProperty("period", difference.period());
      json.writeStringProperty("field", difference.field());
      json.writeStringProperty("expected", difference.expected());
      json.writeStringProperty("found", difference.found());
      json.writeNumberProperty("line", difference.of().line());
      json.writeStringProperty(
          "message", difference.finding() == null ? "" : sentences.of(difference.finding()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Tested target) {
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("target", target.target().id());
    json.writeBooleanProperty("passes", target.passes());
    json.writeNumberProperty("confirmed", target.confirmed());
    json.writeNumberProperty("failed", target.failed());
    json.writeNumberProperty("unconfirmed", target.unconfirmed());
    write(json, "seen", target.seen());
    write(json, "unseen", target.unseen());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Set<Result> results) {
    json.writeName(name).writeStartArray();
    results.forEach(result -> json.writeString(result.code()));
    json.writeEndArray();
  }
}
