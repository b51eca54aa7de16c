package vn.doichieu.submission;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Warning.Explanation;
import vn.doichieu.domain.Warning.Subject;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Reads {@code explanations.csv}: what units say of figures that contradict one another. One that
 * is not complete or names nothing that is known is a problem, never dropped in silence.
 */
final class ExplanationsReader {

  private static final String UNIT = "unit";
  private static final String CHECK = "check";
  private static final String PERIOD = "period";
  private static final String TEXT = "text";
  private static final String BY = "by";

  static final List<String> COLUMNS = List.of(UNIT, CHECK, PERIOD, TEXT, BY);

  private final @Nullable ReportingUnits units;
  private final Table table;
  private final ProblemLog problems;
  private final ProblemLog personal;
  private final Map<Subject, Explanation> explanations = new LinkedHashMap<>();

  private ExplanationsReader(@Nullable ReportingUnits units, Table table) {
    this.units = units;
    this.table = table;
    problems = ProblemLog.withRemarksOn(table);
    personal = new ProblemLog(table);
  }

  /**
   * The explanations by what they answer.
   *
   * @throws UnreadableInput if the file is no such table, or carries personal data
   */
  static Map<Subject, Explanation> read(
      Path file, @Nullable ReportingUnits units, List<Problem> problems) {
    try (CsvTable table = CsvTable.open(file, COLUMNS)) {
      return read(table, units, problems);
    }
  }

  /** Reads a table with the {@link #COLUMNS}. Otherwise as above. */
  static Map<Subject, Explanation> read(
      Table table, @Nullable ReportingUnits units, List<Problem> problems) {
    ExplanationsReader reader = new ExplanationsReader(units, table);
    for (String column : table.header()) {
      if (PersonalData.isColumn(column)) {
        reader.personal.add(Problem.Kind.PERSONAL_COLUMN, table.headerRow(), column, column);
      }
    }
    table.forEach(reader::add);
    List<Problem> refused = reader.personal.problems();
    if (!refused.isEmpty()) {
      throw new UnreadableInput(refused);
    }
    problems.addAll(reader.problems.problems());
    return reader.explanations;
  }

  private void add(Table.Row row) {
    checkPersonalData(row);
    if (units == null) {
      return;
    }
    if (row.hasExtraCells()) {
      problems.add(Problem.Kind.WRONG_CELL_COUNT, row.line(), TEXT, row.text());
      return;
    }
    ReportingUnit unit = units.find(cell(row, UNIT));
    String check = cell(row, CHECK); // Whether there is such a check is known where they run.
    Optional<ReportingPeriod> period = ReportingPeriod.parse(cell(row, PERIOD));
    if (unit == null || check.isEmpty() || period.isEmpty()) {
      problems.add(
          Problem.Kind.EXPLANATION_UNMATCHED,
          row.line(),
          unit == null ? UNIT : check.isEmpty() ? CHECK : PERIOD,
          subject(row));
    }
    for (String column : List.of(TEXT, BY)) {
      if (cell(row, column).isEmpty()) {
        problems.add(Problem.Kind.EXPLANATION_BLANK, row.line(), column, subject(row));
        return;
      }
    }
    if (unit != null && !check.isEmpty() && period.isPresent()) {
      put(row, new Subject(unit, check, period.get()));
    }
  }

  private void put(Table.Row row, Subject subject) {
    SourceLocation place = SourceLocation.of(table.name(), row.line(), UNIT);
    Explanation first =
        explanations.putIfAbsent(subject, new Explanation(cell(row, TEXT), cell(row, BY), place));
    if (first != null) {
      problems.add(
          Problem.Kind.EXPLANATION_TWICE,
          row.line(),
          UNIT,
          subject(row),
          Integer.toString(first.location().row()));
    }
  }

  private String subject(Table.Row row) {
    return (cell(row, UNIT) + " " + cell(row, CHECK) + " " + cell(row, PERIOD)).strip();
  }

  /** Looks at every cell before anything of the row is repeated. */
  private void checkPersonalData(Table.Row row) {
    for (int i = 0; i < row.cells(); i++) {
      String cell = row.cell(i);
      boolean name = i == table.column(BY) && PersonalData.isName(cell);
      if (name || PersonalData.isNumber(cell) || PersonalData.namesPerson(cell)) {
        boolean extra = i >= table.header().size();
        String column = extra ? TEXT : table.header().get(i);
        personal.addCause(Problem.Kind.PERSONAL_VALUE, row.line(), column, null);
      }
    }
  }

  private String cell(Table.Row row, String column) {
    return row.cell(table.column(column));
  }
}
