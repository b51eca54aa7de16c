package vn.doichieu.submission;

import java.util.List;
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
  private final FigureCodes codes;
  private final int valueColumn;
  private String sourceColumn = "";
  private int source;

  private FiguresReader(FigureSet figures, Table table) {
    this.figures = figures;
    this.plan = figures.plan();
    this.units = figures.units();
    this.table = table;
    this.problems = new ProblemLog(table);
    codes = new FigureCodes(figures, table, problems);
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
    if (blank || codes.areUnreadable(row)) {
      return; // A blank value is the same as no row.
    }
    ReportingUnit unit = codes.unit(units, row);
    Slot slot = codes.slot(row);
    if (slot == null) {
      Item item = codes.item(row);
      if (codes.period(row) != null && unit != null && item != null) {
        codes.reportUnused(row, item);
      }
      keep(row, unit, item);
    } else if (unit != null && !slot.isRead()) { // Another reading of a sentence may still use it.
      codes.reportUnused(row, slot.input().item());
      put(row, slot, unit);
    } else if (unit != null && codes.asked().get(slot.number())) {
      put(row, slot, unit);
    } else if (unit != null) {
      codes.reportNotAsked(row, unit, slot.input().item());
      keep(row, unit, slot.input().item());
    }
  }

  /** Keeps a figure that no target reads; that it is not used has been told. */
  private void keep(Table.Row row, @Nullable ReportingUnit unit, @Nullable Item item) {
    ReportingPeriod period = ReportingPeriod.parse(codes.periodText(row)).orElse(null);
    if (unit == null
        || item == null
        || period == null
        || period.cumulativeOrder() == 0
        || (item.type() != Item.Type.COUNT && item.type() != Item.Type.YES_NO)) {
      return;
    }
    Input input = new Input(item, period);
    figures.note(row, table, name(row, valueColumn), unit, input);
    FigureColumn column = figures.kept(input);
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

  private void put(Table.Row row, Slot slot, ReportingUnit unit) {
    FigureColumn column = slot.column();
    Item item = slot.input().item();
    figures.note(row, table, name(row, valueColumn), unit, slot.input());
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
    return !codes.isCode(next)
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
                      codes.periodText(row))
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

  /** The column of values as places name it: its letters in a form, its header in a list. */
  private static String name(Table.Row row, int column) {
    String letters = row.letters(column);
    return letters == null ? VALUE : letters;
  }
}
