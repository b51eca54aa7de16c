package vn.doichieu.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Row;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/** The readings that a verdict hangs on: which results would be others, and who decides. */
final class ReadingsTable {

  private final Evaluation evaluation;
  private final Messages messages;
  private final Sentences sentences;
  private final Comparator<ReportingUnit> order;

  ReadingsTable(Evaluation evaluation, Messages messages, Comparator<ReportingUnit> order) {
    this.order = order;
    this.evaluation = evaluation;
    this.messages = messages;
    sentences = new Sentences(evaluation, messages);
  }

  Table of(String id) {
    Map<OtherReading, Map<String, Set<ReportingUnit>>> turns = new LinkedHashMap<>();
    for (Finding finding : evaluation.findings()) {
      boolean part =
          finding.flags().contains(Flag.CONTRIBUTION)
              || finding.flags().contains(Flag.OTHER_READING);
      for (Verdict verdict :
          part ? List.<Verdict>of() : evaluation.otherReadings().apply(finding)) {
        if (verdict.differsFrom(finding)) {
          String turn =
              messages.text(
                  "table.readings.turn", sentences.result(finding), sentences.otherResult(verdict));
          turns
              .computeIfAbsent(verdict.reading(), r -> new LinkedHashMap<>())
              .computeIfAbsent(turn, t -> new TreeSet<>(order))
              .add(finding.unit());
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    turns.forEach((reading, byTurn) -> rows.add(row(reading, byTurn)));
    return Table.of(id, messages.text("list.readings"), columns(), rows);
  }

  private List<Column> columns() {
    return List.of(
        new Column(messages.text("list.column.reading"), Kind.TEXT, 2),
        new Column(messages.text("list.column.says"), Kind.TEXT, 7),
        new Column(messages.text("list.column.turn"), Kind.TEXT, 7),
        new Column(messages.text("list.column.decides"), Kind.TEXT, 4));
  }

  private Row row(OtherReading reading, Map<String, Set<ReportingUnit>> byTurn) {
    String results =
        byTurn.entrySet().stream()
            .map(
                entry ->
                    messages.text(
                        "table.month",
                        entry.getKey(),
                        entry.getValue().stream()
                            .map(ReportingUnit::name)
                            .collect(Collectors.joining(", "))))
            .collect(Collectors.joining("\n"));
    return Row.of(
        Cell.of(reading.id()),
        Cell.of("“" + sentences.inQuotes(reading) + "”"),
        Cell.of(results),
        Cell.of(reading.decidedBy()));
  }
}
