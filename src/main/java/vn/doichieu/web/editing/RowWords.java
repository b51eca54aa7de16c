package vn.doichieu.web.editing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.doichieu.authoring.ColumnHelp;
import vn.doichieu.authoring.TableRows;
import vn.doichieu.display.DrlText;
import vn.doichieu.display.RuleSentence;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.ruletable.RuleColumns;
import vn.doichieu.validation.RemarkText;
import vn.doichieu.validation.Validation;
import vn.doichieu.web.draft.Tables;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;

/** What the program makes of rows as they stand, in words. */
final class RowWords {

  /** Columns whose texts usually fill more than a line. */
  private static final Set<String> LONG =
      Set.of("title", "title_en", "quote", "reading", "note", "says", "says_en", "inputs", "bands");

  private final Validation validation;
  private final Messages messages;
  private final ProblemText problems;
  private final RemarkText remarks;

  RowWords(Validation validation, Messages messages) {
    this.validation = validation;
    this.messages = messages;
    problems = new ProblemText(messages);
    remarks = new RemarkText(messages);
  }

  /**
   * What is wrong or doubtful.
   *
   * @param column where; empty for the row as a whole
   * @param error whether it keeps the rules from being built; else it is only doubtful
   * @param remedy what to do
   */
  record Told(String column, boolean error, String what, String remedy) {}

  /** A cell as a field of a form. */
  record Field(
      String column,
      String label,
      String help,
      String value,
      boolean isLong,
      List<String> choices,
      List<Told> told) {}

  /** Everything told of a row. */
  List<Told> told(String table, int line) {
    String file = Tables.file(table);
    return Stream.concat(
            validation.errors().stream()
                .filter(p -> isAt(p.location(), file, line))
                .map(p -> new Told(column(p.location()), true, what(p), problems.remedy(p))),
            validation.doubtful().stream()
                .filter(r -> isAt(r.place(), file, line))
                .map(r -> new Told(column(r.place()), false, remarks.what(r), remarks.remedy(r))))
        .toList();
  }

  private String what(Problem problem) {
    String expected = problems.expected(problem);
    boolean more = !expected.equals(problems.remedy(problem));
    return problems.what(problem) + (more ? " " + messages.text("problem.expected", expected) : "");
  }

  private static boolean isAt(SourceLocation place, String file, int line) {
    return place.row() == line && place.file().equals(file);
  }

  private static String column(SourceLocation place) {
    String column = place.column();
    return column == null ? "" : RuleColumns.key(column).toLowerCase(Locale.ROOT);
  }

  /** The fields of a row, each with what is told of it. */
  static List<Field> fields(
      List<String> columns, Map<String, String> cells, List<Told> told, Messages messages) {
    return columns.stream()
        .map(
            column ->
                new Field(
                    column,
                    RuleColumns.heading(column, messages.language() == Language.VI),
                    ColumnHelp.text(column, messages),
                    cells.getOrDefault(column, ""),
                    LONG.contains(column) || cells.getOrDefault(column, "").contains("\n"),
                    ColumnHelp.CHOICES.getOrDefault(column, List.of()),
                    told.stream().filter(t -> t.column().equals(column)).toList()))
        .toList();
  }

  /** The targets that a row stands for; none if it cannot be read. */
  List<Target> targets(TableRows.Row row) {
    String id = row.cells().getOrDefault("target", "");
    return validation.plan().targets().stream()
        .filter(target -> target.id().equals(id) && target.place().row() == row.line())
        .toList();
  }

  /** A row of targets as a sentence; empty if it cannot be read. */
  String sentence(TableRows.Row row) {
    List<Target> targets = targets(row);
    return targets.isEmpty() ? "" : new RuleSentence(messages).of(targets);
  }

  /** The rule that a row of targets stands for; empty where it cannot be read, or is DRL itself. */
  String drl(TableRows.Row row) {
    List<Target> targets = targets(row);
    boolean own = targets.stream().anyMatch(t -> t.criterion() instanceof Criterion.Drl);
    Plan plan = validation.plan();
    return targets.isEmpty() || own ? "" : DrlText.of(plan.withTargets(targets));
  }

  /** Every error, in sentences. */
  List<String> errors() {
    return validation.errors().stream().map(problems::sentence).toList();
  }

  /** Everything doubtful, in sentences. */
  List<String> doubtful() {
    return validation.doubtful().stream().map(remarks::sentence).toList();
  }
}
