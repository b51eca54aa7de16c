package vn.doichieu.report;

import java.util.List;
import java.util.stream.Collectors;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Provenance;
import vn.doichieu.wording.Messages;

/** The last part of a table: what it comes from, so that two prints can be told apart. */
public final class ProvenanceRows {

  private static final int LABEL = 20;
  private static final int MOST_FILES = 6;

  private final Messages messages;

  public ProvenanceRows(Messages messages) {
    this.messages = messages;
  }

  /** Writes them below a heading. */
  public void write(TextTable table, Evaluation evaluation) {
    table.heading(messages.text("provenance.title"));
    List<Integer> widths = List.of(LABEL, table.rest(List.of(LABEL)));
    of(evaluation).forEach(row -> table.row(row, widths, -1, TextTable.Tone.PLAIN));
  }

  /** The rows, each a label and its text. */
  public List<List<String>> of(Evaluation evaluation) {
    Provenance provenance = evaluation.provenance();
    return List.of(
        List.of(messages.text("provenance.plan"), evaluation.plan().id()),
        List.of(messages.text("provenance.rules"), files(provenance.rules())),
        List.of(messages.text("provenance.data"), files(provenance.data())),
        List.of(
            messages.text("provenance.as_of"),
            messages.language().date(evaluation.asOf())
                + (evaluation.closed() ? messages.text("table.closed") : "")),
        List.of(messages.text("provenance.version"), "doichieu " + provenance.version()));
  }

  private String files(Provenance.FileSet set) {
    String first =
        set.files().stream()
            .limit(MOST_FILES)
            .map(file -> file.name() + " " + Provenance.inShort(file.sha256()))
            .collect(Collectors.joining(", "));
    int more = set.files().size() - MOST_FILES;
    String rest = more <= 0 ? "" : ", " + messages.text("provenance.more", more);
    return Provenance.inShort(set.sha256()) + " (" + first + rest + ")";
  }
}
