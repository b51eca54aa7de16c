package vn.doichieu.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Group;
import vn.doichieu.document.Table.Layout;
import vn.doichieu.document.Table.Row;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.history.Changes;
import vn.doichieu.history.Status;
import vn.doichieu.wording.Messages;

/** What is new, came back, persists or was fixed since the last list. */
final class ChangesTable {

  /** The groups, in the order of reading. */
  private enum Turn {
    NEW,
    REAPPEARED,
    PERSISTING,
    FIXED;

    static Turn of(Status status) {
      if (status instanceof Status.Persisting) {
        return PERSISTING;
      }
      return status instanceof Status.Reappeared ? REAPPEARED : NEW;
    }
  }

  private final Changes changes;
  private final Messages messages;
  private final FindingText text;
  private final Comparator<ReportingUnit> order;

  ChangesTable(
      Changes changes, Messages messages, FindingText text, Comparator<ReportingUnit> order) {
    this.changes = changes;
    this.messages = messages;
    this.text = text;
    this.order = order;
  }

  /** How long a finding has stood on the list, in words; empty where no list came before. */
  String since(Finding finding) {
    Status status = changes.previous() == null ? null : changes.of(finding);
    if (status instanceof Status.Persisting persisting) {
      return since(persisting.since(), persisting.atLeast());
    } else if (status instanceof Status.Reappeared back) {
      String before = since(back.firstListed(), back.atLeast());
      return messages.text("list.reappeared", before, date(back.fixedOn()));
    }
    return status == null ? "" : messages.text("list.new");
  }

  private String since(LocalDate day, boolean atLeast) {
    return messages.text(atLeast ? "list.since.least" : "list.since", date(day));
  }

  private String date(LocalDate day) {
    return messages.language().date(day);
  }

  Table of(String id) {
    Map<Turn, List<Row>> rows = new EnumMap<>(Turn.class);
    changes.listed().stream()
        .sorted(Comparator.comparing(listed -> listed.finding().unit(), order))
        .forEach(
            listed ->
                rows.computeIfAbsent(Turn.of(listed.status()), turn -> new ArrayList<>())
                    .add(row(listed.finding(), since(listed.finding()))));
    changes
        .fixed()
        .forEach(
            fixed -> rows.computeIfAbsent(Turn.FIXED, turn -> new ArrayList<>()).add(row(fixed)));
    List<Group> groups = new ArrayList<>();
    rows.forEach(
        (turn, ofTurn) -> {
          String word = turn.name().toLowerCase(Locale.ROOT);
          String count = messages.language().number(ofTurn.size());
          groups.add(new Group(id + "-" + word, messages.text("list.turn." + word, count), ofTurn));
        });
    return new Table(id, "", Layout.ROWS, columns(), messages.text("list.column.turned"), groups);
  }

  private List<Column> columns() {
    return List.of(
        new Column(messages.text("list.column.unit"), Kind.TEXT, 4),
        new Column(messages.text("list.column.target"), Kind.TEXT, 7),
        new Column(messages.text("list.column.now"), Kind.RESULT, 3),
        new Column(messages.text("list.column.since"), Kind.TEXT, 5));
  }

  private Row row(Finding finding, String since) {
    return new Row(
        finding.unit().code(),
        finding.unit().name(),
        FindingText.tone(finding),
        List.of(
            Cell.of(finding.unit().name()),
            Cell.of(text.title(finding)),
            text.resultCell(finding),
            Cell.of(since)));
  }

  private Row row(Changes.Fixed fixed) {
    String since = since(fixed.entry().listedSince(), fixed.entry().sinceAtLeast());
    Finding now = fixed.now();
    if (now != null) {
      return row(now, since);
    }
    return Row.of(
        Cell.of(fixed.entry().line().unit()),
        Cell.of(fixed.entry().line().target() + ", " + fixed.entry().line().period()),
        Cell.of(messages.text("list.no_longer")),
        Cell.of(since));
  }
}
