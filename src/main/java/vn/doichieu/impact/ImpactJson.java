package vn.doichieu.impact;

import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Warning;
import vn.doichieu.edits.DiffOutput;
import vn.doichieu.edits.EditsJson;
import vn.doichieu.impact.FindingChange.Aspect;
import vn.doichieu.impact.FindingChange.Cause;
import vn.doichieu.impact.FindingChange.Kind;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.WarningSentences;

/** Writes an impact as JSON: one change a line. */
public final class ImpactJson {

  private final Impact impact;
  private final Messages messages;

  public ImpactJson(Impact impact, Messages messages) {
    this.impact = impact;
    this.messages = messages;
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      Evaluation after = impact.folders().get(0).after();
      json.writeStartObject();
      json.writeStringProperty("plan", after.plan().id());
      json.writeStringProperty("as_of", after.asOf().toString());
      json.writeBooleanProperty("closed", after.closed());
      DiffOutput.writeVersions(json, impact.before(), impact.after());
      json.writeNumberProperty("flips", impact.flips());
      new EditsJson(impact.edits(), messages).write(json);
      json.writeName("folders").writeStartArray();
      impact.folders().forEach(folder -> write(json, folder));
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  private void write(JsonGenerator json, FolderImpact folder) {
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("data", folder.data());
    json.writeName("before").writeStartObject();
    JsonWriter.writeProvenance(json, folder.before().provenance());
    json.writeEndObject();
    json.writeName("after").writeStartObject();
    JsonWriter.writeProvenance(json, folder.after().provenance());
    json.writeEndObject();
    json.writeName("findings").writeStartObject();
    json.writeNumberProperty("before", folder.before().findings().size());
    json.writeNumberProperty("after", folder.after().findings().size());
    json.writeNumberProperty("same", folder.same());
    json.writeNumberProperty("changed", folder.changed());
    json.writeNumberProperty("gone", folder.count(Kind.GONE));
    json.writeNumberProperty("come", folder.count(Kind.COME));
    json.writeNumberProperty("flips", folder.flips());
    json.writeEndObject();
    ChangeText text = new ChangeText(impact, folder, messages);
    json.writeName("changes").writeStartArray();
    folder.changes().forEach(change -> write(json, folder, change, text));
    json.writeEndArray();
    problems(json, folder.problems());
    warnings(json, folder);
    json.writeEndObject();
  }

  private void write(
      JsonGenerator json, FolderImpact folder, FindingChange change, ChangeText text) {
    Finding shown = change.shown();
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("kind", change.kind().code());
    json.writeBooleanProperty("flips", change.kind().flips());
    json.writeStringProperty("target", shown.target().id());
    json.writeStringProperty("title", text.title(change));
    json.writeStringProperty("unit", shown.unit().code());
    json.writeStringProperty("unit_name", shown.unit().name());
    json.writeStringProperty("period", shown.period().text());
    words(json, "differs_in", change.aspects().stream().map(Aspect::code).toList());
    finding(json, "before", folder.before(), change.before(), text.sentenceBefore(change), change);
    finding(json, "after", folder.after(), change.after(), text.sentenceAfter(change), change);
    json.writeName("causes").writeStartArray();
    change.causes().forEach(cause -> write(json, cause));
    json.writeEndArray();
    words(json, "unexplained", change.unexplained().stream().map(Aspect::code).toList());
    words(json, "because", text.causes(change));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Cause cause) {
    json.writeStartObject();
    json.writeStringProperty("part", cause.edit().part().code());
    json.writeStringProperty("id", cause.edit().id());
    words(json, "columns", cause.cells().stream().map(cell -> cell.column()).toList());
    json.writeEndObject();
  }

  private static void finding(
      JsonGenerator json,
      String name,
      Evaluation evaluation,
      @Nullable Finding finding,
      @Nullable String sentence,
      FindingChange change) {
    if (finding == null) {
      json.writeNullProperty(name);
      return;
    }
    json.writeName(name).writeStartObject();
    json.writeStringProperty("result", finding.result().code());
    json.writeStringProperty("reason", finding.reason().code());
    json.writeBooleanProperty("binding", finding.binding());
    words(json, "flags", finding.flags().stream().map(flag -> flag.code()).toList());
    number(json, "numerator", finding.numerator());
    number(json, "denominator", finding.denominator());
    number(json, "shortfall", finding.shortfall());
    json.writeStringProperty("priority", finding.target().priority().code());
    json.writeStringProperty("basis", finding.basis().name().toLowerCase(Locale.ROOT));
    Waiver waiver = finding.waiver();
    text(json, "waiver", waiver == null ? null : waiver.decision());
    json.writeStringProperty("message", Objects.requireNonNull(sentence));
    if (change.aspects().contains(Aspect.FIGURES)) {
      json.writeName("figures").writeStartArray();
      evaluation.evidence().apply(finding).forEach(figure -> write(json, figure));
      json.writeEndArray();
    }
    if (change.aspects().contains(Aspect.READINGS)) {
      json.writeName("other_readings").writeStartArray();
      evaluation.otherReadings().apply(finding).forEach(verdict -> write(json, verdict));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Figure figure) {
    json.writeStartObject();
    json.writeStringProperty("unit", figure.unit().code());
    json.writeStringProperty("item", figure.item().code());
    json.writeStringProperty("period", figure.period().text());
    json.writeStringProperty("state", figure.state().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Verdict verdict) {
    Finding other = verdict.finding();
    json.writeStartObject();
    json.writeStringProperty("reading", verdict.reading().id());
    text(json, "result", verdict.result() == null ? null : verdict.result().code());
    text(json, "reason", other == null ? null : other.reason().code());
    number(json, "shortfall", other == null ? null : other.shortfall());
    json.writeEndObject();
  }

  private void problems(JsonGenerator json, FolderImpact.Difference<Problem> problems) {
    ProblemText text = new ProblemText(messages);
    json.writeName("problems").writeStartObject();
    words(json, "gone", problems.gone().stream().map(text::sentence).toList());
    words(json, "come", problems.come().stream().map(text::sentence).toList());
    json.writeEndObject();
  }

  private void warnings(JsonGenerator json, FolderImpact folder) {
    json.writeName("warnings").writeStartObject();
    warnings(json, "gone", folder.before(), folder.warnings().gone());
    warnings(json, "come", folder.after(), folder.warnings().come());
    json.writeEndObject();
  }

  private void warnings(
      JsonGenerator json, String name, Evaluation evaluation, List<Warning> warnings) {
    WarningSentences text = new WarningSentences(evaluation, messages);
    words(json, name, warnings.stream().map(text::of).toList());
  }

  private static void words(JsonGenerator json, String name, List<String> words) {
    json.writeName(name).writeStartArray();
    words.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, @Nullable String text) {
    if (text == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, text);
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Long number) {
    if (number == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, number);
    }
  }
}
