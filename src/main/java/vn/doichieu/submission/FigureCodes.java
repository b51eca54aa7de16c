package vn.doichieu.submission;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.submission.FigureSet.Slot;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.tabular.SheetCell;
import vn.doichieu.tabular.Table;

/** Finds what the codes of a row stand for, and tells of those that stand for nothing. */
final class FigureCodes {

  /** So many codes are compared in two seconds. A file of another area names none of the units. */
  private static final long MOST_COMPARED = 20_000_000;

  private final FigureSet figures;
  private final Plan plan;
  private final Table table;
  private final ProblemLog problems;
  private final int unitColumn;
  private final int itemColumn;
  private final int periodColumn;
  private @Nullable ReportingUnit lastUnit; // Most rows are about the unit of the row above.
  private BitSet lastAsked = new BitSet();
  private final Map<String, String> nearestUnits = new HashMap<>();

  FigureCodes(FigureSet figures, Table table, ProblemLog problems) {
    this.figures = figures;
    this.plan = figures.plan();
    this.table = table;
    this.problems = problems;
    unitColumn = table.column(FiguresReader.UNIT);
    itemColumn = table.column(FiguresReader.ITEM);
    periodColumn = table.column(FiguresReader.PERIOD);
  }

  /** Whether a column holds codes of figures. */
  boolean isCode(int column) {
    return column == unitColumn || column == itemColumn || column == periodColumn;
  }

  String periodText(Table.Row row) {
    return row.cell(periodColumn);
  }

  /** Where the row's figure goes; null if no target reads any such. */
  @Nullable Slot slot(Table.Row row) {
    return figures.slot(row.cell(itemColumn), row.cell(periodColumn));
  }

  /** What is asked of the unit that was found last, by the numbers of slots. */
  BitSet asked() {
    return lastAsked;
  }

  void reportUnused(Table.Row row, Item item) {
    addCause(Problem.Kind.FIGURE_UNUSED, row, periodColumn, periodText(row), item.code());
  }

  void reportNotAsked(Table.Row row, ReportingUnit unit, Item item) {
    addCause(Problem.Kind.FIGURE_NOT_ASKED, row, unitColumn, unit.code(), item.code());
  }

  /** Tells of a code that cannot be read, or is missing, in a workbook. */
  boolean areUnreadable(Table.Row row) {
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

  @Nullable ReportingUnit unit(ReportingUnits units, Table.Row row) {
    String code = row.cell(unitColumn);
    ReportingUnit last = lastUnit;
    if (last != null && last.code().equals(code)) {
      return last;
    }
    ReportingUnit unit = units.find(code);
    if (unit == null) {
      addCause(Problem.Kind.UNKNOWN_UNIT, row, unitColumn, code, nearest(units, code));
    } else {
      lastUnit = unit;
      lastAsked = figures.asked(unit);
    }
    return unit;
  }

  /** The code that was probably meant, while there are few enough of them to look for. */
  private String nearest(ReportingUnits units, String code) {
    String known = nearestUnits.get(code);
    if (known == null) {
      long compared = (long) nearestUnits.size() * units.size();
      known = compared > MOST_COMPARED ? "" : units.nearestTo(code);
      nearestUnits.put(code, known);
    }
    return known;
  }

  @Nullable Item item(Table.Row row) {
    String code = row.cell(itemColumn);
    Item item = plan.items().get(code);
    if (item == null) {
      String nearest = NearestWord.of(code, plan.items().keySet());
      addCause(Problem.Kind.UNKNOWN_ITEM, row, itemColumn, code, plan.id(), nearest);
    }
    return item;
  }

  @Nullable ReportingPeriod period(Table.Row row) {
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
    return table.header().get(column);
  }
}
