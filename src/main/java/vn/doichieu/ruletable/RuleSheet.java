package vn.doichieu.ruletable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.UnreadableInput;

/**
 * A plan's targets as they are written: the cells of each row by column.
 *
 * @param file the file's name
 * @param columns every column by its English name, in the order of the file
 * @param rows the rows in the order of the file
 */
public record RuleSheet(String file, List<String> columns, List<Row> rows) {

  /** The columns without which rows cannot be read. */
  static final List<String> COLUMNS =
      List.of(
          "target",
          "title",
          "section",
          "quote",
          "kind",
          "scope",
          "applies_to",
          "inputs",
          "comparator",
          "threshold",
          "periods",
          "closes_on",
          "condition",
          "binding",
          "on_miss",
          "priority",
          "confidence",
          "reading",
          "note");

  public RuleSheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param place the row as a whole
   * @param cells the cleaned text of every cell by its column; blank cells are empty
   * @param headings what the columns are called where the row stands, by their English names
   */
  public record Row(SourceLocation place, Map<String, String> cells, Map<String, String> headings) {

    public Row {
      cells = Map.copyOf(cells);
      headings = Map.copyOf(headings);
    }

    /** A row under columns that go by their English names. */
    public Row(SourceLocation place, Map<String, String> cells) {
      this(place, cells, Map.of());
    }

    /** The place of a cell. */
    public SourceLocation place(String column) {
      return new SourceLocation(
          place.file(), place.sheet(), place.row(), headings.getOrDefault(column, column));
    }

    /** The target's id. */
    public String id() {
      return cell("target");
    }

    /** A cell; empty for a column that the sheet lacks. */
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    /** This row with another text in a cell. */
    public Row with(String column, String text) {
      Map<String, String> changed = new LinkedHashMap<>(cells);
      changed.put(column, text);
      return new Row(place, changed, headings);
    }
  }

  /**
   * Reads the rows of a plan's folder.
   *
   * @throws UnreadableInput if there are none, or they cannot be read as a table
   */
  public static RuleSheet read(Path folder) {
    List<Problem> problems = new ArrayList<>();
    RuleSheet sheet = RuleTables.in(folder).targets(problems);
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems);
    }
    return sheet;
  }

  /**
   * Reads a CSV file of rules.
   *
   * @param required the columns it has to have
   * @param problems receives rows whose cells may have moved; they are left out
   */
  static RuleSheet csv(Path file, List<String> required, List<Problem> problems) {
    try (CsvTable table = CsvTable.open(file, required, RuleColumns.DIALECT)) {
      List<Row> rows = new ArrayList<>();
      Map<String, String> headings = new LinkedHashMap<>();
      for (int i = 0; i < table.header().size(); i++) {
        headings.put(table.header().get(i), table.headings().get(i));
      }
      table.forEach(
          row -> {
            SourceLocation place = SourceLocation.of(table.name(), row.line());
            if (row.hasExtraCells()) {
              problems.add(new Problem(Problem.Kind.WRONG_CELL_COUNT, place, row.text()));
              return;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < table.header().size(); i++) {
              cells.put(table.header().get(i), row.cell(i));
            }
            rows.add(new Row(place, cells, headings));
          });
      return new RuleSheet(table.name(), table.header(), rows);
    }
  }
}
