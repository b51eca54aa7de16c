package vn.doichieu.report;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.OtherReading.Verdict;
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

  private static final String COLUMNS =
      "target,unit,unit_name,period,result,reason,binding,flags,numerator,denominator,shortfall,"
          + "priority,section,quote,message,other_readings,warnings,plan,as_of,closed,rules_hash,"
          + "data_hash,version\n";

  private final Evaluation evaluation;
  private final FindingFilter filter;
  private final Sentences sentences;
  private final Map<ReportingUnit, List<Warning>> warnings;
  private final CaseMemo cases = new CaseMemo(this::writeCase);
  private final byte[] origin;

  public CsvOutput(Evaluation evaluation, FindingFilter filter, Messages messages) {
    this.evaluation = evaluation;
    this.filter = filter;
    this.sentences = new Sentences(evaluation, messages);
    warnings = evaluation.warnings().stream().collect(Collectors.groupingBy(Warning::unit));
    origin = origin();
  }

  /** What every row ends with. */
  private byte[] origin() {
    Provenance from = evaluation.provenance();
    return Utf8Writer.bytes(
        row -> {
          row.csv(guarded(evaluation.plan().id())).raw(",").raw(evaluation.asOf().toString());
          row.raw(",").raw(Boolean.toString(evaluation.closed()));
          row.raw(",").raw(hash(from.rules())).raw(",").raw(hash(from.data()));
          row.raw(",").csv(from.version()).raw("\n");
        });
  }

  /** Writes everything; the caller closes the stream. */
  public void write(OutputStream out) {
    Utf8Writer csv = new Utf8Writer(out);
    csv.raw(COLUMNS);
    filter.forEach(evaluation, finding -> write(csv, finding));
    csv.flush();
  }

  private void write(Utf8Writer csv, Finding finding) {
    csv.raw(finding.target().id()).write(',');
    csv.csv(guarded(finding.unit().code())).write(',');
    csv.csv(guarded(finding.unit().name())).write(',');
    cases.write(csv, finding, evaluation.evidence().apply(finding));
    csv.csv(otherReadings(finding)).write(',');
    if (!warnings.isEmpty()) {
      csv.csv(guarded(warnings(finding)));
    }
    csv.write(',');
    csv.raw(origin);
  }

  /** What is the same for every unit with the same figures. */
  private void writeCase(Utf8Writer csv, Finding finding) {
    csv.raw(finding.period().text()).raw(",");
    csv.raw(finding.result().code()).raw(",");
    csv.raw(finding.reason().code()).raw(",");
    csv.raw(Boolean.toString(finding.binding())).raw(",");
    csv.raw(finding.flags().stream().map(Finding.Flag::code).collect(Collectors.joining(" ")));
    csv.raw(",");
    writeNumber(csv, finding.numerator());
    writeNumber(csv, finding.denominator());
    writeNumber(csv, finding.shortfall());
    csv.raw(finding.target().priority().code()).raw(",");
    csv.csv(guarded(finding.target().citation().section())).raw(",");
    csv.csv(guarded(finding.target().citation().quote())).raw(",");
    csv.csv(guarded(sentences.of(finding))).raw(",");
  }

  private static void writeNumber(Utf8Writer csv, @Nullable Long number) {
    if (number != null) {
      csv.number(number);
    }
    csv.raw(",");
  }

  /** "HM-N5/a=not_met": what a finding would be under the other readings of its sentence. */
  private String otherReadings(Finding finding) {
    List<Verdict> otherwise = evaluation.otherReadings().apply(finding);
    if (otherwise.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Verdict verdict : otherwise) {
      if (verdict.result() != null) {
        text.append(text.isEmpty() ? "" : " ");
        text.append(verdict.reading().id()).append('=').append(verdict.result().code());
      }
    }
    return text.toString();
  }

  /** "part_above_total: what the unit said of it", for figures that the finding rests on. */
  private String warnings(Finding finding) {
    List<Warning> ofUnit = warnings.get(finding.unit());
    if (ofUnit == null) {
      return "";
    }
    return ofUnit.stream()
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

  /** A text that no spreadsheet takes for a formula. */
  public static String guarded(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
