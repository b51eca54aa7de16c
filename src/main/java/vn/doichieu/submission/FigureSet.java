package vn.doichieu.submission;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.tabular.Table;

/** The figures of a folder, from however many files, and what the plan asks of each unit. */
final class FigureSet {

  private final Plan plan;
  private final @Nullable ReportingUnits units;
  private final Map<String, ReportingPeriod> periods = new HashMap<>();
  private final Map<Input, FigureColumn> columns = new HashMap<>();
  private final Map<String, Map<String, Slot>> slots = new HashMap<>();
  private final Set<Input> read = new HashSet<>();
  private final Map<Input, FigureColumn> kept = new HashMap<>();
  private final @Nullable AskedFigures asked;
  private final List<SourceLocation> sources = new ArrayList<>();
  private final Map<SourceLocation, Integer> numbers = new HashMap<>();
  private final String known;
  private final @Nullable List<Noted> noted;

  /**
   * A row that gave a figure, be it one that is not the first to do so.
   *
   * @param place with the column of its value
   */
  record Noted(SourceLocation place, ReportingUnit unit, Input input) {}

  /**
   * Where the figures of an item and period go.
   *
   * @param number its place among all slots
   * @param isRead whether a target reads it under the reading chosen, not only under another one
   */
  record Slot(int number, Input input, FigureColumn column, boolean isRead) {}

  /**
   * An empty set.
   *
   * @param units the units of the folder; null if they could not be read, so that files are only
   *     looked through for what would stop the check as well
   */
  FigureSet(Plan plan, @Nullable ReportingUnits units) {
    this(plan, units, null);
  }

  private FigureSet(Plan plan, @Nullable ReportingUnits units, @Nullable List<Noted> noted) {
    this.noted = noted;
    this.plan = plan;
    this.units = units;
    plan.targets().forEach(target -> inputs(target).forEach(read::add));
    plan.judged()
        .flatMap(this::inputs)
        .forEach(
            input -> {
              periods.put(input.period().text(), input.period());
              slots
                  .computeIfAbsent(input.item().code(), code -> new HashMap<>())
                  .computeIfAbsent(input.period().text(), text -> slot(input));
            });
    asked = units == null ? null : new AskedFigures(plan, units, this);
    known =
        read.stream()
            .map(input -> input.period().text())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
  }

  /** An empty set that takes note of every row that gives a figure. */
  static FigureSet noting(Plan plan, ReportingUnits units) {
    return new FigureSet(plan, units, new ArrayList<>());
  }

  /** Takes note of a row that gives a figure, where that is wanted. */
  void note(Table.Row row, Table table, String column, ReportingUnit unit, Input input) {
    if (noted != null) {
      noted.add(
          new Noted(
              new SourceLocation(table.name(), table.sheet(), row.line(), column), unit, input));
    }
  }

  /** The rows that gave figures, in the order they were read; none unless they were noted. */
  List<Noted> noted() {
    return noted == null ? List.of() : noted;
  }

  private Slot slot(Input input) {
    FigureColumn column = newColumn();
    columns.put(input, column);
    return new Slot(columns.size() - 1, input, column, read.contains(input));
  }

  /** The slot of an item and period, by their texts; null if no target reads it at all. */
  @Nullable Slot slot(String item, String period) {
    Map<String, Slot> ofItem = slots.get(item);
    return ofItem == null ? null : ofItem.get(period);
  }

  /** The slots whose figures count for a unit if it gives them. */
  Stream<Slot> slots(ReportingUnit unit) {
    BitSet of = asked(unit);
    return slots.values().stream()
        .flatMap(ofItem -> ofItem.values().stream())
        .filter(slot -> !slot.isRead() || of.get(slot.number()));
  }

  private FigureColumn newColumn() {
    return new FigureColumn(units == null ? 0 : units.size());
  }

  private Stream<Input> inputs(Target target) {
    return target.periods().stream().flatMap(period -> plan.inputs(target, period).stream());
  }

  Plan plan() {
    return plan;
  }

  @Nullable ReportingUnits units() {
    return units;
  }

  /** The period of a text; null if the plan uses none such. */
  @Nullable ReportingPeriod period(String text) {
    return periods.get(text);
  }

  /** All periods that the plan uses, in words. */
  String knownPeriods() {
    return known;
  }

  Map<Input, FigureColumn> columns() {
    return columns;
  }

  /**
   * The counts and answers that no target reads, of periods that run from January: figures can
   * contradict one another that no target holds together.
   */
  Map<Input, FigureColumn> kept() {
    return kept;
  }

  FigureColumn kept(Input input) {
    return kept.computeIfAbsent(input, i -> newColumn());
  }

  /** For every slot by its number, whether some target asks a unit for its figure. */
  BitSet asked(ReportingUnit unit) {
    return Objects.requireNonNull(asked).of(unit);
  }

  /** The number of a source: a file, a sheet and a column of it. The first has the number 0. */
  int source(String file, @Nullable String sheet, String column) {
    return source(new SourceLocation(file, sheet, 0, column));
  }

  /** The number of a source of this or another set. */
  int source(SourceLocation source) {
    return numbers.computeIfAbsent(
        source,
        place -> {
          sources.add(place);
          return sources.size() - 1;
        });
  }

  List<SourceLocation> sources() {
    return sources;
  }

  /** Where a figure was first read; null if it is absent. */
  static @Nullable SourceLocation place(
      FigureColumn column, int unit, List<SourceLocation> sources) {
    if (column.row(unit) == 0) {
      return null;
    }
    SourceLocation source = sources.get(column.source(unit));
    return new SourceLocation(source.file(), source.sheet(), column.row(unit), source.column());
  }
}
