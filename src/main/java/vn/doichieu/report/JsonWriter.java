package vn.doichieu.report;

import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ListEntry;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.Rate;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Warning;
import vn.doichieu.domain.Warning.Explanation;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;
import vn.doichieu.wording.WarningSentences;

/**
 * Writes an evaluation as JSON (contract, section 3): one finding a line, the same bytes each time.
 */
public final class JsonWriter {

  private final Evaluation evaluation;
  private final FindingFilter filter;
  private final Sentences sentences;
  private final WarningSentences warnings;
  private final ProblemText problems;

  public JsonWriter(Evaluation evaluation, FindingFilter filter, Messages messages) {
    this.evaluation = evaluation;
    this.filter = filter;
    this.sentences = new Sentences(evaluation, messages);
    this.warnings = new WarningSentences(evaluation, messages);
    this.problems = new ProblemText(messages);
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    write(out, null);
  }

  /**
   * As above, and what the next list has to know as its last part.
   *
   * @param list what stands, or ever stood, on the list; null for a result that is no list
   */
  public void write(Writer out, @Nullable List<ListEntry> list) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("plan", evaluation.plan().id());
      json.writeStringProperty("as_of", evaluation.asOf().toString());
      json.writeBooleanProperty("closed", evaluation.closed());
      writeProvenance(json, evaluation.provenance());
      writeFilter(json);
      writeSummary(json);
      json.writeName("problems").writeStartArray();
      evaluation.problems().forEach(problem -> write(json, problem));
      json.writeEndArray();
      json.writeName("warnings").writeStartArray();
      evaluation.warnings().forEach(warning -> write(json, warning));
      json.writeEndArray();
      json.writeName("findings").writeStartArray();
      filter.of(evaluation).forEach(finding -> write(json, finding));
      json.writeEndArray();
      if (list != null) {
        ListJson.write(json, list);
      }
      json.writeEndObject();
      json.writeRaw("\n");
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  /** Writes what an answer was made from, as the property {@code provenance}. */
  public static void writeProvenance(JsonGenerator json, Provenance provenance) {
    json.writeName("provenance").writeStartObject();
    json.writeStringProperty("version", provenance.version());
    write(json, "rules", provenance.rules());
    write(json, "data", provenance.data());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Provenance.FileSet set) {
    json.writeName(name).writeStartObject();
    json.writeStringProperty("sha256", set.sha256());
    json.writeName("files").writeStartArray();
    for (Provenance.HashedFile file : set.files()) {
      json.writeStartObject();
      json.writeStringProperty("name", file.name());
      json.writeStringProperty("sha256", file.sha256());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Which findings were asked for, by the names of the options; empty where all were. */
  private void writeFilter(JsonGenerator json) {
    json.writeName("filter").writeStartObject();
    writeWords(json, "unit", filter.units().stream());
    writeWords(json, "target", filter.targets().stream());
    writeWords(json, "result", filter.results().stream().map(Result::code));
    json.writeEndObject();
  }

  private static void writeWords(JsonGenerator json, String name, Stream<String> words) {
    json.writeName(name).writeStartArray();
    words.sorted().forEach(json::writeString);
    json.writeEndArray();
  }

  private void writeSummary(JsonGenerator json) {
    Summary summary = Summary.of(evaluation.findings());
    json.writeName("summary").writeStartObject();
    json.writeNumberProperty("total", summary.total());
    writeCounts(json, "binding", summary.binding());
    writeCounts(json, "non_binding", summary.other());
    json.writeEndObject();
  }

  private static void writeCounts(JsonGenerator json, String name, Map<Result, Integer> counts) {
    json.writeName(name).writeStartObject();
    counts.forEach((result, count) -> json.writeNumberProperty(result.code(), count));
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Problem problem) {
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("code", ProblemText.code(problem));
    writePlace(json, problem.location());
    json.writeName("also_rows").writeStartArray();
    problem.alsoAt().forEach(json::writeNumber);
    json.writeEndArray();
    SourceLocation other = problem.other();
    if (other != null) {
      json.writeName("other").writeStartObject();
      writePlace(json, other);
      json.writeEndObject();
    }
    writeText(json, "read", problem.read());
    json.writeStringProperty("expected", problems.expected(problem));
    json.writeStringProperty("action", problems.remedy(problem));
    json.writeStringProperty("message", problems.sentence(problem));
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Warning warning) {
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("check", warning.check().code());
    json.writeStringProperty("title", warnings.title(warning));
    json.writeStringProperty("unit", warning.unit().code());
    json.writeStringProperty("unit_name", warning.unit().name());
    json.writeStringProperty("period", warning.period().text());
    json.writeStringProperty("message", warnings.of(warning));
    json.writeName("figures").writeStartArray();
    warning.figures().forEach(figure -> write(json, figure));
    json.writeEndArray();
    Explanation explanation = warning.explanation();
    if (explanation == null) {
      json.writeNullProperty("explanation");
    } else {
      json.writeName("explanation").writeStartObject();
      json.writeStringProperty("text", explanation.text());
      json.writeStringProperty("by", explanation.by());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Finding finding) {
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("target", finding.target().id());
    json.writeStringProperty("title", sentences.title(finding.target()));
    json.writeStringProperty("unit", finding.unit().code());
    json.writeStringProperty("unit_name", finding.unit().name());
    json.writeStringProperty("period", finding.period().text());
    json.writeStringProperty("result", finding.result().code());
    json.writeStringProperty("reason", finding.reason().code());
    json.writeBooleanProperty("binding", finding.binding());
    json.writeName("flags").writeStartArray();
    finding.flags().forEach(flag -> json.writeString(flag.code()));
    json.writeEndArray();
    writeNumber(json, "numerator", finding.numerator());
    writeNumber(json, "denominator", finding.denominator());
    writeNumber(json, "shortfall", finding.shortfall());
    json.writeStringProperty("priority", finding.target().priority().code());
    json.writeName("citation").writeStartObject();
    json.writeStringProperty("section", finding.target().citation().section());
    json.writeStringProperty("quote", finding.target().citation().quote());
    json.writeEndObject();
    json.writeStringProperty("message", sentences.of(finding));
    json.writeName("figures").writeStartArray();
    evaluation.evidence().apply(finding).forEach(figure -> write(json, figure));
    json.writeEndArray();
    List<Verdict> otherwise = evaluation.otherReadings().apply(finding);
    if (!otherwise.isEmpty()) {
      json.writeName("other_readings").writeStartArray();
      otherwise.forEach(verdict -> write(json, verdict, finding));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Verdict verdict, Finding chosen) {
    Result result = verdict.result();
    Finding other = verdict.finding();
    json.writeStartObject();
    json.writeStringProperty("reading", verdict.reading().id());
    json.writeStringProperty("says", sentences.says(verdict.reading()));
    json.writeStringProperty("decided_by", verdict.reading().decidedBy());
    writeText(json, "result", result == null ? null : result.code());
    writeText(json, "reason", other == null ? null : other.reason().code());
    writeNumber(json, "shortfall", other == null ? null : other.shortfall());
    json.writeBooleanProperty("differs", verdict.differsFrom(chosen));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Figure figure) {
    json.writeStartObject();
    json.writeStringProperty("unit", figure.unit().code());
    json.writeStringProperty("item", figure.item().code());
    json.writeStringProperty("period", figure.period().text());
    json.writeStringProperty("state", figure.state().name().toLowerCase(Locale.ROOT));
    boolean valid = figure.state() == Figure.State.VALID;
    switch (figure.item().type()) {
      case COUNT -> writeNumber(json, "value", valid ? figure.value() : null);
      case YES_NO -> writeText(json, "value", valid ? figure.value() == 1 ? "yes" : "no" : null);
      case DATE ->
          writeText(json, "value", valid ? LocalDate.ofEpochDay(figure.value()).toString() : null);
      case RATE -> writeText(json, "value", valid ? Rate.unpacked(figure.value()).text('.') : null);
    }
    writePlace(json, figure.location());
    json.writeEndObject();
  }

  private static void writePlace(JsonGenerator json, @Nullable SourceLocation place) {
    writeText(json, "file", place == null ? null : place.file());
    writeText(json, "sheet", place == null ? null : place.sheet());
    writeNumber(json, "row", place == null || place.row() == 0 ? null : (long) place.row());
    writeText(json, "column", place == null ? null : place.column());
  }

  private static void writeText(JsonGenerator json, String name, @Nullable String text) {
    if (text == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, text);
    }
  }

  private static void writeNumber(JsonGenerator json, String name, @Nullable Long number) {
    if (number == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, number);
    }
  }
}
