package vn.doichieu.mutation;

import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.mutation.MutatedPlan.Fate;

/** Writes what became of every change as JSON: one change a line, the same bytes each time. */
public final class MutationJson {

  private final MutatedPlan mutated;

  public MutationJson(MutatedPlan mutated) {
    this.mutated = mutated;
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("plan", mutated.plan().id());
      json.writeName("summary").writeStartObject();
      json.writeBooleanProperty("passes", mutated.passes());
      json.writeNumberProperty("changes", mutated.fates().size());
      json.writeNumberProperty("noticed", mutated.noticed());
      json.writeNumberProperty("justified", mutated.justified().size());
      json.writeNumberProperty("survived", mutated.survivors().size());
      json.writeEndObject();
      json.writeName("failing_cases").writeStartArray();
      mutated.failing().forEach(one -> json.writeString(one.target() + ": " + one.name()));
      json.writeEndArray();
      json.writeName("changes").writeStartArray();
      mutated.fates().forEach(fate -> write(json, fate));
      json.writeEndArray();
      json.writeName("needless_justifications").writeStartArray();
      mutated.needless().forEach(one -> json.writeNumber(one.place().row()));
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  private static void write(JsonGenerator json, Fate fate) {
    Mutant mutant = fate.mutant();
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("target", mutant.target());
    json.writeNumberProperty("row", mutant.place().row());
    json.writeStringProperty("column", mutant.column());
    json.writeStringProperty("before", mutant.before());
    json.writeStringProperty("after", mutant.after());
    List<String> words =
        fate.by() != null
            ? List.of("noticed", fate.by().name())
            : fate.because() != null
                ? List.of("justified", fate.because().why())
                : List.of("survived", "");
    json.writeStringProperty("fate", words.get(0));
    json.writeStringProperty("by", words.get(1));
    json.writeEndObject();
  }
}
