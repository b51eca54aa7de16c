package vn.doichieu.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.Table;

/** Collects the problems of one table; the same cause in many rows stays one problem. */
final class ProblemLog {

  private record Cause(
      Problem.Kind kind, @Nullable String column, @Nullable String read, List<String> arguments) {

    // Written out: what the JVM makes up for records costs a cold start 10 ms.

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Cause cause
          && cause.kind == kind
          && Objects.equals(cause.column, column)
          && Objects.equals(cause.read, read)
          && cause.arguments.equals(arguments);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, column, read, arguments);
    }
  }

  private final Table table;
  private final List<Problem> single = new ArrayList<>();
  private final Map<Cause, Problem> causes = new LinkedHashMap<>();
  private final Map<Cause, List<Integer>> rows = new LinkedHashMap<>();

  ProblemLog(Table table) {
    this.table = table;
  }

  /** A log that begins with what is worth a remark about the table itself. */
  static ProblemLog withRemarksOn(Table table) {
    ProblemLog log = new ProblemLog(table);
    log.addRemarks();
    return log;
  }

  /** Adds what the table says of itself. */
  void addRemarks() {
    single.addAll(table.remarks());
  }

  /** A problem that is complete as it is. */
  void add(Problem problem) {
    single.add(problem);
  }

  /** A place in the table. */
  SourceLocation place(int row, @Nullable String column) {
    return new SourceLocation(table.name(), table.sheet(), row, column);
  }

  /** A problem of this row alone. */
  void add(
      Problem.Kind kind,
      int row,
      @Nullable String column,
      @Nullable String read,
      String... arguments) {
    single.add(new Problem(kind, place(row, column), read, arguments));
  }

  /** A problem whose cause may stand in many rows: what was read is the cause. */
  void addCause(
      Problem.Kind kind, int row, String column, @Nullable String read, String... arguments) {
    Cause cause = new Cause(kind, column, read, List.of(arguments));
    Problem first = causes.get(cause);
    if (first == null) {
      causes.put(cause, new Problem(kind, place(row, column), read, arguments));
    } else if (first.location().row() != row) { // A code in a form's head stands for many rows.
      rows.computeIfAbsent(cause, c -> new ArrayList<>()).add(row);
    }
  }

  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(single);
    causes.forEach(
        (cause, problem) -> all.add(problem.alsoAt(rows.getOrDefault(cause, List.of()))));
    return all;
  }

  /** Problems of rows that could not be understood: persons that these may hold not repeated. */
  static List<Problem> withoutPersons(List<Problem> problems) {
    return problems.stream().map(ProblemLog::withoutPersons).toList();
  }

  private static Problem withoutPersons(Problem problem) {
    String read = problem.read();
    return read == null || !PersonalData.isIn(read)
        ? problem
        : new Problem(
            problem.kind(),
            problem.location(),
            "…",
            problem.arguments().stream().filter(a -> !PersonalData.isIn(a)).toList(),
            problem.alsoAt(),
            problem.other());
  }
}
