package vn.doichieu.report;

import java.util.List;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.wording.Messages;

/** The end of a table: how many findings came to what, adding up, and how to read them justly. */
final class SummaryRows {

  private static final List<Integer> WIDTHS = List.of(24, 12, 18, 8);

  private final TextTable table;
  private final Messages messages;

  SummaryRows(TextTable table, Messages messages) {
    this.table = table;
    this.messages = messages;
  }

  /**
   * Writes the end.
   *
   * @param selected whether what stands above is only a selection
   */
  void write(Evaluation evaluation, boolean selected) {
    Summary summary = Summary.of(evaluation.findings());
    table.heading(messages.text(selected ? "table.summary.whole" : "table.summary"));
    row(
        messages.text("table.summary.result"),
        messages.text("table.summary.binding"),
        messages.text("table.summary.other"),
        messages.text("table.summary.total"));
    for (Result result : Result.values()) {
      int binding = summary.binding().getOrDefault(result, 0);
      int other = summary.other().getOrDefault(result, 0);
      if (binding + other > 0) {
        row(messages.text("result." + result.code()), binding, other);
      }
    }
    row(
        messages.text("table.summary.total"),
        Summary.sum(summary.binding()),
        Summary.sum(summary.other()));
    table.blank();
    notes(evaluation);
  }

  private void notes(Evaluation evaluation) {
    long failing = evaluation.findings().stream().filter(Finding::failsCheck).count();
    table.subheading(
        failing == 0 ? messages.text("table.pass") : messages.text("table.fail", failing));
    if (evaluation.findings().stream().anyMatch(f -> f.result() == Result.NOT_MET)) {
      table.paragraph(0, messages.text("table.summary.note"));
    }
    note("table.asked.note", missed(evaluation, Flag.ASKED));
    note("table.contributions.note", missed(evaluation, Flag.CONTRIBUTION));
    if (evaluation.plan().targets().stream()
        .anyMatch(target -> target.confidence() != Target.Confidence.PLAIN)) {
      table.paragraph(0, messages.text("table.confidence", evaluation.plan().id()));
    }
  }

  private void note(String key, long count) {
    if (count > 0) {
      table.paragraph(0, messages.text(key, count));
    }
  }

  /** How many findings with a flag are not met or not reported. */
  private static long missed(Evaluation evaluation, Flag flag) {
    return evaluation.findings().stream()
        .filter(f -> f.flags().contains(flag))
        .filter(f -> f.result() == Result.NOT_MET || f.result() == Result.MISSING)
        .count();
  }

  private void row(String word, int binding, int other) {
    row(word, number(binding), number(other), number(binding + other));
  }

  private String number(int number) {
    return messages.language().number(number);
  }

  private void row(String... cells) {
    table.row(List.of(cells), WIDTHS, -1, TextTable.Tone.PLAIN);
  }
}
