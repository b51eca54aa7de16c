package vn.doichieu.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.SheetCell;
import vn.doichieu.tabular.Table;
import vn.doichieu.tabular.TableHeader;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.workbook.SheetRow;
import vn.doichieu.workbook.SheetRows;
import vn.doichieu.workbook.Workbook;

/**
 * A list in a sheet of a workbook: its first row with any text names the columns. In some columns
 * the value of cells merged downwards is that of every row.
 */
public final class SheetTable implements Table {

  private final Workbook workbook;
  private final Workbook.Sheet sheet;
  private final SheetRows rows;
  private final TableHeader header;
  private final Set<Integer> filled = new HashSet<>();
  private final HiddenRows hidden;

  private SheetTable(Workbook workbook, Workbook.Sheet sheet, SheetRows rows, TableHeader header) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.rows = rows;
    this.header = header;
    this.hidden = new HiddenRows(workbook, sheet);
  }

  /**
   * Opens the sheet of a name, in any case of letters.
   *
   * @param filled the columns that are filled from cells merged downwards
   * @return null if the workbook has no such sheet
   * @throws UnreadableInput if it is not a table with the required columns
   */
  public static @Nullable SheetTable open(
      Workbook workbook, String name, List<String> required, List<String> filled) {
    for (Workbook.Sheet sheet : workbook.sheets()) {
      if (sheet.name().strip().equalsIgnoreCase(name)) {
        SheetRows rows = workbook.rows(sheet);
        try {
          TableHeader header = header(workbook, sheet, rows, required);
          SheetTable table = new SheetTable(workbook, sheet, rows, header);
          filled.forEach(column -> table.filled.add(header.column(column)));
          return table;
        } catch (UnreadableInput e) {
          rows.close();
          throw e;
        }
      }
    }
    return null;
  }

  private static TableHeader header(
      Workbook workbook, Workbook.Sheet sheet, SheetRows rows, List<String> required) {
    for (SheetRow row = rows.next(); row != null; row = rows.next()) {
      if (!row.isBlank()) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.width(); i++) {
          cells.add(row.cell(i).text());
        }
        return new TableHeader(workbook.name(), sheet.name(), row.number(), cells, required);
      }
    }
    throw new UnreadableInput(
        new Problem(
            Problem.Kind.EMPTY_FILE,
            new SourceLocation(workbook.name(), sheet.name(), 0, null),
            workbook.name()));
  }

  @Override
  public String name() {
    return workbook.name();
  }

  @Override
  public String sheet() {
    return sheet.name();
  }

  @Override
  public List<String> header() {
    return header.names();
  }

  @Override
  public int headerRow() {
    return header.row();
  }

  @Override
  public int column(String column) {
    return header.column(column);
  }

  @Override
  public List<Problem> remarks() {
    return hidden.problems();
  }

  @Override
  public void forEach(Consumer<? super Row> action) {
    for (SheetRow row = rows.next(); row != null; row = rows.next()) {
      if (!row.isBlank()) {
        hidden.saw(row);
        action.accept(new ListRow(row));
      }
    }
  }

  @Override
  public void close() {
    rows.close();
  }

  /** A row of the list; text beside the list is kept apart by its own column. */
  private final class ListRow implements Row {

    private final SheetRow row;

    private ListRow(SheetRow row) {
      this.row = row;
    }

    @Override
    public int line() {
      return row.number();
    }

    @Override
    public String cell(int column) {
      return sheetCell(column).text();
    }

    @Override
    public SheetCell sheetCell(int column) {
      return filled.contains(column) ? row.filled(column) : row.ownValue(column);
    }

    @Override
    public int cells() {
      return row.width();
    }

    @Override
    public String text() {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.width(); i++) {
        cells.add(cell(i));
      }
      return String.join(",", cells);
    }
  }
}
