package vn.doichieu.coverage;

import java.util.List;
import java.util.stream.Collectors;
import vn.doichieu.coverage.Coverage.Account;
import vn.doichieu.coverage.Coverage.Row;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Target;
import vn.doichieu.report.TextTable;
import vn.doichieu.report.TextTable.Tone;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/** Writes the coverage of a plan for a person at a screen: the counts, then every sentence. */
public final class CoverageTable {

  private static final int TARGET = 10;
  private static final int ACCOUNT = 22;
  private static final int REQUIRED = 22;
  private static final int WORD = 44;
  private static final int COUNT = 8;
  private static final int INDENT = TARGET + 2;

  private final Coverage coverage;
  private final Messages messages;
  private final Wording wording;

  public CoverageTable(Coverage coverage, Messages messages) {
    this.coverage = coverage;
    this.messages = messages;
    this.wording = new Wording(messages);
  }

  /** Writes everything, by the sections of the plan. */
  public void write(TextTable table) {
    table.subheading(messages.text("coverage.title"));
    table.paragraph(0, wording.title(coverage.plan()));
    table.heading(messages.text("coverage.counts"));
    List<Integer> widths = List.of(WORD, COUNT);
    coverage
        .counts()
        .forEach(
            (account, count) ->
                table.row(List.of(word(account), Integer.toString(count)), widths, -1, Tone.PLAIN));
    String all = Integer.toString(coverage.rows().size());
    table.row(List.of(messages.text("coverage.all"), all), widths, -1, Tone.PLAIN);
    table.heading(messages.text("coverage.rows"));
    coverage.rows().forEach(row -> write(table, row));
  }

  private void write(TextTable table, Row row) {
    Target target = row.target();
    int title = table.rest(List.of(TARGET, ACCOUNT, REQUIRED));
    table.row(
        List.of(
            target.id() + mark(target),
            wording.title(target),
            messages.text("coverage.account." + row.account().code() + ".short"),
            target.evaluated() ? wording.required(target) : ""),
        List.of(TARGET, title, ACCOUNT, REQUIRED),
        -1,
        Tone.PLAIN);
    table.paragraph(
        INDENT,
        messages.text("table.citation", target.citation().section(), target.citation().quote()));
    if (!target.evaluated()) {
      table.paragraph(INDENT, messages.text("coverage.reason", reason(target)));
    }
    String readings =
        coverage.plan().readings().stream()
            .filter(reading -> reading.target().equals(target.id()))
            .map(OtherReading::id)
            .collect(Collectors.joining(", "));
    if (!readings.isEmpty()) {
      table.paragraph(INDENT, messages.text("coverage.readings", readings));
    }
  }

  private static String mark(Target target) {
    return target.confidence() == Target.Confidence.PLAIN ? "" : " " + target.confidence();
  }

  /** Why a sentence is not judged, as its row says. */
  static String reason(Target target) {
    return target.note().isEmpty() ? target.reading() : target.note();
  }

  private String word(Account account) {
    return messages.text("coverage.account." + account.code());
  }
}
