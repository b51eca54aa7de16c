package vn.doichieu.submission;

import java.util.ArrayList;
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

/** The figures of a folder, from however many files, and what the plan asks of each unit. */
final class FigureSet {

  private final Plan plan;
  private final @Nullable ReportingUnits units;
  private final Map<String, ReportingPeriod> periods = new HashMap<>();
  private final Map<Input, FigureColumn> columns = new HashMap<>();
  private final Set<Input> read = new HashSet<>();
  private final Map<Input, FigureColumn> kept = new HashMap<>();
  private final Map<String, Set<Input>> asked = new HashMap<>();
  private final List<SourceLocation> sources = new ArrayList<>();
  private final Map<SourceLocation, Integer> numbers = new HashMap<>();
  private final String known;

  /**
   * An empty set.
   *
   * @param units the units of the folder; null if they could not be read, so that files are only
   *     looked through for what would stop the check as well
   */
  FigureSet(Plan plan, @Nullable ReportingUnits units) {
    this.plan = plan;
    this.units = units;
    plan.targets().forEach(target -> inputs(target).forEach(read::add));
    plan.judged()
        .flatMap(this::inputs)
        .forEach(
            input -> {
              periods.put(input.period().text(), input.period());
              columns.computeIfAbsent(input, i -> newColumn());
            });
    known =
        read.stream()
            .map(input -> input.period().text())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
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

  /** Whether a target reads it under the reading chosen, not only under another one. */
  boolean isRead(Input input) {
    return read.contains(input);
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

  /**
   * Whether some target reads a figure of a unit, its own line's or the area's, be it under another
   * reading.
   */
  boolean asked(ReportingUnit unit, Input input) {
    ReportingUnits all = Objects.requireNonNull(units);
    String who =
        unit.equals(all.area()) ? "" : unit.kind() + " " + unit.role() + " " + unit.group();
    return asked.computeIfAbsent(who, key -> inputsOf(all, unit)).contains(input);
  }

  private Set<Input> inputsOf(ReportingUnits all, ReportingUnit unit) {
    Set<Input> inputs = new HashSet<>();
    plan.judged().forEach(target -> inputs.addAll(all.asked(plan, target, unit)));
    return inputs;
  }

  /** The number of a source: a file, a sheet and a column of it. The first has the number 0. */
  int source(String file, @Nullable String sheet, String column) {
    SourceLocation source = new SourceLocation(file, sheet, 0, column);
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
