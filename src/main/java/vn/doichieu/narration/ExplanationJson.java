package vn.doichieu.narration;

import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.explanation.Explainer;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.explanation.Explanation.Member;
import vn.doichieu.explanation.Step;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;

/** Writes explanations as JSON: what the text tells, as data. One step and one member a line. */
public final class ExplanationJson {

  private final Explainer explainer;
  private final Evaluation evaluation;
  private final Sentences sentences;
  private final ProblemText problems;

  public ExplanationJson(Explainer explainer, Messages messages) {
    this.explainer = explainer;
    evaluation = explainer.evaluation();
    sentences = new Sentences(evaluation, messages);
    problems = new ProblemText(messages);
  }

  /**
   * Writes everything; the caller closes the writer.
   *
   * @param explanations of the findings asked for, in their order
   */
  public void write(Asked asked, List<Explanation> explanations, Writer out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      RecordJson records = new RecordJson(json);
      json.writeStartObject();
      plan(json, evaluation.plan());
      json.writeStringProperty("as_of", evaluation.asOf().toString());
      json.writeBooleanProperty("closed", evaluation.closed());
      JsonWriter.writeProvenance(json, evaluation.provenance());
      target(json, records, asked.target());
      json.writeName("explanations").writeStartArray();
      explanations.forEach(explanation -> write(json, records, explanation));
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  private static void plan(JsonGenerator json, Plan plan) {
    json.writeStringProperty("plan", plan.id());
    json.writeStringProperty("plan_title", plan.title());
    json.writeStringProperty("plan_number", plan.number());
    text(json, "plan_issued_on", plan.issuedOn());
    json.writeStringProperty("plan_issuer", plan.issuer());
  }

  private void target(JsonGenerator json, RecordJson records, Target target) {
    json.writeStringProperty("target", target.id());
    json.writeStringProperty("title", sentences.title(target));
    json.writeStringProperty("priority", target.priority().code());
    json.writeName("citation");
    records.write(target.citation());
    json.writeStringProperty("reading", target.reading());
    json.writeStringProperty("confidence", target.confidence().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("note", target.note());
    json.writeName("other_readings").writeStartArray();
    for (OtherReading reading : evaluation.plan().readings()) {
      if (reading.target().equals(target.id())) {
        other(json, records, reading);
      }
    }
    json.writeEndArray();
    json.writeName("rule");
    rule(json, records, target);
    List<Target> parts = TargetPart.parts(evaluation.plan(), target);
    if (parts.size() > 1) {
      json.writeName("parts").writeStartArray();
      parts.forEach(part -> rule(json, records, part));
      json.writeEndArray();
    }
  }

  private void other(JsonGenerator json, RecordJson records, OtherReading reading) {
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("reading", reading.id());
    json.writeStringProperty("says", sentences.says(reading));
    json.writeStringProperty("decided_by", reading.decidedBy());
    json.writeStringProperty("note", reading.note());
    Way way = reading.way();
    if (way instanceof Way.Judged judged) {
      json.writeName("rule");
      rule(json, records, judged.target());
    } else if (way instanceof Way.AllOf all) {
      json.writeName("all_of");
      records.write(all.targets());
    } else if (way instanceof Way.Fixed fixed) {
      json.writeStringProperty("result", fixed.result().code());
    }
    json.writeEndObject();
  }

  private void rule(JsonGenerator json, RecordJson records, Target target) {
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("name", target.id() + " " + target.wording().title());
    part(json, target);
    json.writeName("place");
    records.write(target.place());
    json.writeStringProperty("kind", Words.kind(target.criterion()));
    json.writeName("criterion");
    records.write(target.criterion());
    if (target.evaluated()) {
      json.writeStringProperty("required", sentences.required(target));
    }
    json.writeName("periods");
    records.write(target.periods());
    json.writeStringProperty("closes_on", target.closesOn().toString());
    json.writeName("condition");
    records.write(target.condition());
    json.writeName("scope");
    records.write(target.scope());
    json.writeName("members");
    records.write(explainer.members(target));
    json.writeBooleanProperty("binding", target.binding());
    json.writeBooleanProperty("review_on_miss", target.reviewOnMiss());
    json.writeEndObject();
  }

  private void write(JsonGenerator json, RecordJson records, Explanation explanation) {
    Finding finding = explanation.finding();
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("unit", finding.unit().code());
    json.writeStringProperty("unit_name", finding.unit().name());
    json.writeStringProperty("period", finding.period().text());
    part(json, finding.target());
    json.writeName("figures").writeStartArray();
    for (Figure figure : explanation.figures()) {
      json.writeRaw("\n");
      records.write(figure);
    }
    json.writeEndArray();
    json.writeName("problems").writeStartArray();
    for (Problem problem : explanation.problems()) {
      json.writeRaw("\n");
      json.writeStartObject();
      json.writeStringProperty("code", ProblemText.code(problem));
      json.writeName("place");
      records.write(problem.location());
      text(json, "read", problem.read());
      json.writeStringProperty("message", problems.sentence(problem));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("steps").writeStartArray();
    for (Step step : explanation.steps()) {
      json.writeRaw("\n");
      records.write(step);
    }
    json.writeEndArray();
    json.writeName("by_figures");
    records.write(explanation.byFigures());
    json.writeName("settled");
    records.write(explanation.settled());
    json.writeName("least_change");
    records.write(explanation.margin());
    json.writeName("members").writeStartArray();
    for (Member member : explanation.members()) {
      json.writeRaw("\n");
      records.write(member);
    }
    json.writeEndArray();
    json.writeName("under_other_readings").writeStartArray();
    for (Verdict verdict : explanation.otherReadings()) {
      json.writeRaw("\n");
      json.writeStartObject();
      json.writeStringProperty("reading", verdict.reading().id());
      Result result = verdict.result();
      text(json, "result", result == null ? null : result.code());
      Finding other = verdict.finding();
      text(json, "reason", other == null ? null : other.reason().code());
      number(json, "shortfall", other == null ? null : other.shortfall());
      json.writeBooleanProperty("differs", verdict.differsFrom(finding));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("disagreements");
    records.write(explanation.disagreements());
    json.writeStringProperty("message", sentences.of(finding));
    json.writeEndObject();
  }

  /** Which of several thresholds of one row it is. */
  private static void part(JsonGenerator json, Target target) {
    if (!target.part().isEmpty()) {
      json.writeStringProperty("part", target.part());
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Long number) {
    if (number == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, number);
    }
  }

  private static void text(JsonGenerator json, String name, @Nullable Object text) {
    if (text == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, text.toString());
    }
  }
}
