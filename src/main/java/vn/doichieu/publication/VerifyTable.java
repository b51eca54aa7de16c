package vn.doichieu.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Row;
import vn.doichieu.document.Tone;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Warning;
import vn.doichieu.listing.Listing;
import vn.doichieu.listing.Part;
import vn.doichieu.masking.Masking;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.WarningSentences;

/** Figures that contradict one another or cannot be used, with what was said of them. */
final class VerifyTable {

  private final Listing listing;
  private final Messages messages;
  private final Masking masking;
  private final FindingText text;
  private final WarningSentences warnings;
  private final ProblemText problems;
  private final Comparator<ReportingUnit> order;

  VerifyTable(
      Listing listing,
      Messages messages,
      Masking masking,
      FindingText text,
      Comparator<ReportingUnit> order) {
    this.listing = listing;
    this.messages = messages;
    this.masking = masking;
    this.text = text;
    this.order = order;
    warnings = new WarningSentences(listing.evaluation(), messages);
    problems = new ProblemText(messages);
  }

  Table of(String id) {
    List<Row> rows = new ArrayList<>();
    listing.evaluation().warnings().stream()
        .sorted(Comparator.comparing(Warning::unit, order))
        .forEach(warning -> rows.add(row(warning)));
    listing.in(Part.TO_VERIFY).stream()
        .sorted(Comparator.comparing(Finding::unit, order))
        .forEach(finding -> rows.add(row(finding)));
    listing.evaluation().problems().stream()
        .filter(problem -> !isWarnedOf(problem))
        .forEach(problem -> rows.add(row(problem)));
    return Table.of(id, "", columns(), rows);
  }

  /** A part larger than its total is a warning as well: it is told once, with its explanation. */
  private boolean isWarnedOf(Problem problem) {
    return problem.kind() == Problem.Kind.NUMERATOR_ABOVE_DENOMINATOR
        && listing.evaluation().warnings().stream()
            .filter(warning -> warning.check() == Warning.Shared.PART_ABOVE_TOTAL)
            .flatMap(warning -> warning.figures().stream())
            .anyMatch(figure -> problem.location().equals(figure.location()));
  }

  private List<Column> columns() {
    return List.of(
        new Column(messages.text("list.column.unit"), Kind.TEXT, 4),
        new Column(messages.text("list.column.period"), Kind.TEXT, 3),
        new Column(messages.text("list.column.doubt"), Kind.TEXT, 9),
        new Column(messages.text("list.column.place"), Kind.TEXT, 6),
        new Column(messages.text("list.column.answer"), Kind.TEXT, 6));
  }

  private Row row(Warning warning) {
    boolean shown = masking.shows(warning);
    return new Row(
        warning.unit().code(),
        warning.unit().name(),
        Tone.NONE,
        List.of(
            Cell.of(warning.unit().name()),
            Cell.of(messages.language().period(warning.period())),
            Cell.of(shown ? warnings.of(warning) : warnings.title(warning)),
            Cell.of(shown ? warnings.sources(warning) : messages.text("list.masked")),
            Cell.of(
                masking.showsEverything() || warning.explanation() == null
                    ? warnings.explanation(warning)
                    : messages.text("list.explained", warning.explanation().by()))));
  }

  private Row row(Finding finding) {
    return new Row(
        finding.unit().code(),
        finding.unit().name(),
        Tone.of(finding.result()),
        List.of(
            Cell.of(finding.unit().name()),
            Cell.of(messages.language().period(finding.period())),
            Cell.of(text.title(finding)),
            Cell.of(text.why(finding)),
            Cell.of(messages.text("list.do.mend.plain"))));
  }

  /** A problem stands where it was read; what was read may be any number. */
  private Row row(Problem problem) {
    return Row.of(
        Cell.EMPTY,
        Cell.EMPTY,
        Cell.of(
            masking.showsEverything()
                ? FindingText.capital(problems.what(problem))
                : messages.text("list.problem")),
        Cell.of(problems.place(problem)),
        Cell.of(problems.remedy(problem)));
  }
}
