package vn.doichieu.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Layout;

/**
 * Tables with the same columns as one, in which every row says by itself what it belongs to.
 *
 * @param columns all its columns, those for section and group first
 * @param layout whether its columns are of different kinds or all alike
 */
record FlatTable(
    List<Column> columns, Layout layout, List<Source> sources, boolean sectioned, boolean grouped)
    implements SheetContent.Part {

  /** A table with the title of the section that it stands in. */
  record Source(String section, Table table) {

    /** What tells its rows from those of other tables. */
    private String label() {
      return table.caption().isEmpty() ? section : section + " – " + table.caption();
    }
  }

  private static final int LABEL_WIDTH = 3;

  /** Whether tables have the same columns, and the same kind of groups where they have groups. */
  static boolean canJoin(List<Source> sources) {
    List<Table> tables = sources.stream().map(Source::table).toList();
    return !tables.isEmpty()
        && (tables.size() == 1 || tables.stream().allMatch(t -> t.layout() == Layout.ROWS))
        && tables.stream().map(FlatTable::headings).distinct().count() == 1
        && tables.stream().map(Table::groupHeading).filter(h -> !h.isEmpty()).distinct().count()
            <= 1;
  }

  private static List<String> headings(Table table) {
    return table.columns().stream().map(c -> c.kind() + " " + c.heading()).toList();
  }

  /**
   * One table of several that {@link #canJoin}.
   *
   * @param sectionHeading the heading of the column that tells several tables apart
   */
  static FlatTable join(List<Source> sources, String sectionHeading) {
    List<Table> tables = sources.stream().map(Source::table).toList();
    boolean sectioned = sources.size() > 1;
    boolean grouped =
        tables.stream().flatMap(t -> t.groups().stream()).anyMatch(g -> !g.title().isEmpty());
    List<Column> columns = new ArrayList<>();
    if (sectioned) {
      columns.add(new Column(sectionHeading, Kind.TEXT, LABEL_WIDTH));
    }
    if (grouped) {
      String heading =
          tables.stream().map(Table::groupHeading).filter(h -> !h.isEmpty()).findFirst().orElse("");
      columns.add(new Column(heading, Kind.TEXT, LABEL_WIDTH));
    }
    columns.addAll(tables.get(0).columns());
    return new FlatTable(columns, tables.get(0).layout(), sources, sectioned, grouped);
  }

  boolean isGrid() {
    return layout == Layout.GRID;
  }

  /** Whether a column holds words for results. */
  boolean isResult(int column) {
    return columns.get(column).kind() == Kind.RESULT;
  }

  /** Its rows, each with a cell for every column. */
  Stream<List<Cell>> rows() {
    return sources.stream()
        .flatMap(
            source ->
                source.table().groups().stream()
                    .flatMap(
                        group -> {
                          List<Cell> labels = labels(source, group.title());
                          return group.rows().stream().map(row -> joined(labels, row.cells()));
                        }));
  }

  private List<Cell> labels(Source source, String group) {
    List<Cell> labels = new ArrayList<>();
    if (sectioned) {
      labels.add(Cell.of(source.label()));
    }
    if (grouped) {
      labels.add(Cell.of(group));
    }
    return labels;
  }

  private static List<Cell> joined(List<Cell> labels, List<Cell> cells) {
    if (labels.isEmpty()) {
      return cells;
    }
    List<Cell> all = new ArrayList<>(labels);
    all.addAll(cells);
    return all;
  }
}
