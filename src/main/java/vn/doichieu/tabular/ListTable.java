package vn.doichieu.tabular;

import java.util.List;
import java.util.function.Consumer;
import vn.doichieu.domain.Problem;

/** A table that is in memory already, each row with the line that it was made from. */
public final class ListTable implements Table {

  private final String name;
  private final List<String> columns;
  private final List<Line> lines;

  /**
   * A table.
   *
   * @param name the file that places name
   * @param columns the columns, in lower case
   */
  public ListTable(String name, List<String> columns, List<Line> lines) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.lines = List.copyOf(lines);
  }

  /**
   * A row.
   *
   * @param line the line that places name
   * @param texts a text for every column of the table
   */
  public record Line(int line, List<String> texts) implements Row {

    public Line {
      texts = List.copyOf(texts);
    }

    @Override
    public String cell(int column) {
      return column < 0 || column >= texts.size() ? "" : CellText.clean(texts.get(column));
    }

    @Override
    public int cells() {
      return texts.size();
    }

    @Override
    public String text() {
      return String.join(",", texts);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> header() {
    return columns;
  }

  @Override
  public int headerRow() {
    return 0;
  }

  @Override
  public int column(String column) {
    return columns.indexOf(column);
  }

  @Override
  public void forEach(Consumer<? super Row> action) {
    lines.forEach(action);
  }

  @Override
  public List<Problem> remarks() {
    return List.of();
  }

  @Override
  public void close() {
    // There is nothing open.
  }
}
