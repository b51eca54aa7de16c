package vn.doichieu.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.Dialect;
import vn.doichieu.tabular.UnreadableInput;

/**
 * What a person still has to confirm of a plan that was made from another year's: without a yes on
 * each line nobody is judged by it.
 */
public final class Confirmations {

  /** The file in a plan's folder; a plan that was written for its own year has none. */
  public static final String FILE = "to-confirm.csv";

  /** Its columns, in order. */
  public static final List<String> COLUMNS =
      List.of("row", "column", "old", "new", "confirmed", "note");

  private static final Set<String> YES = Set.of("có", "co", "yes", "x", "1", "true");
  private static final Dialect DIALECT = new Dialect(column -> column, true);

  private Confirmations() {}

  /**
   * Looks for lines without a yes.
   *
   * @param problems receives one problem for each row of the plan, with all of its lines
   */
  static void check(Path folder, List<Problem> problems) {
    Path file = folder.resolve(FILE);
    if (Files.notExists(file)) {
      return;
    }
    Map<String, Open> open = new LinkedHashMap<>();
    try (CsvTable table = CsvTable.open(file, COLUMNS, DIALECT)) {
      table.forEach(
          line -> {
            String answer = line.cell(table.column("confirmed"));
            if (!YES.contains(answer.toLowerCase(Locale.ROOT))) {
              String row = line.cell(table.column("row"));
              open.computeIfAbsent(row, Open::new)
                  .add(line.line(), line.cell(table.column("column")), answer);
            }
          });
    } catch (UnreadableInput e) {
      problems.addAll(e.problems());
    }
    open.values().forEach(row -> problems.add(row.problem()));
  }

  /** The lines of one row of the plan that nobody has confirmed. */
  private static final class Open {

    private final String row;
    private final List<Integer> lines = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    private Open(String row) {
      this.row = row;
    }

    private void add(int line, String column, String answer) {
      lines.add(line);
      if (!column.isEmpty()) {
        columns.add(column);
      }
      answers.add(answer);
    }

    private Problem problem() {
      return new Problem(
              Problem.Kind.UNCONFIRMED,
              SourceLocation.of(FILE, lines.get(0), "confirmed"),
              String.join(", ", answers.stream().filter(text -> !text.isEmpty()).toList()),
              columns.isEmpty() ? row : row + " (" + String.join(", ", columns) + ")")
          .alsoAt(lines.subList(1, lines.size()));
    }
  }
}
