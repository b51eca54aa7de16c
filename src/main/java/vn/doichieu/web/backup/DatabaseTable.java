package vn.doichieu.web.backup;

import java.sql.Types;
import java.util.List;

/**
 * A table of the database.
 *
 * @param key the columns of its primary key, by which its rows are put in order
 * @param numbered whether the database itself gives the numbers of its rows
 */
public record DatabaseTable(String name, List<Column> columns, List<String> key, boolean numbered) {

  public DatabaseTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** What a column holds, whatever the database calls it. */
  public enum Kind {
    NUMBER,
    TEXT,
    TRUTH,
    DAY,
    MOMENT,
    BYTES;

    static Kind of(int type) {
      return switch (type) {
        case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> NUMBER;
        case Types.BOOLEAN, Types.BIT -> TRUTH;
        case Types.DATE -> DAY;
        case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
        case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> BYTES;
        case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> TEXT;
        default -> throw new IllegalArgumentException("no kind for SQL type " + type);
      };
    }
  }

  /** A column. */
  public record Column(String name, Kind kind) {}

  /** Whether some of it can be large. */
  public boolean hasBytes() {
    return columns.stream().anyMatch(column -> column.kind() == Kind.BYTES);
  }

  /** The statement that gives all rows, in the order of their key. */
  public String select() {
    return "select "
        + names(columns.stream().map(Column::name).toList())
        + " from "
        + quoted(name)
        + " order by "
        + names(key);
  }

  /** The statement that adds a row. */
  public String insert() {
    return "insert into "
        + quoted(name)
        + " ("
        + names(columns.stream().map(Column::name).toList())
        + ") values ("
        + "?, ".repeat(columns.size() - 1)
        + "?)";
  }

  private static String names(List<String> names) {
    return String.join(", ", names.stream().map(DatabaseTable::quoted).toList());
  }

  /** A name as it stands in a statement. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
