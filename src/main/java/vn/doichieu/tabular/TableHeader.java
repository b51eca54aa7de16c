package vn.doichieu.tabular;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;

/** The row that names a table's columns. Their order is free; blank cells name nothing. */
public final class TableHeader {

  private final int row;
  private final List<String> names = new ArrayList<>();
  private final List<String> headings = new ArrayList<>();
  private final Map<String, Integer> columns = new LinkedHashMap<>();

  /**
   * Reads the first row of a table.
   *
   * @throws UnreadableInput if a required column is missing or any stands twice; all are named
   */
  public TableHeader(
      String file, @Nullable String sheet, int row, List<String> cells, List<String> required) {
    this(file, sheet, row, cells, required, Dialect.PLAIN);
  }

  /** Reads the first row of a table whose columns may go by other names. Throws as above. */
  public TableHeader(
      String file,
      @Nullable String sheet,
      int row,
      List<String> cells,
      List<String> required,
      Dialect dialect) {
    this.row = row;
    List<Problem> problems = new ArrayList<>();
    for (String cell : cells) {
      String heading = CellText.clean(cell);
      headings.add(heading);
      String column = dialect.columns().apply(heading).toLowerCase(Locale.ROOT);
      if (!column.isEmpty() && columns.putIfAbsent(column, names.size()) != null) {
        problems.add(
            new Problem(
                Problem.Kind.DUPLICATE_COLUMN,
                new SourceLocation(file, sheet, row, column),
                column));
      }
      names.add(column);
    }
    if (required.stream().noneMatch(columns::containsKey)) {
      throw new UnreadableInput(
          new Problem(
              Problem.Kind.HEADER_NOT_FOUND,
              new SourceLocation(file, sheet, row, null),
              String.join(", ", cells),
              String.join(",", required)));
    }
    for (String column : required) {
      if (!columns.containsKey(column)) {
        problems.add(
            new Problem(
                Problem.Kind.MISSING_COLUMN,
                new SourceLocation(file, sheet, row, column),
                String.join(", ", names),
                String.join(", ", required),
                NearestWord.of(column, unknown(required))));
      }
    }
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems);
    }
  }

  /** The columns that may be required ones under another name. */
  private List<String> unknown(List<String> required) {
    return names.stream().filter(name -> !required.contains(name)).toList();
  }

  /** The line of the file or the row of the sheet. */
  public int row() {
    return row;
  }

  /** The columns, in order, in lower case. */
  public List<String> names() {
    return names;
  }

  /** What the columns are called, in order, as it is written. */
  public List<String> headings() {
    return headings;
  }

  /** Where a column stands; -1 if there is none of that name. */
  public int column(String name) {
    return columns.getOrDefault(name, -1);
  }
}
