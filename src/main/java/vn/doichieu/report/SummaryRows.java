package vn.doichieu.report;

import java.util.List;
import vn.doichieu.domain.Plan;
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
  void write(Plan plan, Summary summary, boolean selected) {
    table.heading(messages.text(selected ? "table.summary.whole" : "table.summary"));
    row(
        messages.text("table.summary.result"),
        messages.text("table.summary.binding"),
        messages.text("table.summary.other"),
        messages.text("table.summary.total"));
    for (Result result : Result.values()) {
      int binding = summary.binding(result);
      int other = summary.other(result);
      if (binding + other > 0) {
        row(messages.text("result." + result.code()), binding, other);
      }
    }
    row(messages.text("table.summary.total"), summary.binding(), summary.other());
    table.blank();
    notes(plan, summary);
  }

  private void notes(Plan plan, Summary summary) {
    int failing = summary.failing();
    table.subheading(
        failing == 0 ? messages.text("table.pass") : messages.text("table.fail", failing));
    if (summary.binding(Result.NOT_MET) + summary.other(Result.NOT_MET) > 0) {
      table.paragraph(0, messages.text("table.summary.note"));
    }
    note("table.asked.note", summary.askedMissed());
    note("table.contributions.note", summary.contributionsMissed());
    if (plan.targets().stream()
        .anyMatch(target -> target.confidence() != Target.Confidence.PLAIN)) {
      table.paragraph(0, messages.text("table.confidence", plan.id()));
    }
  }

  private void note(String key, int count) {
    if (count > 0) {
      table.paragraph(0, messages.text(key, count));
    }
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
