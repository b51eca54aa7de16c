package vn.doichieu.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.Delivery.Block;
import vn.doichieu.submission.Delivery.Layer;
import vn.doichieu.submission.Delivery.Spot;
import vn.doichieu.submission.Delivery.Told;
import vn.doichieu.submission.Delivery.Withdrawal;

/**
 * Lays deliveries over one another, the newest first: what is there already counts, and what is
 * below it does not.
 */
final class Layering {

  private final ReportingUnits units;
  private final FigureSet figures;
  private final Set<Withdrawal> withdrawn = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  private Layering(Plan plan, ReportingUnits units) {
    this.units = units;
    figures = new FigureSet(plan, units);
  }

  /**
   * What counts of the layers.
   *
   * @param layers the oldest first
   * @param problems receives those that are left
   */
  static FigureSet of(Plan plan, ReportingUnits units, List<Layer> layers, List<Problem> problems) {
    Layering layering = new Layering(plan, units);
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (!layers.get(i).delivery().isReadAgainst(plan, units)) {
        throw new IllegalArgumentException("layer " + i + " is of another plan or other units");
      }
      layering.lay(layers.get(i));
    }
    Collections.reverse(layering.problems);
    problems.addAll(layering.problems);
    return layering.figures;
  }

  private void lay(Layer layer) {
    withdrawn.addAll(layer.withdrawals());
    Delivery delivery = layer.delivery();
    List<Told> told = delivery.told();
    for (int i = told.size() - 1; i >= 0; i--) { // All problems are turned round in the end.
      List<Spot> about = told.get(i).about();
      if (about.isEmpty() || !about.stream().allMatch(this::isGone)) {
        problems.add(told.get(i).problem());
      }
    }
    Sources sources = new Sources(delivery.sources());
    for (Block block : delivery.blocks()) {
      FigureColumn above = above(block);
      block.column().forEachGiven(unit -> put(unit, block, above, sources));
    }
  }

  private FigureColumn above(Block block) {
    FigureColumn read = block.kept() ? null : figures.columns().get(block.input());
    return read == null ? figures.kept(block.input()) : read;
  }

  private void put(int unit, Block block, FigureColumn above, Sources sources) {
    if (above.state(unit) != State.ABSENT
        || isWithdrawn(new Spot(units.all().get(unit), block.input()))) {
      return;
    }
    FigureColumn below = block.column();
    above.put(
        unit,
        below.state(unit),
        below.value(unit),
        sources.number(below.source(unit)),
        below.row(unit));
  }

  /** Whether a later layer gave or withdrew it; asked before the present one is laid below. */
  private boolean isGone(Spot spot) {
    return isWithdrawn(spot) || isGiven(spot.unit(), spot.input());
  }

  private boolean isGiven(ReportingUnit unit, Input input) {
    return isGiven(unit, figures.columns().get(input)) || isGiven(unit, figures.kept().get(input));
  }

  private static boolean isGiven(ReportingUnit unit, @Nullable FigureColumn column) {
    return column != null && column.state(unit.index()) != State.ABSENT;
  }

  private boolean isWithdrawn(Spot spot) {
    return !withdrawn.isEmpty() && withdrawn.contains(spot.withdrawal());
  }

  /** The numbers of a delivery's sources among those of all. */
  private final class Sources {

    private final List<SourceLocation> own;
    private final int[] numbers;

    private Sources(List<SourceLocation> own) {
      this.own = own;
      numbers = new int[own.size()];
      Arrays.fill(numbers, -1);
    }

    private int number(int source) {
      if (numbers[source] < 0) {
        numbers[source] = figures.source(own.get(source));
      }
      return numbers[source];
    }
  }
}
