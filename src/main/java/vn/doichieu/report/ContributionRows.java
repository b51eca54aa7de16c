package vn.doichieu.report;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Target;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/** The members' parts in targets of the area: one paragraph a target, told row by row. */
final class ContributionRows {

  private final TextTable table;
  private final Messages messages;
  private final Sentences sentences;

  /** The targets of the row at hand: the thresholds of one row stand between one another. */
  private final List<Members> ofRow = new ArrayList<>();

  private @Nullable Finding before;
  private @Nullable Members members;

  private record Members(Target target, FoldedFindings findings) {}

  ContributionRows(TextTable table, Messages messages, Sentences sentences) {
    this.table = table;
    this.messages = messages;
    this.sentences = sentences;
  }

  /** Writes the paragraphs. */
  void write(UnitPlaces findings, Writer out) {
    findings.forEach(
        finding -> {
          if (!ofRow.isEmpty() && !ofRow.get(0).target().id().equals(finding.target().id())) {
            writeRow(out);
          }
          add(finding);
        });
    writeRow(out);
  }

  /** A member's line is told under the target of its first finding. */
  private void add(Finding finding) {
    Members of = members;
    if (of == null || before == null || !Overview.isSameLine(finding, before)) {
      of = members(finding.target());
      members = of;
    }
    before = finding;
    of.findings().add(finding, finding.unit().name());
  }

  private Members members(Target target) {
    for (Members of : ofRow) {
      if (of.target() == target) {
        return of;
      }
    }
    Members of = new Members(target, new FoldedFindings(messages, sentences));
    ofRow.add(of);
    return of;
  }

  private void writeRow(Writer out) {
    for (Members of : ofRow) {
      Target target = of.target();
      table.paragraph(
          0,
          target.id()
              + " "
              + sentences.title(target)
              + " ("
              + sentences.required(target)
              + "): "
              + of.findings().text());
      table.writeTo(out);
    }
    ofRow.clear();
  }
}
