package vn.doichieu.ruletable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.SheetCell;
import vn.doichieu.tabular.TableHeader;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.workbook.SheetRow;
import vn.doichieu.workbook.SheetRows;
import vn.doichieu.workbook.Workbook;

/**
 * A sheet of rules in a workbook, with what stands in it for people.
 *
 * @param sheet the rows that count; each cell as its reader sees it
 * @param headerRow the row that names the columns
 * @param headings the names of the columns as they are written, in order; empty for no name
 * @param comments the lines for people only, by their rows
 * @param notes what people pinned to cells
 * @param remarks what a reader of the sheet may not see although it counts
 */
public record WorkbookRules(
    RuleSheet sheet,
    int headerRow,
    List<String> headings,
    SortedMap<Integer, String> comments,
    List<Workbook.Note> notes,
    List<Problem> remarks) {

  public WorkbookRules {
    headings = List.copyOf(headings);
    notes = List.copyOf(notes);
    remarks = List.copyOf(remarks);
  }

  /** Whether there is more in it than the names of the columns. */
  boolean saysAnything() {
    return !sheet.rows().isEmpty() || !comments.isEmpty();
  }

  /**
   * Reads a sheet.
   *
   * @param required the columns it has to have
   * @param problems receives every cell that nobody can be sure of
   * @throws UnreadableInput if it is not a table with these columns
   */
  static WorkbookRules read(
      Workbook workbook, Workbook.Sheet sheet, List<String> required, List<Problem> problems) {
    try (SheetRows rows = workbook.rows(sheet)) {
      Reader reader = new Reader(workbook, sheet, required, problems);
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        if (!row.isBlank()) {
          reader.add(row);
        }
      }
      return reader.done();
    }
  }

  /** What has been read so far, from the top. */
  private static final class Reader {

    private final Workbook workbook;
    private final Workbook.Sheet sheet;
    private final List<String> required;
    private final List<Problem> problems;
    private final SortedMap<Integer, String> comments = new TreeMap<>();
    private final List<RuleSheet.Row> rows = new ArrayList<>();
    private final List<Integer> hidden = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private List<String> columns = List.of();
    private int headerRow;

    private Reader(
        Workbook workbook, Workbook.Sheet sheet, List<String> required, List<Problem> problems) {
      this.workbook = workbook;
      this.sheet = sheet;
      this.required = required;
      this.problems = problems;
    }

    private void add(SheetRow row) {
      List<String> texts =
          IntStream.range(0, row.width()).mapToObj(column -> row.own(column).text()).toList();
      if (RuleColumns.DIALECT.isComment(texts.get(0))) {
        comments.put(
            row.number(),
            texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(", ")));
        return;
      }
      if (row.isHidden()) {
        hidden.add(row.number());
      }
      if (headerRow == 0) {
        header(row.number(), texts);
      } else {
        rows.add(new RuleSheet.Row(place(row.number(), null), cells(row), places));
      }
    }

    private void header(int row, List<String> texts) {
      TableHeader header =
          new TableHeader(workbook.name(), sheet.name(), row, texts, required, RuleColumns.DIALECT);
      headerRow = row;
      columns = header.names();
      headings.addAll(texts);
      for (int i = 0; i < columns.size(); i++) {
        if (!columns.get(i).isEmpty()) {
          places.put(columns.get(i), SheetRow.letters(i) + " (" + texts.get(i) + ")");
        }
      }
    }

    private Map<String, String> cells(SheetRow row) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < Math.max(row.width(), columns.size()); i++) {
        String column = i < columns.size() ? columns.get(i) : "";
        SheetCell cell = row.ownValue(i);
        if (!column.isEmpty()) {
          cells.put(column, text(cell, row.number(), column));
        } else if (!cell.text().isEmpty()) {
          problems.add(
              new Problem(
                  Problem.Kind.RULE_CELL_UNNAMED,
                  place(row.number(), SheetRow.letters(i)),
                  cell.text()));
        }
      }
      return cells;
    }

    /** The text that the reader of a cell sees. Columns that nobody reads are kept as they are. */
    private String text(SheetCell cell, int row, String column) {
      if (RuleColumns.isKnown(column)) {
        switch (cell.kind()) {
          case MERGED -> problem(Problem.Kind.MERGED_CELLS, row, column, "");
          case ERROR -> problem(Problem.Kind.CELL_ERROR, row, column, cell.text());
          case NO_VALUE -> problem(Problem.Kind.FORMULA_WITHOUT_VALUE, row, column, "");
          default -> {
            if (cell.shownInPart()) {
              problem(Problem.Kind.RULE_CELL_SHOWN_IN_PART, row, column, cell.text());
            }
          }
        }
      }
      return cell.text();
    }

    private void problem(Problem.Kind kind, int row, String column, String read) {
      problems.add(new Problem(kind, place(row, places.get(column)), read, column));
    }

    private SourceLocation place(int row, @Nullable String column) {
      return new SourceLocation(workbook.name(), sheet.name(), row, column);
    }

    private WorkbookRules done() {
      if (headerRow == 0) {
        throw new UnreadableInput(
            new Problem(Problem.Kind.EMPTY_FILE, place(0, null), workbook.name()));
      }
      List<Problem> remarks = new ArrayList<>();
      if (sheet.hidden()) {
        remarks.add(new Problem(Problem.Kind.HIDDEN_SHEET, place(0, null), sheet.name()));
      } else if (!hidden.isEmpty()) {
        remarks.add(
            new Problem(Problem.Kind.HIDDEN_ROWS, place(hidden.get(0), null), sheet.name())
                .alsoAt(hidden.subList(1, hidden.size())));
      }
      return new WorkbookRules(
          new RuleSheet(workbook.name(), columns, rows),
          headerRow,
          headings,
          comments,
          workbook.notes(sheet),
          remarks);
    }
  }
}
