package vn.doichieu.consistency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.doichieu.submission.FigureColumn;
import vn.doichieu.submission.Submission;

/** Where the figures of all units come from, and which of them belong together. */
final class Sources {

  private static final int[] NONE = {};

  private final Plan plan;
  private final ReportingUnit area;
  private final long asOf;
  private final List<Source> all = new ArrayList<>();
  private final Map<Who, int[]> asked = new HashMap<>();

  /** Units of whom targets ask the same. */
  private record Who(boolean isArea, ReportingUnit.Kind kind, @Nullable String role, String group) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Who who
          && who.isArea == isArea
          && who.kind == kind
          && Objects.equals(who.role, role)
          && who.group.equals(group);
    }

    @Override
    public int hashCode() {
      return kind.hashCode() + (role == null ? 0 : role.hashCode());
    }
  }

  /**
   * Where the figures of an item and period come from.
   *
   * @param place its place among the sources
   * @param column what targets read, or what was given besides; a unit has it in one of them
   * @param other the second of them; null if there is one only
   * @param total the place of its total; -1 if there is none
   * @param before the places of the same item in the periods before it, the latest first
   * @param compared whether rules look at the figures one by one: counts, and yes and no
   * @param isReport whether it is the date of a report
   * @param counted of the date of a report: the places of the figures that come with it
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and read for each unit.
  record Source(
      Input input,
      int place,
      FigureColumn column,
      @Nullable FigureColumn other,
      int total,
      int[] before,
      boolean compared,
      boolean isReport,
      int[] counted) {

    /** The column in which a unit has its figure; null if it has none. */
    @Nullable FigureColumn of(int unit) {
      if (column.state(unit) != State.ABSENT) {
        return column;
      }
      return other == null || other.state(unit) == State.ABSENT ? null : other;
    }
  }

  Sources(Plan plan, Submission submission, LocalDate asOf) {
    this.plan = plan;
    this.area = submission.units().area();
    this.asOf = asOf.toEpochDay();
    // Those before and the totals first, the reports last: the order in which rules meet them.
    List<Input> inputs =
        submission.given().stream()
            .sorted(
                Comparator.comparing((Input input) -> isReport(input))
                    .thenComparingInt(input -> depth(input.item()))
                    .thenComparing(input -> input.item().code())
                    .thenComparing(input -> input.period().year())
                    .thenComparing(input -> input.period().cumulativeOrder())
                    .thenComparing(Input::period))
            .toList();
    Map<Input, Integer> places = new HashMap<>();
    for (Input input : inputs) {
      Item total = plan.items().get(input.item().partOf());
      List<FigureColumn> columns = submission.columns(input);
      all.add(
          new Source(
              input,
              places.size(),
              columns.get(0),
              columns.size() == 1 ? null : columns.get(1),
              total == null ? -1 : places.getOrDefault(new Input(total, input.period()), -1),
              before(input),
              input.item().type() == Item.Type.COUNT || input.item().type() == Item.Type.YES_NO,
              isReport(input),
              isReport(input) ? counted(input.period()) : NONE));
      places.put(input, places.size());
    }
  }

  private static boolean isReport(Input input) {
    return input.item().code().equals(Criterion.Deadline.REPORT);
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
  private int[] before(Input input) {
    List<Integer> places = new ArrayList<>();
    boolean cumulative =
        input.period().cumulativeOrder() > 0 && input.item().type() == Item.Type.COUNT;
    for (int i = all.size() - 1; cumulative && i >= 0; i--) {
      Input other = all.get(i).input();
      if (!other.item().equals(input.item())) {
        break;
      }
      if (other.period().cumulativeOrder() > 0 && other.period().year() == input.period().year()) {
        places.add(i);
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The places of the figures that come with a report; it stands behind all of them. */
  private int[] counted(ReportingPeriod period) {
    return all.stream()
        .filter(source -> !source.isReport() && comesWith(source.input(), period))
        .mapToInt(Source::place)
        .toArray();
  }

  /**
   * Whether a figure is for a report's period; or, once the year is over, for the plan's year,
   * where the period runs from January.
   */
  private boolean comesWith(Input input, ReportingPeriod period) {
    boolean yearIsOver = asOf >= LocalDate.of(plan.year() + 1, 1, 1).toEpochDay();
    return input.period().equals(period)
        || yearIsOver
            && period.cumulativeOrder() > 0
            && input.period().equals(ReportingPeriod.year(plan.year()));
  }

  List<Source> all() {
    return all;
  }

  ReportingUnit area() {
    return area;
  }

  /** The last day that has come, as an epoch day. */
  long asOf() {
    return asOf;
  }

  /** How many figures targets ask of a unit with each report, by the report's place. */
  int[] asked(ReportingUnit unit) {
    Who who = new Who(unit.equals(area), unit.kind(), unit.role(), unit.group());
    return asked.computeIfAbsent(who, key -> askedOf(unit));
  }

  private int[] askedOf(ReportingUnit unit) {
    boolean isArea = unit.equals(area);
    Set<Input> inputs = new HashSet<>();
    for (Target target : plan.targets()) {
      if (isArea ? target.scope().area() : target.scope().covers(unit)) {
        target.periods().forEach(period -> inputs.addAll(target.inputs(period)));
      }
    }
    inputs.removeIf(Sources::isReport);
    int[] counts = new int[all.size()];
    for (Source source : all) {
      ReportingPeriod period = source.input().period();
      counts[source.place()] =
          (int) inputs.stream().filter(input -> comesWith(input, period)).count();
    }
    return counts;
  }
}
