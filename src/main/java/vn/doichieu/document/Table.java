package vn.doichieu.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table.
 *
 * @param id unique in its document, of letters, digits and hyphens
 * @param caption what it shows; empty where the heading of its section says so already
 * @param layout whether its columns are of different kinds or all alike
 * @param columns its columns, of which some stand below others on paper
 * @param groupHeading what its groups are ("Đơn vị"); empty where it is one group without a title
 * @param groups its rows, in groups
 */
public record Table(
    String id,
    String caption,
    Layout layout,
    List<Column> columns,
    String groupHeading,
    List<Group> groups)
    implements Block {

  public Table {
    caption = Cell.clean(caption);
    groupHeading = Cell.clean(groupHeading);
    columns = List.copyOf(columns);
    groups = List.copyOf(groups);
  }

  /** A table of one group. */
  public static Table of(String id, String caption, List<Column> columns, List<Row> rows) {
    return new Table(
        id, caption, Layout.ROWS, columns, "", List.of(new Group("", "", List.copyOf(rows))));
  }

  /** All its rows. */
  public Stream<Row> rows() {
    return groups.stream().flatMap(group -> group.rows().stream());
  }

  /** The same columns with the rows of one group. */
  public Table with(Group group) {
    return new Table(id, caption, layout, columns, groupHeading, List.of(group));
  }

  /** The columns that stand side by side on paper, by their place in {@link #columns}. */
  public List<Integer> pageColumns() {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).below() < 0)
        .boxed()
        .toList();
  }

  /** The columns that stand in one column on paper: the one given, then those below it. */
  public List<Integer> stacked(int column) {
    return IntStream.range(0, columns.size())
        .filter(i -> i == column || columns.get(i).below() == column)
        .boxed()
        .toList();
  }

  /**
   * A grid that is too broad for paper, in parts of about the same breadth, each with the first
   * column again, and without the rows that say nothing in it.
   *
   * @param most how many other columns go on one sheet of paper
   */
  public List<Table> parts(int most) {
    int others = columns.size() - 1;
    if (layout == Layout.ROWS || others <= most) {
      return List.of(this);
    }
    int count = (others + most - 1) / most;
    int even = (others + count - 1) / count;
    List<Table> parts = new ArrayList<>();
    for (int from = 1; from < columns.size(); from += even) {
      int first = from;
      int last = Math.min(from + even, columns.size());
      List<Group> cut =
          groups.stream()
              .map(
                  group ->
                      new Group(
                          group.id(),
                          group.title(),
                          group.rows().stream()
                              .map(row -> row.part(first, last))
                              .filter(Row::saysAnything)
                              .toList()))
              .toList();
      parts.add(
          new Table(
              id + "-" + (parts.size() + 1), caption, layout, cut(columns, first, last), "", cut));
    }
    return parts;
  }

  private static <T> List<T> cut(List<T> all, int first, int last) {
    return Stream.concat(Stream.of(all.get(0)), all.subList(first, last).stream()).toList();
  }

  /** What kind of table it is. */
  public enum Layout {
    ROWS,
    /** A first column with names, and columns that are all alike: a heat map. */
    GRID
  }

  /**
   * A column.
   *
   * @param width its share of the breadth, against the widths of the others
   * @param below the place of the column that it stands below on paper; -1 if beside the others
   */
  public record Column(String heading, Kind kind, int width, int below) {

    public Column {
      heading = Cell.clean(heading);
    }

    public Column(String heading, Kind kind, int width) {
      this(heading, kind, width, -1);
    }

    /** What a column holds. */
    public enum Kind {
      TEXT,
      /** Words of the plan itself. */
      QUOTE,
      /** Numbers, rates and days, which stand to the right. */
      NUMBER,
      /** The word for a result. */
      RESULT
    }
  }

  /**
   * Rows that belong together.
   *
   * @param id unique in its document; empty where the group has no title
   */
  public record Group(String id, String title, List<Row> rows) {

    public Group {
      title = Cell.clean(title);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row.
   *
   * @param unit the code of the unit that it is about; empty if of none or several
   * @param unitName its name
   * @param tone the result that it is about; {@link Tone#NONE} if of none or several
   */
  public record Row(String unit, String unitName, Tone tone, List<Cell> cells) {

    public Row {
      unitName = Cell.clean(unitName);
      cells = List.copyOf(cells);
    }

    /** A row of no unit and result. */
    public static Row of(Cell... cells) {
      return new Row("", "", Tone.NONE, List.of(cells));
    }

    private boolean saysAnything() {
      return cells.stream().skip(1).anyMatch(cell -> !cell.text().isEmpty());
    }

    private Row part(int first, int last) {
      return new Row(unit, unitName, tone, cut(cells, first, last));
    }
  }
}
