package vn.doichieu.consistency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.fence.Fact;
import vn.doichieu.submission.FigureColumn;
import vn.doichieu.submission.Submission;

/** Makes the facts of one unit after another: its figures and its reports. */
final class UnitFacts {

  private final Plan plan;
  private final ReportingUnit area;
  private final long asOf;
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Set<Input>> asked = new HashMap<>();

  /**
   * Where the figures of an item and period come from.
   *
   * @param columns what targets read, and what was given besides; a unit has it in one of them
   * @param total the place of its total among the sources; -1 if there is none
   * @param before the places of the same item in the periods before it, the latest first
   */
  private record Source(Input input, List<FigureColumn> columns, int total, List<Integer> before) {

    @Nullable FigureColumn of(ReportingUnit unit) {
      for (FigureColumn column : columns) {
        if (column.state(unit.index()) != State.ABSENT) {
          return column;
        }
      }
      return null;
    }
  }

  UnitFacts(Plan plan, Submission submission, LocalDate asOf) {
    this.plan = plan;
    this.area = submission.units().area();
    this.asOf = asOf.toEpochDay();
    // Those before and the totals first: a fact is made of others that are there already.
    List<Input> inputs =
        submission.given().stream()
            .sorted(
                Comparator.comparingInt((Input input) -> depth(input.item()))
                    .thenComparing(input -> input.item().code())
                    .thenComparing(input -> input.period().year())
                    .thenComparing(input -> input.period().cumulativeOrder())
                    .thenComparing(Input::period))
            .toList();
    Map<Input, Integer> places = new HashMap<>();
    for (Input input : inputs) {
      Item total = plan.items().get(input.item().partOf());
      int totalAt = total == null ? -1 : places.getOrDefault(new Input(total, input.period()), -1);
      sources.add(new Source(input, submission.columns(input), totalAt, before(input)));
      places.put(input, places.size());
    }
  }

  /** How many totals stand above an item; a circle of parts ends at the number of items. */
  private int depth(Item item) {
    int depth = 0;
    Item above = plan.items().get(item.partOf());
    while (above != null && depth < plan.items().size()) {
      above = plan.items().get(above.partOf());
      depth++;
    }
    return depth;
  }

  /** The places of the same count in the periods before, which were sorted to stand before it. */
  private List<Integer> before(Input input) {
    List<Integer> places = new ArrayList<>();
    boolean cumulative =
        input.period().cumulativeOrder() > 0 && input.item().type() == Item.Type.COUNT;
    for (int i = sources.size() - 1; cumulative && i >= 0; i--) {
      Input other = sources.get(i).input();
      if (!other.item().equals(input.item())) {
        break;
      }
      if (other.period().cumulativeOrder() > 0 && other.period().year() == input.period().year()) {
        places.add(i);
      }
    }
    return places;
  }

  /** Adds the facts of a unit. */
  void addTo(List<Fact> facts, ReportingUnit unit) {
    @Nullable SubmittedFigure[] figures = new SubmittedFigure[sources.size()];
    List<Input> given = new ArrayList<>();
    List<Input> reports = new ArrayList<>();
    for (int i = 0; i < figures.length; i++) {
      Source source = sources.get(i);
      FigureColumn column = source.of(unit);
      if (column == null) {
        continue;
      }
      Input input = source.input();
      boolean valid = column.state(unit.index()) == State.VALID;
      if (input.item().code().equals(Criterion.Deadline.REPORT)) {
        if (valid && column.value(unit.index()) <= asOf) { // Else it has not come yet.
          reports.add(input);
        }
        continue;
      }
      given.add(input);
      boolean compared =
          input.item().type() == Item.Type.COUNT || input.item().type() == Item.Type.YES_NO;
      if (valid && compared) {
        figures[i] = figure(unit, source, column.value(unit.index()), figures);
        facts.add(figures[i]);
      }
    }
    for (Input report : reports) {
      facts.add(
          new SubmittedReport(
              unit, report, count(asked(unit), report.period()), count(given, report.period())));
    }
  }

  /** A figure of a unit. */
  SubmittedFigure figure(ReportingUnit unit, Input input, long value) {
    return new SubmittedFigure(unit, unit.equals(area) ? "" : area.code(), input, value);
  }

  private SubmittedFigure figure(
      ReportingUnit unit, Source source, long value, @Nullable SubmittedFigure[] figures) {
    SubmittedFigure figure = figure(unit, source.input(), value);
    SubmittedFigure total = source.total() < 0 ? null : figures[source.total()];
    if (total != null) {
      figure.isPartOf(total);
    }
    for (int place : source.before()) {
      SubmittedFigure before = figures[place];
      if (before != null) {
        figure.follows(before);
        break;
      }
    }
    return figure;
  }

  /**
   * How many figures are for a report's period; or, once the year is over, for the plan's year,
   * where the period runs from January.
   */
  private int count(Iterable<Input> inputs, ReportingPeriod period) {
    ReportingPeriod year = ReportingPeriod.year(plan.year());
    boolean yearIsOver = asOf >= LocalDate.of(plan.year() + 1, 1, 1).toEpochDay();
    int count = 0;
    for (Input input : inputs) {
      boolean ofYear = yearIsOver && period.cumulativeOrder() > 0 && input.period().equals(year);
      count += ofYear || input.period().equals(period) ? 1 : 0;
    }
    return count;
  }

  /** What targets read of a unit besides the dates of its reports. */
  private Set<Input> asked(ReportingUnit unit) {
    boolean isArea = unit.equals(area);
    String who = isArea ? "" : unit.kind() + " " + unit.role();
    return asked.computeIfAbsent(who, key -> askedOf(unit, isArea));
  }

  private Set<Input> askedOf(ReportingUnit unit, boolean isArea) {
    Set<Input> inputs = new HashSet<>();
    for (Target target : plan.targets()) {
      if (isArea ? target.scope().area() : target.scope().covers(unit)) {
        target.periods().forEach(period -> inputs.addAll(target.inputs(period)));
      }
    }
    inputs.removeIf(input -> input.item().code().equals(Criterion.Deadline.REPORT));
    return inputs;
  }
}
