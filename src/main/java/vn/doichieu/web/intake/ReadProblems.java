package vn.doichieu.web.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
 * where another has; of a row that none has a use for, what all of them say of it is told, else the
 * closest miss. What is wrong with a value is told once.
 */
public final class ReadProblems {

  /** What is said of a row that a plan has no use for; the closest miss first. */
  private static final List<Problem.Kind> NOT_USED =
      List.of(
          Problem.Kind.FIGURE_NOT_ASKED,
          Problem.Kind.FIGURE_UNUSED,
          Problem.Kind.UNKNOWN_PERIOD,
          Problem.Kind.UNKNOWN_ITEM);

  private final Set<Row> settled = new HashSet<>();
  private final Map<Miss, Integer> tellers = new HashMap<>();
  private final Set<Miss> misses = new HashSet<>();
  private final List<Problem> told = new ArrayList<>();

  private ReadProblems() {}

  /** Files as one plan reads them. */
  public record Reading(Ruled plan, Delivery delivery) {}

  private record Row(String file, @Nullable String sheet, int number) {

    static Row of(SourceLocation place, int number) {
      return new Row(place.file(), place.sheet(), number);
    }
  }

  /** That a row is of no use to a plan, for one reason. */
  private record Miss(Problem.Kind kind, Row row) {

    static Miss of(Problem problem, int row) {
      return new Miss(problem.kind(), Row.of(problem.location(), row));
    }
  }

  private record Same(Problem.Kind kind, SourceLocation place, @Nullable String read) {}

  /** The problems of all readings, each told once, by place. */
  public static List<Problem> of(List<Reading> readings, ReportingUnits units) {
    ReadProblems all = new ReadProblems();
    ReadBy readBy = new ReadBy(readings.stream().map(Reading::plan).toList(), units);
    for (Reading reading : readings) {
      all.settle(reading, readBy);
    }
    all.count(readings);
    all.tellNotUsed(readings, row -> all.tellers.getOrDefault(row, 0) == readings.size());
    all.told.forEach(all::settle);
    for (Problem.Kind kind : NOT_USED) {
      all.tellNotUsed(readings, miss -> miss.kind() == kind);
      all.told.forEach(all::settle);
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

  private void settle(Problem problem) {
    rows(problem).forEach(row -> settled.add(Row.of(problem.location(), row)));
  }

  /** Counts how many plans say the same of a row. */
  private void count(List<Reading> readings) {
    for (Reading reading : readings) {
      Set<Miss> misses = new HashSet<>();
      for (Problem problem : reading.delivery().problems()) {
        rows(problem).forEach(row -> misses.add(Miss.of(problem, row)));
      }
      misses.forEach(miss -> tellers.merge(miss, 1, Integer::sum));
    }
  }

  private void tellNotUsed(List<Reading> readings, Predicate<Miss> which) {
    for (Problem.Kind kind : NOT_USED) {
      for (Reading reading : readings) {
        for (Problem problem : reading.delivery().problems()) {
          if (problem.kind() == kind) {
            tell(problem, which);
          }
        }
      }
    }
  }

  private static List<Integer> rows(Problem problem) {
    List<Integer> rows = new ArrayList<>(List.of(problem.location().row()));
    rows.addAll(problem.alsoAt());
    return rows;
  }

  /** Tells what is left of a problem: of rows that nothing is said of yet. */
  private void tell(Problem problem, Predicate<Miss> which) {
    SourceLocation place = problem.location();
    List<Integer> rows =
        rows(problem).stream()
            .filter(row -> !settled.contains(Row.of(place, row)))
            .filter(row -> which.test(Miss.of(problem, row)))
            .filter(row -> misses.add(Miss.of(problem, row)))
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
