package vn.doichieu.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Warning;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/**
 * Writes findings as CSV, one a row. No cell can be taken for a formula. Each row ends with what it
 * comes from: rows are copied into other sheets, and a line of its own would break a reader.
 */
public final class CsvOutput {

  private final Evaluation evaluation;
  private final FindingFilter filter;
  private final Sentences sentences;
  private final Map<ReportingUnit, List<Warning>> warnings;
  private final String plan;
  private final String asOf;
  private final String closed;
  private final String rulesHash;
  private final String dataHash;
  private final String version;

  public CsvOutput(Evaluation evaluation, FindingFilter filter, Messages messages) {
    this.evaluation = evaluation;
    this.filter = filter;
    this.sentences = new Sentences(evaluation, messages);
    warnings = evaluation.warnings().stream().collect(Collectors.groupingBy(Warning::unit));
    plan = guarded(evaluation.plan().id());
    asOf = evaluation.asOf().toString();
    closed = Boolean.toString(evaluation.closed());
    rulesHash = hash(evaluation.provenance().rules());
    dataHash = hash(evaluation.provenance().data());
    version = evaluation.provenance().version();
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(
        "target",
        "unit",
        "unit_name",
        "period",
        "result",
        "reason",
        "binding",
        "flags",
        "numerator",
        "denominator",
        "shortfall",
        "priority",
        "section",
        "quote",
        "message",
        "other_readings",
        "warnings",
        "plan",
        "as_of",
        "closed",
        "rules_hash",
        "data_hash",
        "version");
    filter.of(evaluation).forEach(finding -> write(csv, finding));
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(CsvWriter csv, Finding finding) {
    csv.writeRecord(
        finding.target().id(),
        guarded(finding.unit().code()),
        guarded(finding.unit().name()),
        finding.period().text(),
        finding.result().code(),
        finding.reason().code(),
        Boolean.toString(finding.binding()),
        finding.flags().stream().map(Finding.Flag::code).collect(Collectors.joining(" ")),
        number(finding.numerator()),
        number(finding.denominator()),
        number(finding.shortfall()),
        finding.target().priority().code(),
        guarded(finding.target().citation().section()),
        guarded(finding.target().citation().quote()),
        guarded(sentences.of(finding)),
        otherReadings(finding),
        guarded(warnings(finding)),
        plan,
        asOf,
        closed,
        rulesHash,
        dataHash,
        version);
  }

  /** "HM-N5/a=not_met": what a finding would be under the other readings of its sentence. */
  private String otherReadings(Finding finding) {
    return evaluation.otherReadings().apply(finding).stream()
        .flatMap(
            verdict ->
                Stream.ofNullable(verdict.result())
                    .map(result -> verdict.reading().id() + "=" + result.code()))
        .collect(Collectors.joining(" "));
  }

  /** "part_above_total: what the unit said of it", for figures that the finding rests on. */
  private String warnings(Finding finding) {
    return warnings.getOrDefault(finding.unit(), List.of()).stream()
        .filter(warning -> warning.concerns(finding))
        .map(
            warning -> {
              Warning.Explanation explanation = warning.explanation();
              return warning.check().code()
                  + (explanation == null ? "" : ": " + explanation.text());
            })
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** Begins with a word: a spreadsheet takes 12e345678901 for a number. */
  private static String hash(Provenance.FileSet files) {
    return "sha256:" + Provenance.inShort(files.sha256());
  }

  private static String number(@Nullable Long number) {
    return number == null ? "" : number.toString();
  }

  /** A text that no spreadsheet takes for a formula. */
  public static String guarded(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
