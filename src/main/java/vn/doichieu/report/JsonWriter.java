package vn.doichieu.report;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.ListEntry;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Provenance;
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

  /** Writes everything; the caller closes the stream. */
  public void write(OutputStream out) {
    write(out, null);
  }

  /**
   * As above, and what the next list has to know as its last part.
   *
   * @param list what stands, or ever stood, on the list; null for a result that is no list
   */
  public void write(OutputStream out, @Nullable List<ListEntry> list) {
    Utf8Writer bytes = new Utf8Writer(out);
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT) // What broke off must not look whole.
            .build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
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
      json.flush(); // What follows is written past it, to the same bytes.
      filter.forEach(evaluation, new FindingJson(evaluation, sentences, bytes)::write);
      json.writeEndArray();
      if (list != null) {
        ListJson.write(json, list);
      }
      json.writeEndObject();
      json.writeRaw("\n");
      json.flush();
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
    Summary summary = Summary.of(evaluation);
    json.writeName("summary").writeStartObject();
    json.writeNumberProperty("total", summary.total());
    writeCounts(json, "binding", summary::binding);
    writeCounts(json, "non_binding", summary::other);
    json.writeEndObject();
  }

  private static void writeCounts(JsonGenerator json, String name, ToIntFunction<Result> count) {
    json.writeName(name).writeStartObject();
    for (Result result : Result.values()) {
      json.writeNumberProperty(result.code(), count.applyAsInt(result));
    }
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
    json.writeName("figures").writeRawValue(figures(warning));
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

  private static String figures(Warning warning) {
    FigureJson figures = new FigureJson();
    byte[] array =
        Utf8Writer.bytes(
            part -> {
              String before = "[";
              for (Figure figure : warning.figures()) {
                figures.write(part.raw(before), figure);
                before = ",";
              }
              part.raw(warning.figures().isEmpty() ? "[]" : "]");
            });
    return new String(array, StandardCharsets.UTF_8);
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
