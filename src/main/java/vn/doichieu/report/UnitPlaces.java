package vn.doichieu.report;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;

/**
 * Where in the list of findings some of them stand, to be read in that order or unit by unit. Holds
 * eight bytes a finding and no finding.
 */
final class UnitPlaces {

  private static final int FIRST = 64;

  private final List<Finding> findings;

  /** The unit's index above, the place in the list below. */
  private long[] places = new long[FIRST];

  private int size;

  /** None yet, of a list that can be read at any place. */
  UnitPlaces(List<Finding> findings) {
    this.findings = findings;
  }

  void add(ReportingUnit unit, int place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
    }
    places[size++] = (long) unit.index() << Integer.SIZE | place;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** Hands on the findings in the order of the list. */
  void forEach(Consumer<Finding> then) {
    for (int i = 0; i < size; i++) {
      then.accept(findings.get((int) places[i]));
    }
  }

  /** Hands on the findings of each unit, in an order of units. */
  void byUnit(UnitOrder order, BiConsumer<ReportingUnit, Part> then) {
    long[] sorted = new long[size];
    for (int i = 0; i < size; i++) {
      int unit = (int) (places[i] >>> Integer.SIZE);
      sorted[i] = (long) order.rank(unit) << Integer.SIZE | (int) places[i];
    }
    Arrays.sort(sorted);
    for (int from = 0, to; from < size; from = to) {
      int rank = (int) (sorted[from] >>> Integer.SIZE);
      to = from + 1;
      while (to < size && (int) (sorted[to] >>> Integer.SIZE) == rank) {
        to++;
      }
      then.accept(order.unit(rank), new Part(findings, Arrays.copyOfRange(sorted, from, to)));
    }
  }

  /** Some findings of a list, read from it each time. */
  static final class Part extends AbstractList<Finding> implements RandomAccess {

    private final List<Finding> all;
    private final long[] places;

    Part(List<Finding> all, long[] places) {
      this.all = all;
      this.places = places;
    }

    /** Where one stands in the list. */
    int place(int index) {
      return (int) places[index];
    }

    @Override
    public Finding get(int index) {
      return all.get((int) places[index]);
    }

    @Override
    public int size() {
      return places.length;
    }
  }
}
