package vn.doichieu.submission;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.FigureSet.Slot;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.tabular.SheetCell;
import vn.doichieu.tabular.Table;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Reads a table of figures into a set. What does not fit is an invalid figure with its place; only
 * the findings that need it are affected.
 */
final class FiguresReader {

  static final String VALUE = "value";
  static final String UNIT = "unit";
  static final String ITEM = "item";
  static final String PERIOD = "period";

  private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}");
  private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,9}\\s*%?");

  private final FigureSet figures;
  private final Plan plan;
  private final @Nullable ReportingUnits units;
  private final Table table;
  private final ProblemLog problems;
  private final PersonalData.Search personal;
  private final int unitColumn;
  private final int itemColumn;
  private final int periodColumn;
  private final int valueColumn;
  private @Nullable ReportingUnit lastUnit; // Most rows are about the unit of the row above.
  private BitSet lastAsked = new BitSet();
  private final Map<String, String> nearestUnits = new HashMap<>();
  private String sourceColumn = "";
  private int source;

  private FiguresReader(FigureSet figures, Table table) {
    this.figures = figures;
    this.plan = figures.plan();
    this.units = figures.units();
    this.table = table;
    this.problems = new ProblemLog(table);
    unitColumn = table.column(UNIT);
    itemColumn = table.column(ITEM);
    periodColumn = table.column(PERIOD);
    valueColumn = table.column(VALUE);
    personal = new PersonalData.Search(table, valueColumn);
  }

  /**
   * Reads all rows.
   *
   * @param problems receives what was left out and why
   * @throws UnreadableInput if the file is not a table of figures, or carries personal data
   */
  static void read(Table table, FigureSet figures, List<Problem> problems) {
    FiguresReader reader = new FiguresReader(figures, table);
    table.forEach(reader::add);
    List<Problem> refused = reader.personal.found();
    if (!refused.isEmpty()) {
      throw new UnreadableInput(refused);
    }
    reader.problems.addRemarks();
    problems.addAll(reader.problems.problems());
  }

  private void add(Table.Row row) {
    if (row.line() > FigureColumn.LAST_ROW) {
      throw new UnreadableInput(
          new Problem(
              Problem.Kind.TABLE_TOO_LONG,
              problems.place(row.line(), null),
              table.name(),
              Integer.toString(FigureColumn.LAST_ROW)));
    }
    personal.look(row);
    if (units == null) {
      return;
    }
    SheetCell cell = row.sheetCell(valueColumn);
    String text = row.cell(valueColumn);
    boolean blank =
        cell == null
            ? text.isEmpty() && !row.hasExtraCells()
            : cell.isBlank() || FigureValue.NOT_YET.matcher(text).matches();
    if (blank || hasUnreadableCode(row)) {
      return; // A blank value is the same as no row.
    }
    ReportingUnit unit = unit(units, row);
    Slot slot = figures.slot(row.cell(itemColumn), row.cell(periodColumn));
    if (slot == null) {
      addUnread(row, unit);
    } else if (unit == null) {
      return; // That it is unknown has been told.
    } else if (!slot.isRead()) { // Another reading of a sentence may still use it.
      addUnused(row, slot.item());
      put(row, slot.column(), unit, slot.item());
    } else if (lastAsked.get(slot.number())) {
      put(row, slot.column(), unit, slot.item());
    } else {
      addCause(Problem.Kind.FIGURE_NOT_ASKED, row, unitColumn, unit.code(), slot.item().code());
      keep(row, unit, slot.item());
    }
  }

  /** A figure that no target reads, be it for its item, its period or both. */
  private void addUnread(Table.Row row, @Nullable ReportingUnit unit) {
    Item item = item(row);
    if (period(row) != null && unit != null && item != null) {
      addUnused(row, item);
    }
    keep(row, unit, item);
  }

  private void addUnused(Table.Row row, Item item) {
    addCause(Problem.Kind.FIGURE_UNUSED, row, periodColumn, row.cell(periodColumn), item.code());
  }

  /** Keeps a figure that no target reads; that it is not used has been told. */
  private void keep(Table.Row row, @Nullable ReportingUnit unit, @Nullable Item item) {
    ReportingPeriod period = ReportingPeriod.parse(row.cell(periodColumn)).orElse(null);
    if (unit == null
        || item == null
        || period == null
        || period.cumulativeOrder() == 0
        || (item.type() != Item.Type.COUNT && item.type() != Item.Type.YES_NO)) {
      return;
    }
    FigureColumn column = figures.kept(new Input(item, period));
    int index = unit.index();
    if (!isMoved(row, item)
        && value(row, item) instanceof FigureValue.Fits fits
        && (column.state(index) == State.ABSENT
            || (column.state(index) == State.VALID && column.value(index) == fits.value()))) {
      column.put(index, State.VALID, fits.value(), source(row), row.line());
    } else {
      column.put(index, State.INVALID, 0, source(row), row.line());
    }
  }

  private FigureValue value(Table.Row row, Item item) {
    SheetCell cell = row.sheetCell(valueColumn);
    return cell == null
        ? FigureValue.read(item.type(), row.cell(valueColumn), plan.year())
        : FigureValue.read(item.type(), cell, plan.year());
  }

  private boolean isMoved(Table.Row row, Item item) {
    return row.hasExtraCells() || isSplitNumber(row, item);
  }

  private void put(Table.Row row, FigureColumn column, ReportingUnit unit, Item item) {
    if (isMoved(row, item)) {
      problems.add(Problem.Kind.WRONG_CELL_COUNT, row.line(), name(row, valueColumn), row.text());
      column.put(unit.index(), State.INVALID, 0, source(row), row.line());
      return;
    }
    FigureValue value = value(row, item);
    if (value instanceof FigureValue.Fits fits) {
      putValid(row, column, unit, item, fits.value());
    } else if (value instanceof FigureValue.Unfit unfit) {
      problems.add(
          unfit.why(),
          row.line(),
          name(row, valueColumn),
          row.cell(valueColumn),
          item.code(),
          Integer.toString(plan.year() - 1),
          Integer.toString(plan.year() + 2),
          FigureValue.meant(row.sheetCell(valueColumn)));
      column.put(unit.index(), State.INVALID, 0, source(row), row.line());
    }
  }

  /** Whether an unquoted "12,5" or "1,234" ran over into the next cell, which holds words. */
  private boolean isSplitNumber(Table.Row row, Item item) {
    int next = valueColumn + 1;
    String rest = row.cell(next);
    if (rest.isEmpty() || !isDigit(rest.charAt(0)) || !table.isSeparated()) {
      return false;
    }
    boolean words = next != unitColumn && next != itemColumn && next != periodColumn;
    return words
        && switch (item.type()) {
          case COUNT -> THOUSANDS.matcher(rest).matches();
          case RATE -> DECIMALS.matcher(rest).matches();
          case YES_NO, DATE -> false;
        };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void putValid(
      Table.Row row, FigureColumn column, ReportingUnit unit, Item item, long value) {
    int index = unit.index();
    switch (column.state(index)) {
      case ABSENT -> column.put(index, State.VALID, value, source(row), row.line());
      case VALID -> {
        if (column.value(index) != value) {
          problems.add(
              new Problem(
                      Problem.Kind.CONFLICTING_FIGURES,
                      problems.place(row.line(), name(row, valueColumn)),
                      row.cell(valueColumn),
                      unit.code(),
                      item.code(),
                      row.cell(periodColumn))
                  .against(
                      Objects.requireNonNull(FigureSet.place(column, index, figures.sources()))));
          column.put(index, State.INVALID, 0, source(row), row.line());
        }
      }
      case INVALID -> {
        // Its problem has been told.
      }
    }
  }

  /** The number of the present source, which in a list is the same for all rows. */
  private int source(Table.Row row) {
    String column = name(row, valueColumn);
    if (!column.equals(sourceColumn)) {
      sourceColumn = column;
      source = figures.source(table.name(), table.sheet(), column);
    }
    return source;
  }

  /** Tells of a code that cannot be read, or is missing, in a workbook. */
  private boolean hasUnreadableCode(Table.Row row) {
    return isUnreadableCode(row, itemColumn)
        || isUnreadableCode(row, periodColumn)
        || isUnreadableCode(row, unitColumn);
  }

  private boolean isUnreadableCode(Table.Row row, int column) {
    SheetCell cell = row.sheetCell(column);
    Problem.Kind why = cell == null ? null : unreadable(cell);
    if (why == null) {
      return false;
    }
    problems.add(why, row.lineOf(column), name(row, column), row.cell(column), name(column));
    return true;
  }

  private static Problem.@Nullable Kind unreadable(SheetCell code) {
    return switch (code.kind()) {
      case ERROR -> Problem.Kind.CELL_ERROR;
      case NO_VALUE -> Problem.Kind.FORMULA_WITHOUT_VALUE;
      case MERGED -> Problem.Kind.MERGED_CELLS;
      case NO_CODE -> Problem.Kind.VALUE_WITHOUT_CODE;
      case TEXT, GROUPED_TEXT, NUMBER, DATE -> null;
    };
  }

  private @Nullable ReportingUnit unit(ReportingUnits units, Table.Row row) {
    String code = row.cell(unitColumn);
    ReportingUnit last = lastUnit;
    if (last != null && last.code().equals(code)) {
      return last;
    }
    ReportingUnit unit = units.find(code);
    if (unit == null) {
      String nearest = nearestUnits.computeIfAbsent(code, units::nearestTo);
      addCause(Problem.Kind.UNKNOWN_UNIT, row, unitColumn, code, nearest);
    } else {
      lastUnit = unit;
      lastAsked = figures.asked(unit);
    }
    return unit;
  }

  private @Nullable Item item(Table.Row row) {
    String code = row.cell(itemColumn);
    Item item = plan.items().get(code);
    if (item == null) {
      String nearest = NearestWord.of(code, plan.items().keySet());
      addCause(Problem.Kind.UNKNOWN_ITEM, row, itemColumn, code, plan.id(), nearest);
    }
    return item;
  }

  private @Nullable ReportingPeriod period(Table.Row row) {
    String text = row.cell(periodColumn);
    ReportingPeriod period = figures.period(text);
    if (period == null) {
      addCause(Problem.Kind.UNKNOWN_PERIOD, row, periodColumn, text, figures.knownPeriods());
    }
    return period;
  }

  private void addCause(
      Problem.Kind kind, Table.Row row, int column, String read, String... arguments) {
    problems.addCause(kind, row.lineOf(column), name(row, column), read, arguments);
  }

  /** A column as places name it: its letters in a form, its header in a list. */
  private String name(Table.Row row, int column) {
    String letters = row.letters(column);
    return letters == null ? name(column) : letters;
  }

  private String name(int column) {
    return column == valueColumn ? VALUE : table.header().get(column);
  }
}
