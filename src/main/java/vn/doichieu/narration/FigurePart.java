package vn.doichieu.narration;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.wording.ProblemText;

/** The figures used or missed: each with its value as read, and its place. */
final class FigurePart {

  private static final int INDENT = 3;
  private static final int HANG = 2;

  private final Words words;
  private final ProblemText problems;

  FigurePart(Words words, ProblemText problems) {
    this.words = words;
    this.problems = problems;
  }

  void write(Page page, Explanation explanation) {
    List<Figure> figures = explanation.figures();
    if (figures.isEmpty()) {
      page.paragraph(INDENT, words.text("explain.figures.none"));
      return;
    }
    ReportingUnit unit = figures.get(0).unit();
    if (figures.stream().allMatch(figure -> figure.unit().equals(unit))) {
      figures.forEach(figure -> page.paragraph(INDENT, HANG, line(figure)));
    } else {
      page.table(INDENT, table(figures));
    }
    problems(explanation).forEach(problem -> page.paragraph(INDENT, HANG, problem));
  }

  /** What was read where figures cannot be used. */
  List<String> problems(Explanation explanation) {
    return explanation.problems().stream()
        .filter(problem -> !isOfWaiver(problem))
        .map(this::problem)
        .toList();
  }

  /** Where a problem is, and what was read. */
  String problem(Problem problem) {
    return words.text("explain.figures.problem", problems.place(problem), problems.what(problem));
  }

  /** Whether a problem is about a waiver rather than a figure. */
  static boolean isOfWaiver(Problem problem) {
    return switch (problem.kind()) {
      case WAIVER_INCOMPLETE, WAIVER_UNTIL_INVALID, WAIVER_UNMATCHED -> true;
      default -> false;
    };
  }

  private String line(Figure figure) {
    String what = Words.joined(words.symbol(figure) + " = " + words.value(figure));
    if (figure.location() == null) {
      return words.text(
          figure.item().optional() ? "explain.figure.optional" : "explain.figure.absent",
          words.symbol(figure),
          words.label(figure.item()),
          words.period(figure.period()));
    }
    return words.text(
        figure.state() == State.INVALID ? "explain.figure.invalid" : "explain.figure",
        figure.state() == State.INVALID ? words.symbol(figure) : what,
        words.label(figure.item()),
        words.period(figure.period()),
        words.place(figure.location()));
  }

  private List<List<String>> table(List<Figure> figures) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            words.text("explain.column.unit"),
            words.text("explain.column.item"),
            words.text("explain.column.value"),
            words.text("explain.column.place")));
    String before = "";
    for (Figure figure : figures) {
      String unit = figure.unit().name();
      rows.add(
          List.of(
              unit.equals(before) ? "" : unit,
              words.symbol(figure),
              words.value(figure),
              words.place(figure.location())));
      before = unit;
    }
    return rows;
  }
}
