package vn.doichieu.report;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.wording.Sentences;

/**
 * Writes findings as JSON objects, one a line. Their parts are put together from bytes made once: a
 * generator that minds names, commas and nesting takes several times as long for the same bytes.
 */
final class FindingJson {

  private static final byte[] UNIT_NAME = Utf8Writer.bytes(json -> json.raw(",\"unit_name\":"));

  private final Evaluation evaluation;
  private final Sentences sentences;
  private final Utf8Writer json;
  private final FigureJson figures = new FigureJson();
  private final CaseMemo cases = new CaseMemo(this::writeCase);
  private final Map<Target, byte[]> targets = new IdentityHashMap<>();
  private final Map<OtherReading, byte[]> readings = new IdentityHashMap<>();
  private boolean first = true;

  FindingJson(Evaluation evaluation, Sentences sentences, Utf8Writer json) {
    this.evaluation = evaluation;
    this.sentences = sentences;
    this.json = json;
  }

  /** Writes the next finding of an array. */
  void write(Finding finding) {
    json.raw(first ? "\n" : "\n,");
    first = false;
    json.raw(targets.computeIfAbsent(finding.target(), this::target));
    json.json(finding.unit().code()).raw(UNIT_NAME).json(finding.unit().name());
    List<Figure> evidence = evaluation.evidence().apply(finding);
    cases.write(json, finding, evidence);
    for (int i = 0; i < evidence.size(); i++) {
      if (i > 0) {
        json.write(',');
      }
      figures.write(json, evidence.get(i));
    }
    json.write(']');
    writeOtherReadings(finding);
    json.write('}');
  }

  private byte[] target(Target target) {
    return Utf8Writer.bytes(
        part -> {
          part.raw("{\"target\":").json(target.id());
          part.raw(",\"title\":").json(sentences.title(target)).raw(",\"unit\":");
        });
  }

  /** What is the same for every unit with the same figures, up to these. */
  private void writeCase(Utf8Writer part, Finding finding) {
    Target target = finding.target();
    part.raw(",\"period\":").json(finding.period().text());
    part.raw(",\"result\":").json(finding.result().code());
    part.raw(",\"reason\":").json(finding.reason().code());
    part.raw(",\"binding\":").raw(Boolean.toString(finding.binding()));
    part.raw(",\"flags\":[");
    part.raw(
        finding.flags().stream()
            .map(flag -> '"' + flag.code() + '"')
            .collect(Collectors.joining(",")));
    part.raw("],\"numerator\":");
    writeNumber(part, finding.numerator());
    part.raw(",\"denominator\":");
    writeNumber(part, finding.denominator());
    part.raw(",\"shortfall\":");
    writeNumber(part, finding.shortfall());
    part.raw(",\"priority\":").json(target.priority().code());
    part.raw(",\"citation\":{\"section\":").json(target.citation().section());
    part.raw(",\"quote\":").json(target.citation().quote());
    part.raw("},\"message\":").json(sentences.of(finding)).raw(",\"figures\":[");
  }

  private void writeOtherReadings(Finding finding) {
    List<Verdict> otherwise = evaluation.otherReadings().apply(finding);
    if (otherwise.isEmpty()) {
      return;
    }
    json.raw(",\"other_readings\":");
    char before = '[';
    for (Verdict verdict : otherwise) {
      json.write(before);
      write(verdict, finding);
      before = ',';
    }
    json.write(']');
  }

  private void write(Verdict verdict, Finding chosen) {
    Result result = verdict.result();
    Finding other = verdict.finding();
    json.raw(readings.computeIfAbsent(verdict.reading(), this::reading));
    writeWord(result == null ? null : result.code());
    json.raw(",\"reason\":");
    writeWord(other == null ? null : other.reason().code());
    json.raw(",\"shortfall\":");
    writeNumber(json, other == null ? null : other.shortfall());
    json.raw(",\"differs\":").raw(Boolean.toString(verdict.differsFrom(chosen))).raw("}");
  }

  private byte[] reading(OtherReading reading) {
    return Utf8Writer.bytes(
        part -> {
          part.raw("{\"reading\":").json(reading.id());
          part.raw(",\"says\":").json(sentences.says(reading));
          part.raw(",\"decided_by\":").json(reading.decidedBy()).raw(",\"result\":");
        });
  }

  private void writeWord(@Nullable String word) {
    if (word == null) {
      json.raw("null");
    } else {
      json.json(word);
    }
  }

  private static void writeNumber(Utf8Writer part, @Nullable Long number) {
    if (number == null) {
      part.raw("null");
    } else {
      part.number(number);
    }
  }
}
