package vn.doichieu.submission;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Reads {@code figures.csv} into columns. What does not fit is an invalid figure with its place;
 * only the findings that need it are affected.
 */
final class FiguresReader {

  static final String VALUE = "value";
  private static final String UNIT = "unit";
  private static final String ITEM = "item";
  private static final String PERIOD = "period";

  private final Plan plan;
  private final @Nullable ReportingUnits units;
  private final CsvTable table;
  private final ProblemLog problems;
  private final ProblemLog personal;
  private final Map<String, ReportingPeriod> periods = new HashMap<>();
  private final Map<Input, FigureColumn> columns = new HashMap<>();
  private final Map<String, Set<Input>> asked = new HashMap<>();
  private final String known;
  private final int unitColumn;
  private final int itemColumn;
  private final int periodColumn;
  private final int valueColumn;

  private FiguresReader(Plan plan, @Nullable ReportingUnits units, CsvTable table) {
    this.plan = plan;
    this.units = units;
    this.table = table;
    this.problems = ProblemLog.withRemarksOn(table);
    this.personal = new ProblemLog(table);
    unitColumn = table.column(UNIT);
    itemColumn = table.column(ITEM);
    periodColumn = table.column(PERIOD);
    valueColumn = table.column(VALUE);
    for (Target target : plan.targets()) {
      for (ReportingPeriod period : target.periods()) {
        for (Input input : target.inputs(period)) {
          periods.put(input.period().text(), input.period());
          columns.computeIfAbsent(input, i -> new FigureColumn(units == null ? 0 : units.size()));
        }
      }
    }
    known = String.join(", ", new TreeSet<>(periods.keySet()));
  }

  /**
   * Reads all rows.
   *
   * @param units the units of the folder; null if they could not be read, so that the rows are only
   *     looked through for what would stop the check as well
   * @param problems receives what was left out and why
   * @throws UnreadableInput if the file is not a table of figures, or carries personal data
   */
  static Map<Input, FigureColumn> read(
      Path file, Plan plan, @Nullable ReportingUnits units, List<Problem> problems) {
    try (CsvTable table = CsvTable.open(file, List.of(UNIT, ITEM, PERIOD, VALUE))) {
      FiguresReader reader = new FiguresReader(plan, units, table);
      reader.checkHeader();
      table.forEach(reader::add);
      List<Problem> refused = reader.personal.problems();
      if (!refused.isEmpty()) {
        throw new UnreadableInput(refused);
      }
      problems.addAll(reader.problems.problems());
      return reader.columns;
    }
  }

  private void checkHeader() {
    for (String column : table.header()) {
      if (PersonalData.isColumn(column)) {
        personal.add(Problem.Kind.PERSONAL_COLUMN, table.headerRow(), column, column);
      }
    }
  }

  private void add(CsvTable.Row row) {
    checkPersonalData(row);
    String text = row.cell(valueColumn);
    if (units == null || (text.isEmpty() && !row.hasExtraCells())) {
      return; // A blank value is the same as no row.
    }
    ReportingUnit unit = unit(units, row);
    Item item = item(row);
    ReportingPeriod period = period(row);
    if (unit == null || item == null || period == null) {
      return;
    }
    FigureColumn column = columns.get(new Input(item, period));
    if (column == null) {
      problems.addCause(Problem.Kind.FIGURE_UNUSED, row.line(), PERIOD, period.text(), item.code());
      return;
    }
    if (!asked(units, unit, new Input(item, period))) {
      problems.addCause(Problem.Kind.FIGURE_NOT_ASKED, row.line(), UNIT, unit.code(), item.code());
      return;
    }
    put(row, column, unit, item, text);
  }

  /** Whether some target reads a figure of a unit: its own line's, or the area's. */
  private boolean asked(ReportingUnits units, ReportingUnit unit, Input input) {
    boolean area = unit.equals(units.area());
    String who = area ? "" : unit.kind() + " " + unit.role();
    return asked.computeIfAbsent(who, key -> inputsOf(units, unit)).contains(input);
  }

