package vn.doichieu.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
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
  private final Set<ReportingUnit> silent;

  public TableOutput(
      Evaluation evaluation, FindingFilter filter, Messages messages, Options options) {
    this.evaluation = evaluation;
    this.filter = filter;
    this.messages = messages;
    this.options = options;
    sentences = new Sentences(evaluation, messages);
    table = new TextTable(options.width(), options.colour());
    rows = new FindingRows(table, messages, sentences);
    silent = evaluation.silentUnits();
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    header();
    if (filter.filters() || options.all()) {
      selected();
    } else {
      overview(Overview.of(evaluation));
    }
    new ReadingRows(table, messages, sentences).write(evaluation, filter.of(evaluation));
    new WarningRows(table, messages, INDENT).write(evaluation, filter);
    new SummaryRows(table, messages).write(evaluation, filter.filters());
    new ProvenanceRows(messages).write(table, evaluation);
    try {
      out.write(table.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  private void selected() {
    List<Finding> findings = filter.of(evaluation);
    table.heading(
        filter.filters()
            ? messages.text("table.filtered", findings.size())
            : messages.text("table.all"));
    if (findings.isEmpty()) {
      table.paragraph(0, messages.text("table.none"));
      return;
    }
    boolean detailed = filter.filters();
    Map<ReportingUnit, List<Finding>> byUnit =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    Finding::unit,
                    () -> new TreeMap<>(ReadingOrder.of(evaluation)),
                    Collectors.toList()));
    rows.columns();
    byUnit.forEach(
        (unit, ofUnit) -> {
          unitHeading(unit);
          for (Finding finding : ofUnit) {
            rows.finding(finding, INDENT);
            if (detailed) {
              details(finding);
            }
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

  private void overview(Overview overview) {
    table.heading(messages.text(Part.TO_ACT_ON.title()));
    if (overview.lines(Part.TO_ACT_ON).isEmpty()) {
      table.paragraph(0, messages.text("table.todo.none"));
    }
    byUnit(overview, Part.TO_ACT_ON);
    for (Part part : List.of(Part.REVIEW, Part.WAIVED)) {
      if (!overview.lines(part).isEmpty()) {
        table.heading(messages.text(part.title()));
        byUnit(overview, part);
      }
    }
    folded(overview, Part.DUTIES, "table.folded");
    contributions(overview.lines(Part.CONTRIBUTIONS));
    folded(overview, Part.ASKED, "table.folded.asked");
    table.heading(messages.text("table.rest"));
    table.paragraph(0, messages.text("table.rest.line", overview.rest()));
  }

  private void byUnit(Overview overview, Part part) {
    if (!overview.lines(part).isEmpty()) {
      rows.columns();
    }
    overview
        .byUnit(part, ReadingOrder.of(evaluation))
        .forEach(
            (unit, lines) -> {
              unitHeading(unit);
              lines.forEach(line -> rows.line(line, INDENT));
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
  private void folded(Overview overview, Part part, String key) {
    if (overview.lines(part).isEmpty()) {
      return;
    }
    table.heading(messages.text(part.title()));
    List<String> complete = new ArrayList<>();
    overview
        .byUnit(part, ReadingOrder.of(evaluation))
        .forEach(
            (unit, lines) -> {
              List<Finding> findings =
                  lines.stream().flatMap(line -> line.findings().stream()).toList();
              if (findings.stream().noneMatch(f -> fallsShort(f.result()))) {
                complete.add(name(unit));
                return;
              }
              String counts = counts(findings, finding -> finding.target().id());
              table.paragraph(0, name(unit) + ": " + messages.text(key, findings.size(), counts));
            });
    if (!complete.isEmpty()) {
      table.paragraph(0, messages.text("table.complete", String.join("; ", complete)));
    }
  }

  /** One paragraph a target: how many members came to what, and who. */
  private void contributions(List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    table.heading(messages.text(Part.CONTRIBUTIONS.title()));
    Map<Target, List<Finding>> byTarget = new LinkedHashMap<>();
    for (Line line : lines) {
      byTarget.computeIfAbsent(line.target(), t -> new ArrayList<>()).addAll(line.findings());
    }
    byTarget.forEach(
        (target, findings) ->
            table.paragraph(
                0,
                target.id()
                    + " "
                    + sentences.title(target)
                    + " ("
                    + sentences.required(target)
                    + "): "
                    + counts(findings, finding -> finding.unit().name())));
  }

  /** "Đạt 8, Không đạt 3 (…)": who or what is named where something falls short. */
  private String counts(List<Finding> findings, Function<Finding, String> name) {
    Map<String, List<Finding>> byWord = new LinkedHashMap<>();
    findings.stream()
        .sorted(Comparator.comparing(Finding::result))
        .forEach(f -> byWord.computeIfAbsent(sentences.result(f), w -> new ArrayList<>()).add(f));
    List<String> parts = new ArrayList<>();
    byWord.forEach(
        (word, ofWord) -> {
          String names = names(ofWord.stream().filter(f -> fallsShort(f.result())).map(name));
          parts.add(
              names.isEmpty()
                  ? messages.text("table.fold", word, ofWord.size())
                  : messages.text("table.fold.which", word, ofWord.size(), names));
        });
    return String.join("; ", parts);
  }

  /** "HM-D1b ×10, HM-D3b": each name once. */
  private String names(Stream<String> names) {
    Map<String, Integer> times = new LinkedHashMap<>();
    names.forEach(name -> times.merge(name, 1, Integer::sum));
    return times.entrySet().stream()
        .map(
            e ->
                e.getValue() == 1
                    ? e.getKey()
                    : messages.text("table.times", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static boolean fallsShort(Result result) {
    return result == Result.NOT_MET
        || result == Result.MISSING
        || result == Result.INVALID
        || result == Result.NEEDS_REVIEW;
  }
}
