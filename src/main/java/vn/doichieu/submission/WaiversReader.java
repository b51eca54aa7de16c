package vn.doichieu.submission;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.WaiverRow;
import vn.doichieu.submission.Submission.WaiverKey;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.Table;
import vn.doichieu.tabular.UnreadableInput;

/** Reads {@code waivers.csv}. A waiver that is not complete or matches nothing has no effect. */
final class WaiversReader {

  private static final String UNIT = "unit";
  private static final String TARGET = "target";
  private static final String UNTIL = "until";
  private static final String REASON = "reason";
  private static final String APPROVED_BY = "approved_by";
  private static final String DECISION = "decision";
  private static final String PERIOD = "period";

  static final List<String> COLUMNS = List.of(UNIT, TARGET, UNTIL, REASON, APPROVED_BY, DECISION);

  private final Plan plan;
  private final @Nullable ReportingUnits units;
  private final Table table;
  private final List<WaiverRow> rows;
  private final ProblemLog problems;
  private final ProblemLog personal;
  private final Map<WaiverKey, List<Waiver>> waivers = new HashMap<>();

  private WaiversReader(
      Plan plan, @Nullable ReportingUnits units, Table table, List<WaiverRow> rows) {
    this.plan = plan;
    this.units = units;
    this.table = table;
    this.rows = rows;
    this.problems = ProblemLog.withRemarksOn(table);
    this.personal = new ProblemLog(table);
  }

  /**
   * The valid waivers by unit and target; see {@link WaiverKey}.
   *
   * @param rows receives every row, in the order of the file
   */
  static Map<WaiverKey, List<Waiver>> read(
      Path file,
      Plan plan,
      @Nullable ReportingUnits units,
      List<WaiverRow> rows,
      List<Problem> problems) {
    try (CsvTable table = CsvTable.open(file, COLUMNS)) {
      return read(table, plan, units, rows, problems);
    }
  }

  /** Reads a table with the {@link #COLUMNS}. Otherwise as above. */
  static Map<WaiverKey, List<Waiver>> read(
      Table table,
      Plan plan,
      @Nullable ReportingUnits units,
      List<WaiverRow> rows,
      List<Problem> problems) {
    WaiversReader reader = new WaiversReader(plan, units, table, rows);
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
    return reader.waivers;
  }

  private void add(Table.Row row) {
    for (int i = 0; i < row.cells(); i++) {
      if (PersonalData.isNumber(row.cell(i))) {
        String column = i < table.header().size() ? table.header().get(i) : REASON;
        personal.add(Problem.Kind.PERSONAL_VALUE, row.line(), column, null);
      }
    }
    if (units == null) {
      return;
    }
    Waiver waiver = waiver(row, units);
    rows.add(
        new WaiverRow(
            SourceLocation.of(table.name(), row.line()),
            cell(row, UNIT),
            cell(row, TARGET),
            cell(row, PERIOD),
            cell(row, UNTIL),
            cell(row, REASON),
            cell(row, APPROVED_BY),
            cell(row, DECISION),
            waiver));
  }

  private @Nullable Waiver waiver(Table.Row row, ReportingUnits units) {
    boolean complete = isComplete(row);
    Optional<LocalDate> until = until(row);
    ReportingUnit unit = units.find(cell(row, UNIT));
    Target target =
        plan.targets().stream()
            .filter(t -> t.id().equals(cell(row, TARGET)) && unmatched(unit, t, row).isEmpty())
            .findFirst()
            .orElse(plan.target(cell(row, TARGET)));
    String unmatched = unmatched(unit, target, row);
    if (unit == null || target == null || !unmatched.isEmpty()) {
      problems.add(
          Problem.Kind.WAIVER_UNMATCHED,
          row.line(),
          unmatched,
          (cell(row, UNIT) + " " + cell(row, TARGET) + " " + cell(row, PERIOD)).strip());
      return null;
    }
    if (!complete || until.isEmpty()) {
      return null;
    }
    Waiver waiver =
        new Waiver(
            until.get(),
            period(row, target).orElse(null),
            cell(row, REASON),
            cell(row, APPROVED_BY),
            cell(row, DECISION));
    waivers.computeIfAbsent(new WaiverKey(unit, target.id()), key -> new ArrayList<>()).add(waiver);
    return waiver;
  }

  /** The target's period that a waiver names; empty for one that names none, or another. */
  private Optional<ReportingPeriod> period(Table.Row row, Target target) {
    String text = cell(row, PERIOD);
    return target.periods().stream().filter(period -> period.text().equals(text)).findFirst();
  }

  private boolean isComplete(Table.Row row) {
    if (row.hasExtraCells()) {
      problems.add(Problem.Kind.WRONG_CELL_COUNT, row.line(), UNIT, row.text());
      return false;
    }
    List<String> absent = new ArrayList<>();
    for (String column : List.of(APPROVED_BY, DECISION)) {
      if (cell(row, column).isEmpty()) {
        absent.add(column);
      }
    }
    if (!absent.isEmpty()) {
      problems.add(
          Problem.Kind.WAIVER_INCOMPLETE,
          row.line(),
          absent.get(0),
          cell(row, UNIT) + " " + cell(row, TARGET),
          String.join(", ", absent));
    }
    return absent.isEmpty();
  }

  private Optional<LocalDate> until(Table.Row row) {
    Optional<LocalDate> until = DateText.isoOrDayFirst(cell(row, UNTIL));
    if (until.isEmpty()) {
      problems.add(
          Problem.Kind.WAIVER_UNTIL_INVALID,
          row.line(),
          UNTIL,
          cell(row, UNTIL),
          cell(row, UNIT) + " " + cell(row, TARGET));
    }
    return until;
  }

  /** The column that keeps a waiver from matching a finding; empty if it matches one. */
  private String unmatched(@Nullable ReportingUnit unit, @Nullable Target target, Table.Row row) {
    if (unit == null || units == null) {
      return UNIT;
    } else if (target == null || !target.evaluated()) {
      return TARGET;
    }
    boolean judged =
        unit.equals(units.area()) ? target.scope().area() : target.scope().covers(unit);
    if (!judged) {
      return UNIT;
    }
    return cell(row, PERIOD).isEmpty() || period(row, target).isPresent() ? "" : PERIOD;
  }

  private String cell(Table.Row row, String column) {
    return row.cell(table.column(column));
  }
}
