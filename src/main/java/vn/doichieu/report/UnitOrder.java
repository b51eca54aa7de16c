package vn.doichieu.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.ReportingUnit;

/** The units that have findings, and their places in the order in which readers look for them. */
final class UnitOrder {

  private static final int FIRST = 64;

  private @Nullable ReportingUnit[] byIndex = new ReportingUnit[FIRST];
  private List<ReportingUnit> inOrder = List.of();
  private int[] ranks = new int[0];

  void add(ReportingUnit unit) {
    int index = unit.index();
    if (index >= byIndex.length) {
      byIndex = Arrays.copyOf(byIndex, Math.max(byIndex.length * 2, index + 1));
    }
    byIndex[index] = unit;
  }

  /** Puts the units in order, once all are there. */
  void sort(Comparator<ReportingUnit> order) {
    List<ReportingUnit> units = new ArrayList<>();
    for (ReportingUnit unit : byIndex) {
      if (unit != null) {
        units.add(unit);
      }
    }
    units.sort(order);
    ranks = new int[byIndex.length];
    for (int rank = 0; rank < units.size(); rank++) {
      ranks[units.get(rank).index()] = rank;
    }
    inOrder = units;
  }

  /** The place in the order of the unit with an index. */
  int rank(int index) {
    return ranks[index];
  }

  /** The unit at a place in the order. */
  ReportingUnit unit(int rank) {
    return Objects.requireNonNull(inOrder.get(rank));
  }
}
