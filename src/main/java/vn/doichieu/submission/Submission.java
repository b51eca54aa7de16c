package vn.doichieu.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.domain.WaiverRow;
import vn.doichieu.domain.Warning.Explanation;
import vn.doichieu.domain.Warning.Subject;
import vn.doichieu.tabular.Table;

/** One set of submitted figures, with its units, its waivers and what could not be used of it. */
public final class Submission {

  /** The columns that a table of waivers has to have; it may have {@code period} besides. */
  public static final List<String> WAIVER_COLUMNS = WaiversReader.COLUMNS;

  /** The columns that a table of explanations has to have. */
  public static final List<String> EXPLANATION_COLUMNS = ExplanationsReader.COLUMNS;

  private final ReportingUnits units;
  private final Map<Input, FigureColumn> columns;
  private final Map<Input, FigureColumn> kept;
  private final Map<String, Map<ReportingUnit, List<Waiver>>> waivers = new HashMap<>();
  private final List<WaiverRow> waiverRows;
  private final Map<Subject, Explanation> explanations;
  private final List<Problem> problems;
  private final List<SourceLocation> sources;

  Submission(
      ReportingUnits units,
      FigureSet figures,
      Map<WaiverKey, List<Waiver>> waivers,
      List<WaiverRow> waiverRows,
      Map<Subject, Explanation> explanations,
      List<Problem> problems) {
    this.units = units;
    this.columns = figures.columns();
    this.kept = figures.kept();
    waivers.forEach(
        (key, granted) ->
            this.waivers
                .computeIfAbsent(key.target(), target -> new HashMap<>())
                .put(key.unit(), granted));
    this.waiverRows = List.copyOf(waiverRows);
    this.explanations = explanations;
    this.problems = List.copyOf(problems);
    this.sources = List.copyOf(figures.sources());
  }

  /**
   * What counts of several deliveries, with the problems that are left of them. A later layer
   * supersedes an earlier one figure by figure; a figure keeps the place in the delivery that it
   * counts from. A problem goes with the figures that it is about, once none of them counts.
   *
   * @param unitProblems what the reader of the units told
   * @param layers the oldest first; all read against the very plan and units given here
   * @param waivers with the {@link #WAIVER_COLUMNS}
   * @param explanations with the {@link #EXPLANATION_COLUMNS}
   * @throws vn.doichieu.tabular.UnreadableInput if a table carries personal data
   * @throws IllegalArgumentException for a layer read against another plan or other units
   */
  public static Submission of(
      Plan plan,
      ReportingUnits units,
      List<Problem> unitProblems,
      List<Delivery.Layer> layers,
      Table waivers,
      Table explanations) {
    List<Problem> problems = new ArrayList<>(unitProblems);
    FigureSet figures = Layering.of(plan, units, layers, problems);
    List<WaiverRow> rows = new ArrayList<>();
    Map<WaiverKey, List<Waiver>> granted = WaiversReader.read(waivers, plan, units, rows, problems);
    Map<Subject, Explanation> explained = ExplanationsReader.read(explanations, units, problems);
    problems.addAll(UnitRemarks.of(plan, units));
    problems.sort(Problem.BY_PLACE);
    return new Submission(units, figures, granted, rows, explained, problems);
  }

  /** The same without its waivers. */
  private Submission(Submission other) {
    this.units = other.units;
    this.columns = other.columns;
    this.kept = other.kept;
    this.waiverRows = other.waiverRows;
    this.explanations = other.explanations;
    this.problems = other.problems;
    this.sources = other.sources;
  }

  /** The same as if no waiver had been granted: what findings would have been without them. */
  public Submission withoutWaivers() {
    return new Submission(this);
  }

  public ReportingUnits units() {
    return units;
  }

  public List<Problem> problems() {
    return problems;
  }

  /** The figures of all units for an item and period that some target of the plan reads. */
  public FigureColumn column(Item item, ReportingPeriod period) {
    FigureColumn column = columns.get(new Input(item, period));
    if (column == null) {
      throw new IllegalArgumentException("no target reads " + item.code() + " in " + period);
    }
    return column;
  }

  /** Every item and period that a target reads, or that some unit gave besides. */
  public Set<Input> given() {
    Set<Input> given = new HashSet<>(columns.keySet());
    given.addAll(kept.keySet());
    return given;
  }

  /**
   * What units gave for an item and period: the column that targets read, and the one of figures
   * that no target asks of their units. A unit has its figure in one of them at most.
   */
  public List<FigureColumn> columns(Input input) {
    return Stream.of(columns, kept).map(map -> map.get(input)).filter(Objects::nonNull).toList();
  }

  /** What units said of figures that contradict one another, by what it answers. */
  public Map<Subject, Explanation> explanations() {
    return explanations;
  }

  /** One figure with its place. */
  public Figure figure(ReportingUnit unit, Input input) {
    return figures(input).apply(unit);
  }

  /** The figures of an item and period with their places, unit by unit. */
  public Function<ReportingUnit, Figure> figures(Input input) {
    List<FigureColumn> given = columns(input);
    FigureColumn read = columns.get(input);
    return unit -> {
      for (FigureColumn column : given) {
        if (column.state(unit.index()) != Figure.State.ABSENT) {
          return figure(unit, input, column);
        }
      }
      return figure(unit, input, read == null ? column(input.item(), input.period()) : read);
    };
  }

  private Figure figure(ReportingUnit unit, Input input, FigureColumn column) {
    return new Figure(
        unit,
        input.item(),
        input.period(),
        column.state(unit.index()),
        column.value(unit.index()),
        FigureSet.place(column, unit.index(), sources));
  }

  /** The valid waivers for a unit, target and period, whether in force or lapsed. */
  public List<Waiver> waivers(ReportingUnit unit, Target target, ReportingPeriod period) {
    return waivers(target).getOrDefault(unit, List.of()).stream()
        .filter(w -> w.period() == null || w.period().equals(period))
        .toList();
  }

  /** The valid waivers for a target by unit, for any period, whether in force or lapsed. */
  public Map<ReportingUnit, List<Waiver>> waivers(Target target) {
    return waivers.getOrDefault(target.id(), Map.of());
  }

  /** Every row of the waivers, those without effect too, in the order of their file. */
  public List<WaiverRow> waiverRows() {
    return waiverRows;
  }

  /** What a waiver is for. */
  record WaiverKey(ReportingUnit unit, String target) {}
}
