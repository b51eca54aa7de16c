package vn.doichieu.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target;
import vn.doichieu.report.TextTable;
import vn.doichieu.rules.PlanSource;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/**
 * A plan's rules on a screen or on paper: one sentence a target, or one target with all its cells.
 */
public final class RuleList {

  private static final int INDENT = 2;

  private final PlanSource source;
  private final Messages messages;
  private final Wording wording;
  private final RuleSentence sentence;
  private final TextTable table;

  public RuleList(PlanSource source, Messages messages, TextTable table) {
    this.source = source;
    this.messages = messages;
    this.table = table;
    wording = new Wording(messages);
    sentence = new RuleSentence(messages);
  }

  private Map<String, List<Target>> rows() {
    return source.plan().targets().stream()
        .collect(Collectors.groupingBy(Target::id, LinkedHashMap::new, Collectors.toList()));
  }

  /** Every target, the main ones first. */
  public void all() {
    Plan plan = source.plan();
    table.subheading(messages.language() == Language.EN ? plan.titleEn() : plan.title());
    for (Target.Priority priority : Target.Priority.values()) {
      List<List<Target>> rows =
          rows().values().stream().filter(row -> row.get(0).priority() == priority).toList();
      if (!rows.isEmpty()) {
        table.heading(messages.text("show.priority." + priority.code(), rows.size()));
        rows.forEach(this::line);
      }
    }
  }

  private void line(List<Target> row) {
    Target first = row.get(0);
    table.paragraph(
        0, messages.text("show.line", first.id(), first.citation().section(), sentence.of(row)));
  }

  /** One target: its sentence, the plan's, every cell, and the other readings. */
  public void one(String id) {
    List<Target> row = rows().getOrDefault(id, List.of());
    line(row);
    table.paragraph(INDENT, "“" + row.get(0).citation().quote() + "”");
    table.blank();
    table.subheading(messages.text("show.cells", source.sheet().file(), row.get(0).place().row()));
    for (RuleSheet.Row written : source.sheet().rows()) {
      if (written.id().equals(id)) {
        for (String column : source.sheet().columns()) {
          if (!written.cell(column).isEmpty()) {
            table.paragraph(INDENT, column + " = " + written.cell(column));
          }
        }
      }
    }
    for (OtherReading reading : source.plan().readings()) {
      if (reading.target().equals(id)) {
        table.paragraph(0, messages.text("coverage.reading", reading.id(), wording.says(reading)));
      }
    }
  }
}
