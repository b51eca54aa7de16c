package vn.doichieu.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;

/**
 * The findings of one row of the plan, which may have several thresholds and periods: the area's
 * first, then by unit, by threshold, by period.
 */
final class Row {

  /** Makes findings by their place; for one thread. */
  interface Reader {
    Finding get(int index);
  }

  static final Reader NOTHING =
      index -> {
        throw new IndexOutOfBoundsException(index);
      };

  /** A line below the area. */
  private record Place(UnitLines lines, int line) {}

  private final List<Finding> area;
  private final List<UnitLines> below;
  private final Map<ReportingPeriod, List<UnitLines>> byPeriod;
  private final List<Place> mixed;
  private final int units;

  /**
   * A row.
   *
   * @param area the area's own findings, in order
   * @param below the lines of the units below it, by threshold and period
   */
  Row(List<Finding> area, List<UnitLines> below) {
    this.area = List.copyOf(area);
    this.below = List.copyOf(below);
    byPeriod = below.stream().collect(Collectors.groupingBy(lines -> lines.slot().period()));
    boolean alike = below.stream().allMatch(l -> l.slot().units() == below.get(0).slot().units());
    units = alike && !below.isEmpty() ? below.get(0).slot().size() : 0;
    mixed = alike ? List.of() : mixed(below);
  }

  /** Where thresholds are for different units, every line with its place. */
  private static List<Place> mixed(List<UnitLines> below) {
    List<Place> places = new ArrayList<>();
    for (UnitLines lines : below) {
      for (int line = 0; line < lines.slot().size(); line++) {
        places.add(new Place(lines, line));
      }
    }
    places.sort(Comparator.comparingInt(p -> p.lines().slot().units()[p.line()]));
    return places;
  }

  int size() {
    return Math.addExact(
        area.size(), Math.addExact(mixed.size(), Math.multiplyExact(units, below.size())));
  }

  /** The first finding of a unit below the area in a period; null if there is none. */
  @Nullable Finding of(ReportingUnit unit, ReportingPeriod period) {
    List<UnitLines> ofPeriod = byPeriod.getOrDefault(period, List.of());
    for (int i = 0; i < ofPeriod.size(); i++) {
      int line = ofPeriod.get(i).slot().lineOf(unit);
      if (line >= 0) {
        return ofPeriod.get(i).finding(line);
      }
    }
    return null;
  }

  /** The one finding of a unit below the area; null if there is none, or more than one. */
  @Nullable Finding only(ReportingUnit unit) {
    Finding found = null;
    for (UnitLines lines : below) {
      int line = lines.slot().lineOf(unit);
      if (line >= 0 && found != null) {
        return null;
      } else if (line >= 0) {
        found = lines.finding(line);
      }
    }
    return found;
  }

  /** The area's own findings. */
  List<Finding> ofArea() {
    return area;
  }

  Reader reader() {
    if (!mixed.isEmpty()) {
      return index -> index < area.size() ? area.get(index) : mixed(mixed.get(index - area.size()));
    }
    Reader[] readers = below.stream().map(UnitLines::reader).toArray(Reader[]::new);
    int areas = area.size();
    if (readers.length == 1) {
      Reader only = readers[0];
      return index -> index < areas ? area.get(index) : only.get(index - areas);
    }
    return index -> {
      int line = index - areas;
      return line < 0 ? area.get(index) : readers[line % readers.length].get(line / readers.length);
    };
  }

  private static Finding mixed(Place place) {
    return place.lines().finding(place.line());
  }
}
