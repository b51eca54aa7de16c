package vn.doichieu.report;

import java.util.List;
import java.util.stream.Collectors;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Provenance;
import vn.doichieu.wording.Messages;

/** The last part of a table: what it comes from, so that two prints can be told apart. */
final class ProvenanceRows {

  private static final int LABEL = 20;
  private static final int MOST_FILES = 6;

  private final TextTable table;
  private final Messages messages;

  ProvenanceRows(TextTable table, Messages messages) {
    this.table = table;
    this.messages = messages;
  }

  void write(Evaluation evaluation) {
    Provenance provenance = evaluation.provenance();
    table.heading(messages.text("provenance.title"));
    row(messages.text("provenance.plan"), evaluation.plan().id());
    row(
        messages.text("provenance.rules"),
        Provenance.inShort(provenance.rules().sha256()) + " (" + files(provenance.rules()) + ")");
    row(
        messages.text("provenance.data"),
        Provenance.inShort(provenance.data().sha256()) + " (" + files(provenance.data()) + ")");
    row(
        messages.text("provenance.as_of"),
        messages.language().date(evaluation.asOf())
            + (evaluation.closed() ? messages.text("table.closed") : ""));
    row(messages.text("provenance.version"), "doichieu " + provenance.version());
  }

  private String files(Provenance.FileSet set) {
    String first =
        set.files().stream()
            .limit(MOST_FILES)
            .map(file -> file.name() + " " + Provenance.inShort(file.sha256()))
            .collect(Collectors.joining(", "));
    int more = set.files().size() - MOST_FILES;
    return more <= 0 ? first : first + ", " + messages.text("provenance.more", more);
  }

  private void row(String label, String value) {
    List<Integer> widths = List.of(LABEL, table.rest(List.of(LABEL)));
    table.row(List.of(label, value), widths, -1, TextTable.Tone.PLAIN);
  }
}
