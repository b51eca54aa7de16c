package vn.doichieu.coverage;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.coverage.Coverage.Row;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Target;
import vn.doichieu.report.CsvOutput;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/** Writes the coverage of a plan for programs, as JSON or as CSV: one sentence a line. */
public final class CoverageData {

  private static final List<String> COLUMNS =
      List.of(
          "target",
          "title",
          "section",
          "quote",
          "account",
          "required",
          "confidence",
          "reading",
          "reason",
          "other_readings");

  private final Coverage coverage;
  private final Wording wording;

  public CoverageData(Coverage coverage, Messages messages) {
    this.coverage = coverage;
    this.wording = new Wording(messages);
  }

  /** Writes JSON; the caller closes the writer. */
  public void json(Writer out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("plan", coverage.plan().id());
      json.writeNumberProperty("total", coverage.rows().size());
      json.writeName("counts").writeStartObject();
      coverage.counts().forEach((a, count) -> json.writeNumberProperty(a.code(), count));
      json.writeEndObject();
      json.writeName("rows").writeStartArray();
      for (Row row : coverage.rows()) {
        json.writeRaw("\n");
        json.writeStartObject();
        List<String> cells = cells(row);
        for (int i = 0; i < COLUMNS.size(); i++) {
          json.writeStringProperty(COLUMNS.get(i), cells.get(i));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  /** Writes CSV, no cell of which can be taken for a formula; the caller closes the writer. */
  public void csv(Writer out) {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(COLUMNS);
    for (Row row : coverage.rows()) {
      csv.writeRecord(cells(row).stream().map(CsvOutput::guarded).toList());
    }
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> cells(Row row) {
    Target target = row.target();
    List<String> cells = new ArrayList<>();
    cells.add(target.id());
    cells.add(wording.title(target));
    cells.add(target.citation().section());
    cells.add(target.citation().quote());
    cells.add(row.account().code());
    cells.add(target.evaluated() ? wording.required(target) : "");
    cells.add(target.confidence() == Target.Confidence.PLAIN ? "" : target.confidence().toString());
    cells.add(target.reading());
    cells.add(target.evaluated() ? "" : CoverageTable.reason(target));
    cells.add(
        coverage.plan().readings().stream()
            .filter(reading -> reading.target().equals(target.id()))
            .map(OtherReading::id)
            .collect(Collectors.joining(" ")));
    return cells;
  }
}
