package vn.doichieu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Warning;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ReadingOrder;
import vn.doichieu.wording.WarningSentences;

/** The warnings of a screen: by unit, each with its figures, their places and what was said. */
final class WarningRows {

  private final TextTable table;
  private final Messages messages;
  private final int indent;

  WarningRows(TextTable table, Messages messages, int indent) {
    this.table = table;
    this.messages = messages;
    this.indent = indent;
  }

  /** Writes those that a filter lets pass; nothing if there are none. */
  void write(Evaluation evaluation, FindingFilter filter) {
    List<Warning> warnings = filter.warningsOf(evaluation);
    if (warnings.isEmpty()) {
      return;
    }
    WarningSentences sentences = new WarningSentences(evaluation, messages);
    table.heading(messages.text("consistency.heading"));
    long explained = warnings.stream().filter(w -> w.explanation() != null).count();
    table.paragraph(0, messages.text("consistency.counted", warnings.size(), explained));
    Map<ReportingUnit, List<Warning>> byUnit = new TreeMap<>(ReadingOrder.of(evaluation));
    warnings.forEach(w -> byUnit.computeIfAbsent(w.unit(), u -> new ArrayList<>()).add(w));
    byUnit.forEach(
        (unit, ofUnit) -> {
          table.blank();
          table.subheading(unit.name());
          for (Warning warning : ofUnit) {
            table.paragraph(
                0,
                messages.text("consistency.line", sentences.title(warning), sentences.of(warning)));
            table.paragraph(
                indent, messages.text("consistency.sources", sentences.sources(warning)));
            table.paragraph(indent, sentences.explanation(warning));
          }
        });
  }
}
