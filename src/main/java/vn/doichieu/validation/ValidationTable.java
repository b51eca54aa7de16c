package vn.doichieu.validation;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.report.TextTable;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Wording;

/** Tells a person what is wrong, what is doubtful and what was accepted, each under its word. */
public final class ValidationTable {

  private final Validation validation;
  private final Messages messages;

  public ValidationTable(Validation validation, Messages messages) {
    this.validation = validation;
    this.messages = messages;
  }

  /** Writes everything. */
  public void write(TextTable table) {
    table.subheading(messages.text("validate.title"));
    table.paragraph(0, new Wording(messages).title(validation.plan()));
    table.paragraph(
        0,
        messages.text(
            "validate.counts",
            validation.errors().size(),
            validation.doubtful().size(),
            validation.accepted().size()));
    ProblemText problems = new ProblemText(messages);
    RemarkText remarks = new RemarkText(messages);
    list(table, "validate.errors", validation.errors().stream().map(problems::sentence).toList());
    list(
        table, "validate.doubtful", validation.doubtful().stream().map(remarks::sentence).toList());
    List<String> accepted = new ArrayList<>();
    for (Validation.Accepting accepting : validation.accepted()) {
      accepted.add(
          remarks.statement(accepting.remark())
              + " "
              + messages.text("validate.why", accepting.why()));
    }
    list(table, "validate.accepted", accepted);
    table.blank();
    table.paragraph(0, messages.text(verdict()));
  }

  private String verdict() {
    if (!validation.errors().isEmpty()) {
      return "validate.verdict.errors";
    }
    return validation.doubtful().isEmpty() ? "validate.verdict.sound" : "validate.verdict.doubtful";
  }

  private void list(TextTable table, String heading, List<String> sentences) {
    if (sentences.isEmpty()) {
      return;
    }
    table.heading(messages.text(heading, sentences.size()));
    for (int i = 0; i < sentences.size(); i++) {
      table.paragraph(0, (i + 1) + ". " + sentences.get(i));
    }
  }
}
