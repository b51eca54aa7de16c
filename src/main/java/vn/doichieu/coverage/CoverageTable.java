package vn.doichieu.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import vn.doichieu.coverage.Coverage.Account;
import vn.doichieu.coverage.Coverage.Row;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.Target;
import vn.doichieu.report.TextTable;
import vn.doichieu.report.TextTable.Tone;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/** Tells a person what became of every row of a plan, by section, and how many of each. */
public final class CoverageTable {

  private static final int TARGET = 9;
  private static final int ACCOUNT = 24;
  private static final int REQUIRED = 16;
  private static final int INDENT = 9;
  private static final int SUMMARY = 50;

  private final Coverage coverage;
  private final Provenance provenance;
  private final Messages messages;
  private final Wording wording;
  private final TextTable table;
  private final List<Integer> widths;

  public CoverageTable(
      Coverage coverage, Provenance provenance, Messages messages, int width, boolean colour) {
    this.coverage = coverage;
    this.provenance = provenance;
    this.messages = messages;
    wording = new Wording(messages);
    table = new TextTable(width, colour);
    widths = List.of(TARGET, table.rest(List.of(TARGET, ACCOUNT, REQUIRED)), ACCOUNT, REQUIRED);
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    boolean english = messages.language() == Language.EN;
    table.subheading(messages.text("coverage.title"));
    table.paragraph(0, english ? coverage.plan().titleEn() : coverage.plan().title());
    table.paragraph(
        0, messages.text("coverage.about", coverage.plan().id(), coverage.rows().size()));
    table.blank();
    row(
        messages.text("table.column.target"),
        messages.text("table.column.title"),
        messages.text("coverage.column.account"),
        messages.text("table.column.required"));
    coverage
        .bySection()
        .forEach(
            (section, rows) -> {
              table.blank();
              table.subheading(messages.text("coverage.section", section));
              rows.forEach(this::row);
            });
    summary();
    try {
      out.write(table.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void row(Row row) {
    Target target = row.target();
    boolean judged = target.evaluated() && row.account() != Account.PERSON;
    row(
        target.id() + mark(target),
        wording.title(target),
        judged
            ? messages.text(
                "coverage.by_kind",
                word(row.account()),
                messages.text("coverage.kind." + target.criterion().kind()))
            : word(row.account()),
        judged ? row.required(wording) : "");
    String quote = "“" + target.citation().quote() + "”";
    table.paragraph(INDENT, row.place().isEmpty() ? quote : row.place() + ": " + quote);
    if (!target.evaluated()) {
      String because =
          row.because().isEmpty() ? messages.text("coverage.because.none") : row.because();
      table.paragraph(INDENT, messages.text("coverage.because", because));
    }
    for (OtherReading reading : row.otherReadings()) {
      table.paragraph(
          INDENT, messages.text("coverage.reading", reading.id(), wording.says(reading)));
    }
  }

  /** A reading to be confirmed and a default one, as in the table of findings. */
  private static String mark(Target target) {
    return switch (target.confidence()) {
      case C1 -> " C1";
      case C2 -> " C2";
      case PLAIN -> "";
    };
  }

  private String word(Account account) {
    return messages.text(
        switch (account) {
          case RULE -> "coverage.rule";
          case ASKED -> "coverage.asked";
          case OTHER_READING -> "coverage.other_reading";
          case PERSON -> "coverage.person";
          case INFORMATION -> "coverage.information";
          case NOT_CHECKED -> "coverage.not_checked";
        });
  }

  private void summary() {
    table.heading(messages.text("table.summary"));
    coverage.counts().forEach((account, count) -> count(word(account), count));
    count(messages.text("table.summary.total"), coverage.rows().size());
    table.blank();
    table.paragraph(0, messages.text("coverage.note"));
    table.paragraph(
        0,
        messages.text(
            "coverage.from",
            Provenance.inShort(provenance.rules().sha256()),
            provenance.version()));
  }

  private void count(String word, int count) {
    table.row(
        List.of(word, messages.language().number(count)), List.of(SUMMARY, 8), -1, Tone.PLAIN);
  }

  private void row(String... cells) {
    table.row(List.of(cells), widths, -1, Tone.PLAIN);
  }
}
