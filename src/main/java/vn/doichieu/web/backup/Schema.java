package vn.doichieu.web.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.doichieu.web.backup.DatabaseTable.Column;
import vn.doichieu.web.backup.DatabaseTable.Kind;

/**
 * The tables of a database as the database tells them: a new one is in the next backup by itself.
 */
public final class Schema {

  /** Where the migrations that were run are noted. */
  public static final String HISTORY = "flyway_schema_history";

  private Schema() {}

  /** All tables but the history of migrations, each behind those that it refers to. */
  public static List<DatabaseTable> tables(Connection connection) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    String schema = connection.getSchema();
    Map<String, DatabaseTable> left = new TreeMap<>();
    try (ResultSet rows =
        about.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        if (!name.equals(HISTORY)) {
          left.put(name, table(about, schema, name));
        }
      }
    }
    return inOrder(about, schema, left);
  }

  /** The number of the last migration; empty where there are no tables of ours. */
  public static String version(Connection connection) throws SQLException {
    try (ResultSet known =
        connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
      if (!known.next()) {
        return "";
      }
    }
    try (var statement = connection.createStatement();
        ResultSet last =
            statement.executeQuery(
                "select \"version\" from \""
                    + HISTORY
                    + "\" where \"success\" = true"
                    + " and \"version\" is not null order by \"installed_rank\" desc")) {
      return last.next() ? last.getString(1) : "";
    }
  }

  private static DatabaseTable table(DatabaseMetaData about, String schema, String name)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    boolean numbered = false;
    try (ResultSet rows = about.getColumns(null, schema, name, "%")) {
      while (rows.next()) {
        String column = rows.getString("COLUMN_NAME");
        columns.add(new Column(column, Kind.of(rows.getInt("DATA_TYPE"))));
        numbered |= column.equals("id") && rows.getString("IS_AUTOINCREMENT").equals("YES");
      }
    }
    SortedMap<Integer, String> key = new TreeMap<>();
    try (ResultSet rows = about.getPrimaryKeys(null, schema, name)) {
      while (rows.next()) {
        key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    if (key.isEmpty()) {
      throw new IllegalStateException("table without a key: " + name);
    }
    return new DatabaseTable(name, columns, List.copyOf(key.values()), numbered);
  }

  private static List<DatabaseTable> inOrder(
      DatabaseMetaData about, String schema, Map<String, DatabaseTable> left) throws SQLException {
    Map<String, Set<String>> needs = new TreeMap<>();
    for (String name : left.keySet()) {
      Set<String> others = new LinkedHashSet<>();
      try (ResultSet rows = about.getImportedKeys(null, schema, name)) {
        while (rows.next()) {
          others.add(rows.getString("PKTABLE_NAME"));
        }
      }
      others.remove(name); // Rows refer to earlier rows of their own table.
      needs.put(name, others);
    }
    List<DatabaseTable> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      String next =
          left.keySet().stream()
              .filter(
                  name -> needs.getOrDefault(name, Set.of()).stream().noneMatch(left::containsKey))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables in a circle: " + left.keySet()));
      ordered.add(left.remove(next));
    }
    return ordered;
  }
}
