package vn.doichieu.publication;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Row;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.publication.Replies.Reply;
import vn.doichieu.wording.Messages;

/** What units replied: a word in a finding's line, and all of it in an annex. */
final class RepliesTable {

  /** So much of an answer stands in a line; all of it stands in the annex. */
  private static final int MOST_IN_LINE = 160;

  private final Evaluation evaluation;
  private final Replies replies;
  private final Messages messages;
  private final FindingText text;
  private final boolean whole;

  /**
   * Tells replies.
   *
   * @param whole whether all may be told: an answer may hold any number
   */
  RepliesTable(
      Evaluation evaluation, Replies replies, Messages messages, FindingText text, boolean whole) {
    this.evaluation = evaluation;
    this.replies = replies;
    this.messages = messages;
    this.text = text;
    this.whole = whole;
  }

  boolean isEmpty() {
    return evaluation.findings().stream().allMatch(finding -> replies.of(finding) == null);
  }

  /** "Đã giải trình: mưa ngập trụ sở"; empty where nobody asked. */
  String note(Finding finding) {
    Reply reply = replies.of(finding);
    if (reply == null) {
      return "";
    } else if (reply.answer().isEmpty()) {
      return messages.text("list.reply.note.open");
    }
    return whole
        ? messages.text("list.reply.note", shortened(reply.answer()))
        : messages.text("list.reply.note.masked");
  }

  private static String shortened(String answer) {
    String line = answer.replace('\n', ' ');
    String end = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    if (end.length() <= MOST_IN_LINE) {
      return end;
    }
    int space = end.lastIndexOf(' ', MOST_IN_LINE);
    int cut = space > 0 ? space : end.offsetByCodePoints(0, end.codePointCount(0, MOST_IN_LINE));
    return end.substring(0, cut) + "…";
  }

  /** All replies, in the order of the findings. */
  Table of(String id) {
    List<Row> rows = new ArrayList<>();
    for (Finding finding : evaluation.findings()) {
      Reply reply = replies.of(finding);
      if (reply != null) {
        rows.add(row(finding, reply));
      }
    }
    return Table.of(
        id,
        "",
        List.of(
            new Column(messages.text("list.column.unit"), Kind.TEXT, 5),
            new Column(messages.text("list.column.target"), Kind.TEXT, 8),
            new Column(messages.text("list.column.result"), Kind.RESULT, 5),
            new Column(messages.text("list.reply.column.question"), Kind.TEXT, 10),
            new Column(messages.text("list.reply.column.answer"), Kind.TEXT, 14),
            new Column(messages.text("list.reply.column.state"), Kind.TEXT, 5)),
        rows);
  }

  private Row row(Finding finding, Reply reply) {
    return new Row(
        finding.unit().code(),
        finding.unit().name(),
        FindingText.tone(finding),
        List.of(
            Cell.of(finding.unit().name()),
            Cell.of(text.title(finding)),
            text.resultCell(finding),
            Cell.of(shown(reply.question())),
            Cell.of(shown(reply.answer())),
            Cell.of(state(reply))));
  }

  private String shown(String said) {
    return whole || said.isEmpty() ? said : messages.text("list.masked");
  }

  /** "Đã giải trình ngày 01/02/2025, chờ xem xét". */
  private String state(Reply reply) {
    String key =
        switch (reply.state()) {
          case OPEN -> "list.reply.state.open";
          case ANSWERED -> "list.reply.state.answered";
          case ACCEPTED -> "list.reply.state.accepted";
        };
    return messages.text(
        key, reply.answeredOn() == null ? "" : messages.language().date(reply.answeredOn()));
  }
}
