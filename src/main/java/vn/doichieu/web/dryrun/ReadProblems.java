package vn.doichieu.web.dryrun;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.submission.Delivery;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.web.filing.AreaRules.Ruled;
import vn.doichieu.web.filing.ReadBy;

/**
 * The problems of files that several plans read: a row that one plan has no use for is no problem
 * where another has, and what is wrong with a value is told once.
 */
final class ReadProblems {

  /** What is said of a row that a plan has no use for; the closest miss first. */
  private static final List<Problem.Kind> NOT_USED =
      List.of(
          Problem.Kind.FIGURE_NOT_ASKED,
          Problem.Kind.FIGURE_UNUSED,
          Problem.Kind.UNKNOWN_PERIOD,
          Problem.Kind.UNKNOWN_ITEM);

  private final Set<Row> settled = new HashSet<>();
  private final List<Problem> told = new ArrayList<>();

  private ReadProblems() {}

  /** Files as one plan reads them. */
  record Reading(Ruled plan, Delivery delivery) {}

  private record Row(String file, @Nullable String sheet, int number) {

    static Row of(SourceLocation place, int number) {
      return new Row(place.file(), place.sheet(), number);
    }
  }

  private record Same(Problem.Kind kind, SourceLocation place, @Nullable String read) {}

  static List<Problem> of(List<Reading> readings, ReportingUnits units) {
    ReadProblems all = new ReadProblems();
    ReadBy readBy = new ReadBy(readings.stream().map(Reading::plan).toList(), units);
    for (Reading reading : readings) {
      all.settle(reading, readBy);
    }
    for (Problem.Kind kind : NOT_USED) {
      for (Reading reading : readings) {
        reading.delivery().problems().stream()
            .filter(problem -> problem.kind() == kind)
            .forEach(all::tellUnsettled);
      }
    }
    Set<Same> values = new HashSet<>();
    for (Reading reading : readings) {
      reading.delivery().problems().stream()
          .filter(problem -> !NOT_USED.contains(problem.kind()))
          .filter(p -> values.add(new Same(p.kind(), p.location(), p.read())))
          .forEach(all.told::add);
    }
    all.told.sort(Problem.BY_PLACE);
    return List.copyOf(all.told);
  }

  private void settle(Reading reading, ReadBy readBy) {
    for (Figure figure : reading.delivery().given()) {
      SourceLocation place = figure.location();
      if (place != null && !readBy.plans(figure).isEmpty()) {
        settled.add(Row.of(place, place.row()));
      }
    }
  }

  private void tellUnsettled(Problem problem) {
    SourceLocation place = problem.location();
    List<Integer> rows =
        IntStream.concat(IntStream.of(place.row()), problem.alsoAt().stream().mapToInt(row -> row))
            .filter(row -> settled.add(Row.of(place, row)))
            .boxed()
            .toList();
    if (!rows.isEmpty()) {
      SourceLocation first =
          new SourceLocation(place.file(), place.sheet(), rows.get(0), place.column());
      told.add(
          new Problem(
              problem.kind(),
              first,
              problem.read(),
              problem.arguments(),
              rows.subList(1, rows.size()),
              problem.other()));
    }
  }
}
