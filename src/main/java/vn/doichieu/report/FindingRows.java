package vn.doichieu.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.report.Overview.Line;
import vn.doichieu.report.TextTable.Tone;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/** The rows of findings: target, result, what is asked, achieved and lacking, and the sentence. */
final class FindingRows {

  private static final int TARGET = 9;
  private static final int RESULT = 13;
  private static final int REQUIRED = 13;
  private static final int ACHIEVED = 15;
  private static final int SHORTFALL = 10;
  private static final int RESULT_COLUMN = 2;

  private final TextTable table;
  private final Messages messages;
  private final Sentences sentences;
  private final List<Integer> widths;

  FindingRows(TextTable table, Messages messages, Sentences sentences) {
    this.table = table;
    this.messages = messages;
    this.sentences = sentences;
    int title = table.rest(List.of(TARGET, RESULT, REQUIRED, ACHIEVED, SHORTFALL));
    widths = List.of(TARGET, title, RESULT, REQUIRED, ACHIEVED, SHORTFALL);
  }

  /** The names of the columns. */
  void columns() {
    table.row(
        List.of(
            messages.text("table.column.target"),
            messages.text("table.column.title"),
            messages.text("table.column.result"),
            messages.text("table.column.required"),
            messages.text("table.column.achieved"),
            messages.text("table.column.shortfall")),
        widths,
        -1,
        Tone.PLAIN);
  }

  /** One finding with its sentence. */
  void finding(Finding finding, int indent) {
    row(
        finding,
        sentences.result(finding),
        sentences.title(finding.target()) + period(finding),
        sentences.achieved(finding),
        sentences.stillNeeded(finding));
    table.paragraph(indent, sentences.of(finding));
    sentences.otherwise(finding).forEach(words -> table.paragraph(indent, words));
  }

  private String period(Finding finding) {
    return finding.target().periods().size() > 1
        ? ", " + messages.language().period(finding.period())
        : "";
  }

  /** One line: a finding, or the periods of a monthly report together. */
  void line(Line line, int indent) {
    if (line.target().periods().size() == 1) {
      finding(line.first(), indent);
      return;
    }
    Set<String> words = new TreeSet<>();
    line.findings().forEach(finding -> words.add(sentences.result(finding)));
    row(
        line.first(),
        words.size() == 1 ? words.iterator().next() : sentences.result(line.first().result()),
        sentences.title(line.target()),
        messages.text("table.months", line.met(), line.due()),
        messages.text("table.months.short", line.findings().size()));
    String months = months(line);
    table.paragraph(
        indent, months.substring(0, 1).toUpperCase(Locale.ROOT) + months.substring(1) + ".");
  }

  /** "chưa gửi: tháng 4/2024, tháng 5/2024; chậm 3 ngày: tháng 8/2024". */
  private String months(Line line) {
    Map<String, List<String>> byWord = new LinkedHashMap<>();
    for (Finding finding : line.findings()) {
      byWord
          .computeIfAbsent(sentences.inShort(finding), word -> new ArrayList<>())
          .add(messages.language().period(finding.period()));
    }
    return byWord.entrySet().stream()
        .map(
            e ->
                messages.text(
                    "table.month",
                    e.getKey(),
                    e.getValue().size() == line.due()
                        ? messages.text("table.months.all", line.due())
                        : String.join(", ", e.getValue())))
        .collect(Collectors.joining("; "));
  }

  private void row(
      Finding finding, String result, String title, String achieved, String shortfall) {
    table.row(
        List.of(
            finding.target().id() + mark(finding),
            title,
            result,
            sentences.required(finding.target()),
            achieved,
            shortfall),
        widths,
        RESULT_COLUMN,
        tone(finding));
  }

  /** A reading to be confirmed and a default one, as the footnote explains. */
  private static String mark(Finding finding) {
    if (finding.flags().contains(Flag.CONFIDENCE_C1)) {
      return " C1";
    }
    return finding.flags().contains(Flag.CONFIDENCE_C2) ? " C2" : "";
  }

  private static Tone tone(Finding finding) {
    return switch (finding.result()) {
      case MET -> Tone.GOOD;
      case NOT_MET, MISSING -> finding.binding() ? Tone.BAD : Tone.PLAIN;
      case INVALID, NEEDS_REVIEW -> Tone.DOUBTFUL;
      case IN_PROGRESS, NOT_APPLICABLE, WAIVED -> Tone.PLAIN;
    };
  }
}
