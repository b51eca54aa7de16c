package vn.doichieu.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.CsvTable;

/** Collects the problems of one file; the same cause in many rows stays one problem. */
final class ProblemLog {

  private record Cause(
      Problem.Kind kind, @Nullable String column, @Nullable String read, List<String> arguments) {}

  private final String file;
  private final List<Problem> single = new ArrayList<>();
  private final Map<Cause, Problem> causes = new LinkedHashMap<>();
  private final Map<Cause, List<Integer>> rows = new LinkedHashMap<>();

  ProblemLog(CsvTable table) {
    this.file = table.name();
  }

  /** A log that begins with what is worth a remark about the table itself. */
  static ProblemLog withRemarksOn(CsvTable table) {
    ProblemLog log = new ProblemLog(table);
    if (table.semicolons()) {
      log.add(Problem.Kind.SEMICOLON_SEPARATOR, table.headerRow(), null, ";");
    }
    return log;
  }

  /** A problem of this row alone. */
  void add(
      Problem.Kind kind,
      int row,
      @Nullable String column,
      @Nullable String read,
      String... arguments) {
    single.add(new Problem(kind, SourceLocation.of(file, row, column), read, arguments));
  }

  /** A problem whose cause may stand in many rows: what was read is the cause. */
  void addCause(
      Problem.Kind kind, int row, String column, @Nullable String read, String... arguments) {
    Cause cause = new Cause(kind, column, read, List.of(arguments));
    if (causes.containsKey(cause)) {
      rows.computeIfAbsent(cause, c -> new ArrayList<>()).add(row);
    } else {
      causes.put(cause, new Problem(kind, SourceLocation.of(file, row, column), read, arguments));
    }
  }

  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(single);
    causes.forEach(
        (cause, problem) -> all.add(problem.alsoAt(rows.getOrDefault(cause, List.of()))));
    return all;
  }
}
