package vn.doichieu.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
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
  private final Map<Input, FigureColumn> kept;
  private final Set<Input> read = new HashSet<>();
  private final Map<String, Set<Input>> asked = new HashMap<>();
  private final String known;
  private final int unitColumn;
  private final int itemColumn;
  private final int periodColumn;
  private final int valueColumn;

  private FiguresReader(
      Plan plan, @Nullable ReportingUnits units, CsvTable table, Map<Input, FigureColumn> kept) {
    this.plan = plan;
    this.units = units;
    this.table = table;
    this.kept = kept;
    this.problems = ProblemLog.withRemarksOn(table);
    this.personal = new ProblemLog(table);
    unitColumn = table.column(UNIT);
    itemColumn = table.column(ITEM);
    periodColumn = table.column(PERIOD);
    valueColumn = table.column(VALUE);
    plan.targets().forEach(target -> inputs(target).forEach(read::add));
    plan.judged()
        .flatMap(this::inputs)
        .forEach(
            input -> {
              periods.put(input.period().text(), input.period());
              columns.computeIfAbsent(
                  input, i -> new FigureColumn(units == null ? 0 : units.size()));
            });
    known =
        read.stream()
            .map(input -> input.period().text())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private Stream<Input> inputs(Target target) {
    return target.periods().stream().flatMap(period -> inputs(target, period).stream());
  }

  /**
   * Reads all rows.
   *
   * @param units the units of the folder; null if they could not be read, so that the rows are only
   *     looked through for what would stop the check as well
   * @param kept receives the counts and answers that no target reads, of periods that run from
   *     January: figures can contradict one another that no target holds together
   * @param problems receives what was left out and why
   * @throws UnreadableInput if the file is not a table of figures, or carries personal data
   */
  static Map<Input, FigureColumn> read(
      Path file,
      Plan plan,
      @Nullable ReportingUnits units,
      Map<Input, FigureColumn> kept,
      List<Problem> problems) {
    try (CsvTable table = CsvTable.open(file, List.of(UNIT, ITEM, PERIOD, VALUE))) {
      FiguresReader reader = new FiguresReader(plan, units, table, kept);
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
      keep(units, row, unit, item, text);
      return;
    }
    Input input = new Input(item, period);
    boolean used = read.contains(input);
    if (!used) {
      problems.addCause(Problem.Kind.FIGURE_UNUSED, row.line(), PERIOD, period.text(), item.code());
    } else if (!asked(units, unit, input)) {
      problems.addCause(Problem.Kind.FIGURE_NOT_ASKED, row.line(), UNIT, unit.code(), item.code());
      keep(units, row, unit, item, text);
      return;
    }
    FigureColumn column = columns.get(input);
    if (column != null) { // Another reading of a sentence may still use it.
      put(row, column, unit, item, text);
    } else {
      keep(units, row, unit, item, text);
    }
  }

  /** What a target reads for a period, and the rates of it that may be published. */
  private List<Input> inputs(Target target, ReportingPeriod period) {
    List<Input> inputs = new ArrayList<>(target.inputs(period));
    for (Item item : plan.items().values()) {
      if (item.type() == Item.Type.RATE && item.rateOf().equals(target.id())) {
        inputs.add(new Input(item, period));
      }
    }
    return inputs;
  }

  /** Keeps a figure that no target reads; that it is not used has been told. */
  private void keep(
      ReportingUnits units,
      CsvTable.Row row,
      @Nullable ReportingUnit unit,
      @Nullable Item item,
      String text) {
    ReportingPeriod period = ReportingPeriod.parse(row.cell(periodColumn)).orElse(null);
    if (unit == null
        || item == null
        || period == null
        || period.cumulativeOrder() == 0
        || (item.type() != Item.Type.COUNT && item.type() != Item.Type.YES_NO)) {
      return;
    }
    FigureColumn column =
        kept.computeIfAbsent(new Input(item, period), i -> new FigureColumn(units.size()));
    int index = unit.index();
    boolean split = row.hasExtraCells() || isSplitNumber(row, item);
    if (!split
        && FigureValue.read(item.type(), text, plan.year()) instanceof FigureValue.Fits fits
        && (column.state(index) == State.ABSENT
            || (column.state(index) == State.VALID && column.value(index) == fits.value()))) {
      column.put(index, State.VALID, fits.value(), row.line());
    } else {
      column.put(index, State.INVALID, 0, row.line());
    }
  }

  /**
   * Whether some target reads a figure of a unit, its own line's or the area's, be it under another
   * reading.
   */
  private boolean asked(ReportingUnits units, ReportingUnit unit, Input input) {
    boolean area = unit.equals(units.area());
    String who = area ? "" : unit.kind() + " " + unit.role();
    return asked.computeIfAbsent(who, key -> inputsOf(unit, area)).contains(input);
  }

  private Set<Input> inputsOf(ReportingUnit unit, boolean area) {
    Set<Input> inputs = new HashSet<>();
    for (Target target : plan.judged().toList()) {
      if (area ? target.scope().area() : target.scope().covers(unit)) {
        boolean membersAnswer = area && target.criterion() instanceof Criterion.ShareOfUnits;
        for (ReportingPeriod period : target.periods()) {
          List<Input> read = inputs(target, period);
          if (membersAnswer) { // Of its own the area gives the condition only.
            read.removeAll(target.criterion().inputs(period));
          }
          inputs.addAll(read);
        }
      }
    }
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
    String rest =
        switch (item.type()) {
          case COUNT -> "[0-9]{1,3}";
          case RATE -> "[0-9]{1,9}\\s*%?";
          default -> "";
        };
    return !rest.isEmpty() && words && row.cell(next).matches(rest);
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
