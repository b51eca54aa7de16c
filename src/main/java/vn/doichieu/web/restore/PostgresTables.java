package vn.doichieu.web.restore;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.web.backup.DatabaseTable;
import vn.doichieu.web.backup.Schema;

/** Lets the tables of one schema of a PostgreSQL database take the place of another's, at once. */
final class PostgresTables {

  /** The schema in which a restoration is made. */
  static final String MAKING = "doichieu_restoring";

  private static final String ASIDE = "before_restore_";

  private PostgresTables() {}

  /** Whether there are tables of ours where a server would look for them. */
  static boolean isTaken(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return !Schema.version(connection).isEmpty();
    }
  }

  /** Removes what an earlier restoration may have left. */
  static void clear(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists " + MAKING + " cascade");
    }
  }

  /** Moves what was there into a schema of its own and what was made into its place. */
  static void replace(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.setAutoCommit(false);
      String place = DatabaseTable.quoted(connection.getSchema());
      List<String> old = ours(connection);
      try (Statement statement = connection.createStatement()) {
        if (!old.isEmpty()) {
          String aside = aside(statement);
          statement.execute("create schema " + aside);
          move(old, place, aside, statement);
        }
        connection.setSchema(MAKING);
        move(ours(connection), MAKING, place, statement);
        statement.execute("drop schema " + MAKING);
      }
      connection.commit();
    }
  }

  private static List<String> ours(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    if (!Schema.version(connection).isEmpty()) {
      Schema.tables(connection).forEach(table -> names.add(table.name()));
      names.add(Schema.HISTORY);
    }
    return names;
  }

  private static void move(List<String> tables, String from, String to, Statement statement)
      throws SQLException {
    for (String table : tables) {
      String name = DatabaseTable.quoted(table);
      statement.execute("alter table " + from + "." + name + " set schema " + to);
    }
  }

  private static String aside(Statement statement) throws SQLException {
    int number = 1;
    while (exists(ASIDE + number, statement)) {
      number++;
    }
    return ASIDE + number;
  }

  private static boolean exists(String schema, Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select 1 from information_schema.schemata where schema_name = '" + schema + "'")) {
      return rows.next();
    }
  }
}
