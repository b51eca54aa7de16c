package vn.doichieu.publication;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.doichieu.document.Block;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Cell.Value;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Row;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.wording.Messages;

/** All findings, one a row, in the order of the check. */
final class AnnexSection {

  /** Results that the numbers of a row do not explain. */
  private static final Set<Result> UNEXPLAINED =
      EnumSet.of(Result.INVALID, Result.NOT_APPLICABLE, Result.NEEDS_REVIEW);

  private final Evaluation evaluation;
  private final Messages messages;
  private final FindingText text;

  AnnexSection(Evaluation evaluation, Messages messages, FindingText text) {
    this.evaluation = evaluation;
    this.messages = messages;
    this.text = text;
  }

  List<Block> blocks() {
    List<Row> rows = new ArrayList<>(evaluation.findings().size());
    for (Finding finding : evaluation.findings()) {
      rows.add(row(rows.size() + 1, finding));
    }
    return List.of(Table.of("all", "", columns(), rows));
  }

  private List<Column> columns() {
    return List.of(
        new Column(messages.text("list.column.number"), Kind.NUMBER, 2),
        new Column(messages.text("list.column.unit"), Kind.TEXT, 6),
        new Column(messages.text("list.column.target"), Kind.TEXT, 10),
        new Column(messages.text("list.column.required"), Kind.TEXT, 5),
        new Column(messages.text("list.column.achieved"), Kind.NUMBER, 5),
        new Column(messages.text("list.column.rate"), Kind.NUMBER, 4),
        new Column(messages.text("list.column.result"), Kind.RESULT, 6),
        new Column(messages.text("list.column.shortfall"), Kind.NUMBER, 4),
        new Column(messages.text("list.column.note"), Kind.TEXT, 10));
  }

  private Row row(int number, Finding finding) {
    return new Row(
        finding.unit().code(),
        finding.unit().name(),
        FindingText.tone(finding),
        List.of(
            Cell.of(messages.language().number(number), new Value.Whole(number)),
            Cell.of(finding.unit().name()),
            Cell.of(text.title(finding)),
            Cell.of(text.required(finding.target())),
            Cell.of(text.counts(finding)),
            text.rate(finding),
            text.resultCell(finding),
            text.shortfall(finding),
            Cell.of(note(finding))));
  }

  private String note(Finding finding) {
    String why = UNEXPLAINED.contains(finding.result()) ? text.why(finding) : "";
    List<String> notes = new ArrayList<>();
    if (why.isEmpty() && text.isSoFar(finding)) { // The sentence would say so itself.
      notes.add(messages.text("list.note.so_far"));
    }
    notes.addAll(text.notes(finding));
    if (!finding.binding()) {
      notes.add(messages.text("list.note.free"));
    }
    String all = notes.isEmpty() ? "" : FindingText.sentence(String.join("; ", notes));
    return why.isEmpty() || all.isEmpty() ? why + all : why + " " + all;
  }
}
