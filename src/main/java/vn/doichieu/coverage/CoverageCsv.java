package vn.doichieu.coverage;

import static vn.doichieu.report.CsvOutput.guarded;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Collectors;
import vn.doichieu.coverage.Coverage.Row;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Target;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/** Writes the coverage of a plan as CSV, one row of the plan a row. */
public final class CoverageCsv {

  private final Coverage coverage;
  private final Wording wording;

  public CoverageCsv(Coverage coverage, Messages messages) {
    this.coverage = coverage;
    wording = new Wording(messages);
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(
        "target",
        "title",
        "section",
        "quote",
        "account",
        "kind",
        "binding",
        "required",
        "because",
        "reading",
        "note",
        "other_readings",
        "plan");
    coverage.rows().forEach(row -> write(csv, row));
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(CsvWriter csv, Row row) {
    Target target = row.target();
    csv.writeRecord(
        target.id(),
        guarded(wording.title(target)),
        guarded(target.citation().section()),
        guarded(target.citation().quote()),
        row.account().code(),
        target.criterion().kind(),
        Boolean.toString(target.binding()),
        guarded(row.required(wording)),
        guarded(row.because()),
        guarded(target.reading()),
        guarded(target.note()),
        row.otherReadings().stream().map(OtherReading::id).collect(Collectors.joining(" ")),
        guarded(coverage.plan().id()));
  }
}
