package vn.doichieu.waiver;

import vn.doichieu.domain.Finding;
import vn.doichieu.domain.WaiverRow;
import vn.doichieu.report.ProvenanceRows;
import vn.doichieu.report.TextTable;
import vn.doichieu.waiver.WaiverAccounts.Account;
import vn.doichieu.waiver.WaiverAccounts.Fate;
import vn.doichieu.waiver.WaiverAccounts.Touched;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;
import vn.doichieu.wording.Wording;

/** Writes what became of waivers for a person at a screen: by fate, each with what it touches. */
public final class WaiversTable {

  private static final int INDENT = 4;

  private final WaiverAccounts accounts;
  private final Messages messages;
  private final Sentences sentences;

  public WaiversTable(WaiverAccounts accounts, Messages messages) {
    this.accounts = accounts;
    this.messages = messages;
    this.sentences = new Sentences(accounts.evaluation(), messages);
  }

  /** Writes everything. */
  public void write(TextTable table) {
    table.subheading(messages.text("waivers.title"));
    table.paragraph(0, new Wording(messages).title(accounts.evaluation().plan()));
    table.paragraph(
        0,
        messages.text(
            "waivers.about",
            messages.language().date(accounts.evaluation().asOf()),
            accounts.accounts().size()));
    accounts
        .counts()
        .forEach(
            (fate, count) -> {
              if (count > 0) {
                table.heading(messages.text("waivers.fate." + fate.code(), count));
                accounts.accounts().stream()
                    .filter(account -> account.fate() == fate)
                    .forEach(account -> write(table, account));
              }
            });
    new ProvenanceRows(messages).write(table, accounts.evaluation());
  }

  private void write(TextTable table, Account account) {
    WaiverRow row = account.row();
    String period = row.period().isEmpty() ? "" : ", " + row.period();
    table.paragraph(
        0,
        messages.text(
            "waivers.row", row.location().row(), row.unit(), row.target() + period, until(row)));
    table.paragraph(
        INDENT, messages.text("waivers.why", row.reason(), row.approvedBy(), row.decision()));
    ProblemText problems = new ProblemText(messages);
    account.problems().forEach(problem -> table.paragraph(INDENT, problems.sentence(problem)));
    for (Touched touched : account.findings()) {
      Finding finding = touched.finding();
      String told =
          messages.text(
              "waivers.finding",
              finding.unit().name(),
              messages.language().period(finding.period()),
              sentences.result(finding),
              sentences.of(finding));
      table.paragraph(
          INDENT,
          touched.changed()
              ? told + " " + messages.text("waivers.without", sentences.result(touched.without()))
              : told);
    }
    if (account.fate() == Fate.NOTHING_TO_WAIVE && account.findings().isEmpty()) {
      table.paragraph(INDENT, messages.text("waivers.none"));
    }
  }

  private String until(WaiverRow row) {
    return row.waiver() == null ? row.until() : messages.language().date(row.waiver().until());
  }
}