  private Set<Input> inputsOf(ReportingUnits units, ReportingUnit unit) {
    Set<Input> inputs = new HashSet<>();
    plan.targets().forEach(target -> inputs.addAll(units.asked(target, unit)));
    return inputs;
  }

  private void put(
      CsvTable.Row row, FigureColumn column, ReportingUnit unit, Item item, String text) {
    int index = unit.index();
    if (row.hasExtraCells() || isSplitNumber(row, item)) {
      problems.add(Problem.Kind.WRONG_CELL_COUNT, row.line(), VALUE, row.text());
      column.put(index, State.INVALID, 0, row.line());
      return;
    }
    FigureValue value = FigureValue.read(item.type(), text, plan.year());
    if (value instanceof FigureValue.Fits fits) {
      putValid(row, column, unit, item, text, fits.value());
    } else if (value instanceof FigureValue.Unfit unfit) {
      problems.add(
          unfit.why(),
          row.line(),
          VALUE,
          text,
          item.code(),
          Integer.toString(plan.year() - 1),
          Integer.toString(plan.year() + 2));
      column.put(index, State.INVALID, 0, row.line());
    }
  }

  /** Whether an unquoted "12,5" or "1,234" ran over into the next cell, which holds words. */
  private boolean isSplitNumber(CsvTable.Row row, Item item) {
    int next = valueColumn + 1;
    boolean words = next != unitColumn && next != itemColumn && next != periodColumn;
    return item.type() == Item.Type.COUNT && words && row.cell(next).matches("[0-9]{1,3}");
  }

  private void putValid(
      CsvTable.Row row,
      FigureColumn column,
      ReportingUnit unit,
      Item item,
      String text,
      long value) {
    int index = unit.index();
    switch (column.state(index)) {
      case ABSENT -> column.put(index, State.VALID, value, row.line());
      case VALID -> {
        if (column.value(index) != value) {
          problems.add(
              Problem.Kind.CONFLICTING_FIGURES,
              row.line(),
              VALUE,
              text,
              unit.code(),
              item.code(),
              row.cell(periodColumn),
              Integer.toString(column.row(index)));
          column.put(index, State.INVALID, 0, row.line());
        }
      }
      case INVALID -> {
        // Its problem has been told.
      }
    }
  }

  private @Nullable ReportingUnit unit(ReportingUnits units, CsvTable.Row row) {
    String code = row.cell(unitColumn);
    ReportingUnit unit = units.find(code);
    if (unit == null) {
      problems.addCause(Problem.Kind.UNKNOWN_UNIT, row.line(), UNIT, code, units.nearestTo(code));
    }
    return unit;
  }

  private @Nullable Item item(CsvTable.Row row) {
    String code = row.cell(itemColumn);
    Item item = plan.items().get(code);
    if (item == null) {
      problems.addCause(
          Problem.Kind.UNKNOWN_ITEM,
          row.line(),
          ITEM,
          code,
          plan.id(),
          NearestWord.of(code, plan.items().keySet()));
    }
    return item;
  }

  private @Nullable ReportingPeriod period(CsvTable.Row row) {
    String text = row.cell(periodColumn);
    ReportingPeriod period = periods.get(text);
    if (period == null) {
      problems.addCause(Problem.Kind.UNKNOWN_PERIOD, row.line(), PERIOD, text, known);
      return null;
    }
    return period;
  }

  /** Looks at every cell, also beyond the last column, before anything of the row is repeated. */
  private void checkPersonalData(CsvTable.Row row) {
    int columns = table.header().size();
    for (int i = 0; i < row.cells(); i++) {
      String cell = row.cell(i);
      boolean extra = i >= columns;
      if (PersonalData.isNumber(cell)
          || ((extra || i == valueColumn) && PersonalData.isName(cell))) {
        String column = extra ? VALUE : table.header().get(i);
        personal.addCause(Problem.Kind.PERSONAL_VALUE, row.line(), column, null);
      }
    }
  }
}
