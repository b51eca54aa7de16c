package vn.doichieu.report;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SilentUnits;
import vn.doichieu.report.Overview.Line;
import vn.doichieu.report.Overview.Part;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ReadingOrder;
import vn.doichieu.wording.Sentences;

/**
 * Writes an evaluation for a person at a screen: what to act on first, by unit, with figures and
 * reasons; the rest folded and counted; a summary that adds up.
 */
public final class TableOutput {

  private static final int INDENT = 9;

  /**
   * How to write.
   *
   * @param data the data folder as the user named it
   * @param width the columns of the screen
   * @param colour whether the screen takes colours
   * @param all whether to show every finding
   */
  public record Options(String data, int width, boolean colour, boolean all) {}

  private final Evaluation evaluation;
  private final FindingFilter filter;
  private final Messages messages;
  private final Options options;
  private final Sentences sentences;
  private final TextTable table;
  private final FindingRows rows;
  private final boolean inParts;
  private final Summary summary = new Summary();
  private final SilentUnits silentUnits;
  private final UnitOrder order = new UnitOrder();
  private final Overview overview;
  private final UnitPlaces selected;
  private final ReadingRows readings;
  private Set<ReportingUnit> silent = Set.of();

  public TableOutput(
      Evaluation evaluation, FindingFilter filter, Messages messages, Options options) {
    this.evaluation = evaluation;
    this.filter = filter;
    this.messages = messages;
    this.options = options;
    sentences = new Sentences(evaluation, messages);
    table = new TextTable(options.width(), options.colour());
    rows = new FindingRows(table, messages, sentences);
    inParts = !filter.filters() && !options.all();
    silentUnits = new SilentUnits(evaluation.evidence());
    overview = new Overview(evaluation.findings());
    selected = new UnitPlaces(evaluation.findings());
    readings = new ReadingRows(table, messages, sentences);
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    gather();
    header();
    if (inParts) {
      overview(out);
    } else {
      selected(out);
    }
    readings.write();
    new WarningRows(table, messages, INDENT).write(evaluation, filter);
    new SummaryRows(table, messages).write(evaluation.plan(), summary, filter.filters());
    new ProvenanceRows(messages).write(table, evaluation);
    table.writeTo(out);
  }

  /** Everything that is told of all findings is told from one walk over them. */
  private void gather() {
    int place = 0;
    for (Finding finding : evaluation.findings()) {
      summary.add(finding);
      silentUnits.add(finding);
      order.add(finding.unit());
      boolean passes = filter.passes(finding);
      if (passes) {
        readings.add(evaluation, finding);
      }
      if (inParts) {
        overview.add(finding, place);
      } else if (passes) {
        selected.add(finding.unit(), place);
      }
      place++;
    }
    silent = silentUnits.units();
    order.sort(ReadingOrder.of(evaluation));
  }

  private void header() {
    table.subheading(messages.text("table.title"));
    boolean english = messages.language() == Language.EN;
    table.paragraph(0, english ? evaluation.plan().titleEn() : evaluation.plan().title());
    table.paragraph(
        0,
        messages.text(
            "table.about",
            options.data(),
            messages.language().date(evaluation.asOf()),
            evaluation.closed() ? messages.text("table.closed") : ""));
  }

  /** Every finding that is asked for, by unit, with its basis and sources. */
  private void selected(Writer out) {
    table.heading(
        filter.filters()
            ? messages.text("table.filtered", selected.size())
            : messages.text("table.all"));
    if (selected.isEmpty()) {
      table.paragraph(0, messages.text("table.none"));
      return;
    }
    boolean detailed = filter.filters();
    rows.columns();
    selected.byUnit(
        order,
        (unit, ofUnit) -> {
          unitHeading(unit);
          for (Finding finding : ofUnit) {
            rows.finding(finding, INDENT);
            if (detailed) {
              details(finding);
            }
            table.writeTo(out);
          }
        });
  }

  private void details(Finding finding) {
    table.paragraph(
        INDENT,
        messages.text(
            "table.citation",
            finding.target().citation().section(),
            finding.target().citation().quote()));
    String sources = sentences.sources(finding);
    if (!sources.isEmpty()) {
      table.paragraph(INDENT, messages.text("table.sources", sources));
    }
  }

  private void overview(Writer out) {
    table.heading(messages.text(Part.TO_ACT_ON.title()));
    if (overview.of(Part.TO_ACT_ON).isEmpty()) {
      table.paragraph(0, messages.text("table.todo.none"));
    }
    byUnit(Part.TO_ACT_ON, out);
    for (Part part : List.of(Part.REVIEW, Part.WAIVED)) {
      if (!overview.of(part).isEmpty()) {
        table.heading(messages.text(part.title()));
        byUnit(part, out);
      }
    }
    folded(Part.DUTIES, "table.folded", out);
    contributions(out);
    folded(Part.ASKED, "table.folded.asked", out);
    table.heading(messages.text("table.rest"));
    table.paragraph(0, messages.text("table.rest.line", overview.rest()));
  }

  private void byUnit(Part part, Writer out) {
    if (!overview.of(part).isEmpty()) {
      rows.columns();
    }
    overview.byUnit(
        part,
        order,
        (unit, lines) -> {
          unitHeading(unit);
          for (Line line : lines) {
            rows.line(line, INDENT);
            table.writeTo(out);
          }
        });
  }

  private void unitHeading(ReportingUnit unit) {
    table.blank();
    table.subheading(name(unit));
  }

  private String name(ReportingUnit unit) {
    return silent.contains(unit)
        ? unit.name() + " (" + messages.text("table.silent") + ")"
        : unit.name();
  }

  /** One paragraph a unit: how many of its duties came to what, and which of them fell short. */
  private void folded(Part part, String key, Writer out) {
    if (overview.of(part).isEmpty()) {
      return;
    }
    table.heading(messages.text(part.title()));
    List<String> complete = new ArrayList<>();
    overview
        .of(part)
        .byUnit(
            order,
            (unit, findings) -> {
              FoldedFindings folded = new FoldedFindings(messages, sentences);
              findings.forEach(finding -> folded.add(finding, finding.target().id()));
              if (folded.fallsShort()) {
                table.paragraph(
                    0, name(unit) + ": " + messages.text(key, findings.size(), folded.text()));
                table.writeTo(out);
              } else {
                complete.add(name(unit));
              }
            });
    if (!complete.isEmpty()) {
      table.paragraph(0, messages.text("table.complete", String.join("; ", complete)));
    }
  }

  /** One paragraph a target: how many members came to what, and who. */
  private void contributions(Writer out) {
    if (overview.of(Part.CONTRIBUTIONS).isEmpty()) {
      return;
    }
    table.heading(messages.text(Part.CONTRIBUTIONS.title()));
    new ContributionRows(table, messages, sentences).write(overview.of(Part.CONTRIBUTIONS), out);
  }
}
