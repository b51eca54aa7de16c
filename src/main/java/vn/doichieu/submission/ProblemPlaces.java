package vn.doichieu.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.submission.Delivery.Spot;
import vn.doichieu.submission.Delivery.Told;
import vn.doichieu.submission.FigureSet.Noted;

/** Tells which figures a problem is about, by the rows it names. */
final class ProblemPlaces {

  /** A row of a file or sheet. */
  private record Row(String file, @Nullable String sheet, int number) {}

  private final Map<Row, List<Noted>> byRow = new HashMap<>();

  /**
   * The rows of a delivery.
   *
   * @param noted every row that gave a figure
   */
  ProblemPlaces(List<Noted> noted) {
    for (Noted each : noted) {
      byRow
          .computeIfAbsent(row(each.place(), each.place().row()), row -> new ArrayList<>(1))
          .add(each);
    }
  }

  /** The problems, each with the figures that it is about. */
  List<Told> told(List<Problem> problems) {
    return problems.stream().map(problem -> new Told(problem, about(problem))).toList();
  }

  /** None for a problem that names a row without a figure, or no row. */
  private List<Spot> about(Problem problem) {
    List<Spot> spots = new ArrayList<>();
    int[] rows =
        IntStream.concat(
                IntStream.of(problem.location().row()),
                problem.alsoAt().stream().mapToInt(row -> row))
            .toArray();
    for (int row : rows) {
      List<Noted> here = at(problem.location(), row);
      if (here.isEmpty()) {
        return List.of();
      }
      here.forEach(noted -> spots.add(new Spot(noted.unit(), noted.input())));
    }
    return List.copyOf(spots);
  }

  /** The figures of a row; of a sheet with many in a row, the one of the column alone. */
  private List<Noted> at(SourceLocation place, int row) {
    List<Noted> inRow = byRow.getOrDefault(row(place, row), List.of());
    List<Noted> inCell =
        inRow.stream()
            .filter(noted -> String.valueOf(noted.place().column()).equals(place.column()))
            .toList();
    return inCell.isEmpty() ? inRow : inCell;
  }

  private static Row row(SourceLocation place, int number) {
    return new Row(place.file(), place.sheet(), number);
  }
}
