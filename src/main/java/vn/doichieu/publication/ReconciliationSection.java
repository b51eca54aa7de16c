package vn.doichieu.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.doichieu.document.Block;
import vn.doichieu.document.Block.Paragraph;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Cell.Value;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Row;
import vn.doichieu.document.Tone;
import vn.doichieu.domain.Result;
import vn.doichieu.listing.Listing;
import vn.doichieu.listing.Part;
import vn.doichieu.listing.Reconciliation;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/** The account of all results: units x targets, and the parts of the list, add up to one sum. */
final class ReconciliationSection {

  private final Reconciliation account;
  private final Messages messages;
  private final Wording wording;

  ReconciliationSection(Listing listing, Messages messages) {
    account = Reconciliation.of(listing);
    this.messages = messages;
    wording = new Wording(messages);
  }

  List<Block> blocks() {
    List<Row> rows = new ArrayList<>();
    account.byKind().forEach((kind, counts) -> rows.add(row("list.judged." + code(kind), counts)));
    rows.add(sums(account.byKind()));
    List<Row> parts = new ArrayList<>();
    for (Part part : Part.values()) {
      Map<Result, Integer> counts = account.byPart().get(part);
      if (counts != null) {
        parts.add(row("list.part." + part.code(), counts));
      }
    }
    parts.add(sums(account.byPart()));
    long cells = (long) account.units() * account.targets();
    return List.of(
        Paragraph.of(
            messages.text(
                "list.account",
                number(account.units()),
                number(account.targets()),
                number(cells),
                number(cells - account.pairs()),
                number(account.pairs()),
                number(account.total()))),
        Table.of(
            "account-units",
            messages.text("list.account.units"),
            columns("list.column.judged"),
            rows),
        Paragraph.note(messages.text("list.account.parts.note")),
        Table.of(
            "account-parts",
            messages.text("list.account.parts"),
            columns("list.column.part"),
            parts));
  }

  private static String code(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private List<Column> columns(String first) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(messages.text(first), Kind.TEXT, 6));
    for (Result result : Result.values()) {
      columns.add(new Column(wording.result(result), Kind.NUMBER, 3));
    }
    columns.add(new Column(messages.text("list.column.sum"), Kind.NUMBER, 3));
    return columns;
  }

  private Row row(String key, Map<Result, Integer> counts) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(messages.text(key)));
    for (Result result : Result.values()) {
      cells.add(cell(counts.getOrDefault(result, 0)));
    }
    cells.add(cell(counts.values().stream().mapToInt(Integer::intValue).sum()));
    return new Row("", "", Tone.NONE, cells);
  }

  private Row sums(Map<?, Map<Result, Integer>> all) {
    Map<Result, Integer> sums = new EnumMap<>(Result.class);
    all.values().forEach(counts -> counts.forEach((r, n) -> sums.merge(r, n, Integer::sum)));
    return row("list.column.sum", sums);
  }

  private Cell cell(int number) {
    return Cell.of(number(number), new Value.Whole(number));
  }

  private String number(long number) {
    return messages.language().number(number);
  }
}
