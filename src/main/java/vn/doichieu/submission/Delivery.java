package vn.doichieu.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.tabular.UnreadableInput;

/**
 * The figures that one submission hands in, read once against a plan and the units of an area, by
 * the same readers as a data folder. It never changes, and can be one of the {@link Layer}s of any
 * number of submissions, on any number of threads.
 */
public final class Delivery {

  private final Plan plan;
  private final ReportingUnits units;
  private final List<SourceLocation> sources;
  private final List<Block> blocks;
  private final List<Told> told;

  /**
   * The figures of one item and period; never without any.
   *
   * @param kept whether no target asks them of their units
   */
  record Block(Input input, FigureColumn column, boolean kept) {}

  /**
   * A problem of the delivery.
   *
   * @param about the figures that it is about, if it is about nothing else; else empty
   */
  record Told(Problem problem, List<Spot> about) {}

  /** What a unit can give one figure for. */
  record Spot(ReportingUnit unit, Input input) {

    Withdrawal withdrawal() {
      return new Withdrawal(unit.code(), input.item().code(), input.period().text());
    }
  }

  /**
   * A figure that is taken back. One that no earlier layer gives changes nothing.
   *
   * @param unit the unit's code
   * @param item the item's code
   * @param period the period as data folders write it
   */
  public record Withdrawal(String unit, String item, String period) {}

  /**
   * A delivery as a step of what has been submitted.
   *
   * @param withdrawals read as absent from this layer on, this one included, unless a later one
   *     gives them again
   */
  public record Layer(Delivery delivery, Set<Withdrawal> withdrawals) {

    public Layer {
      withdrawals = Set.copyOf(withdrawals);
    }

    /** A delivery that takes nothing back. */
    public Layer(Delivery delivery) {
      this(delivery, Set.of());
    }
  }

  private Delivery(Plan plan, ReportingUnits units, FigureSet figures, List<Told> told) {
    this.plan = plan;
    this.units = units;
    sources = List.copyOf(figures.sources());
    List<Block> given = new ArrayList<>();
    figures.columns().forEach((input, column) -> given.add(new Block(input, column, false)));
    figures.kept().forEach((input, column) -> given.add(new Block(input, column, true)));
    given.removeIf(block -> !block.column().hasAny());
    given.sort(Comparator.comparing(Block::input, inOrder(plan)));
    blocks = List.copyOf(given);
    this.told = List.copyOf(told);
  }

  /** As the plan lists its items; then by period. */
  private static Comparator<Input> inOrder(Plan plan) {
    Map<String, Integer> order = new HashMap<>();
    plan.items().keySet().forEach(code -> order.put(code, order.size()));
    return Comparator.comparingInt((Input input) -> order.getOrDefault(input.item().code(), 0))
        .thenComparing(Input::period);
  }

  /**
   * Reads the files of a folder: lists of figures as {@code .csv}, {@code .json} or in the sheet
   * {@code figures} of a {@code .xlsx}, and entry forms as {@code .xlsx}, whatever their names.
   * Places name the files without the folder.
   *
   * @throws UnreadableInput naming everything that cannot be read at all, of all files at once; for
   *     a folder without files, too
   */
  public static Delivery read(Path folder, Plan plan, ReportingUnits units) {
    List<Problem> problems = new ArrayList<>();
    List<Problem> fatal = new ArrayList<>();
    FigureSet figures = FigureSet.noting(plan, units);
    DeliveryFiles files = DeliveryFiles.in(folder);
    files.read(new FigureFiles(figures, problems, fatal), fatal);
    if (!fatal.isEmpty()) {
      throw new UnreadableInput(ProblemLog.withoutPersons(files.withoutFolder(fatal)));
    }
    List<Told> told = new ProblemPlaces(figures.noted()).told(files.withoutFolder(problems));
    return new Delivery(plan, units, figures, told);
  }

  /** A delivery without figures: for a layer that only takes some back. */
  public static Delivery empty(Plan plan, ReportingUnits units) {
    return new Delivery(plan, units, new FigureSet(plan, units), List.of());
  }

  /** A delivery of which nothing is read, with why, which no later one takes away. */
  public static Delivery setAside(Plan plan, ReportingUnits units, Problem why) {
    List<Told> told = List.of(new Told(why, List.of()));
    return new Delivery(plan, units, new FigureSet(plan, units), told);
  }

  /**
   * A delivery that cannot be read any more: what it gave is invalid, for nobody knows the values.
   *
   * @param why with the place of the first one; told until all those figures are given again
   * @param gave which figures it gave, by unit, item and period; asked only of what can count
   */
  public static Delivery unreadable(
      Plan plan, ReportingUnits units, List<Problem> why, Predicate<Withdrawal> gave) {
    FigureSet figures = new FigureSet(plan, units);
    SourceLocation place = why.get(0).location();
    int source = figures.source(new SourceLocation(place.file(), place.sheet(), 0, place.column()));
    List<Spot> spots = new ArrayList<>();
    for (ReportingUnit unit : units.all()) {
      figures
          .slots(unit)
          .filter(slot -> gave.test(new Spot(unit, slot.input()).withdrawal()))
          .forEach(
              slot -> {
                spots.add(new Spot(unit, slot.input()));
                slot.column()
                    .put(unit.index(), Figure.State.INVALID, 0, source, Math.max(1, place.row()));
              });
    }
    List<Told> told =
        spots.isEmpty()
            ? List.of()
            : why.stream().map(problem -> new Told(problem, spots)).toList();
    return new Delivery(plan, units, figures, told);
  }

  /**
   * Every figure that it gives, with its place: by unit, item and period, in the order of the units
   * and of the plan's items. Invalid ones are among them, and those that no target asks of their
   * unit as far as they are kept for the consistency checks.
   */
  public List<Figure> given() {
    List<Figure> given = new ArrayList<>();
    for (Block block : blocks) {
      block.column().forEachGiven(unit -> given.add(figure(units.all().get(unit), block)));
    }
    given.sort(Comparator.comparingInt(figure -> figure.unit().index()));
    return given;
  }

  private Figure figure(ReportingUnit unit, Block block) {
    FigureColumn column = block.column();
    return new Figure(
        unit,
        block.input().item(),
        block.input().period(),
        column.state(unit.index()),
        column.value(unit.index()),
        FigureSet.place(column, unit.index(), sources));
  }

  /** What of it could not be used, and why, by place. */
  public List<Problem> problems() {
    return told.stream().map(Told::problem).sorted(Problem.BY_PLACE).toList();
  }

  /** Whether it was read against this plan and these units, and no others like them. */
  boolean isReadAgainst(Plan otherPlan, ReportingUnits otherUnits) {
    return plan == otherPlan && units == otherUnits;
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Told> told() {
    return told;
  }

  List<SourceLocation> sources() {
    return sources;
  }
}
