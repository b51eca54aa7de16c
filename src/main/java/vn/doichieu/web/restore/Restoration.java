package vn.doichieu.web.restore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.doichieu.web.backup.DatabaseTable;
import vn.doichieu.web.backup.Manifest;
import vn.doichieu.web.backup.RowWriter;
import vn.doichieu.web.backup.Schema;
import vn.doichieu.web.store.DatabaseKind;
import vn.doichieu.web.store.Store;

/** Fills an empty database with a backup, and holds what it has become against the backup. */
final class Restoration {

  private static final String MIGRATIONS = "classpath:vn/doichieu/web/store";

  private final BackupFile backup;
  private final String url;
  private final String schema;

  /**
   * A restoration.
   *
   * @param url a database that can be written to
   * @param schema where in it; made where there is none, and empty
   */
  Restoration(BackupFile backup, String url, String schema) {
    this.backup = backup;
    this.url = url;
    this.schema = schema;
  }

  /** Does it. Throws what is wrong; then nothing of the database counts. */
  void run() throws SQLException, IOException {
    SingleConnectionDataSource source = new SingleConnectionDataSource(url, true);
    try {
      migrate();
      Connection connection = source.getConnection();
      connection.setSchema(schema);
      List<DatabaseTable> tables = tables(connection);
      fill(tables, connection);
      Store store =
          new Store(
              JdbcClient.create(source),
              new DataSourceTransactionManager(source),
              DatabaseKind.of(url));
      compare(tables, store);
      AuditEntries.check(store, backup.manifest().audit());
    } finally {
      source.destroy();
    }
  }

  private void migrate() {
    String version = backup.manifest().schema();
    Flyway flyway =
        Flyway.configure()
            .dataSource(url, null, null)
            .locations(MIGRATIONS)
            .placeholders(Map.of("bytes", DatabaseKind.of(url).bytes()))
            .defaultSchema(schema)
            .createSchemas(true)
            .target(MigrationVersion.fromVersion(version))
            .load();
    boolean known =
        Arrays.stream(flyway.info().all())
            .anyMatch(info -> info.getVersion().getVersion().equals(version));
    if (!known) {
      throw new UnfitBackup("restore.newer", backup.manifest().program());
    }
    flyway.migrate();
  }

  /** Those of the backup, in its order; they are the ones that the migrations have made. */
  private List<DatabaseTable> tables(Connection connection) throws SQLException {
    Map<String, DatabaseTable> made =
        Schema.tables(connection).stream()
            .collect(Collectors.toMap(DatabaseTable::name, Function.identity()));
    List<DatabaseTable> tables = new ArrayList<>();
    for (Manifest.Part part : backup.manifest().tables()) {
      DatabaseTable table = made.remove(part.name());
      if (table == null) {
        throw new UnfitBackup("restore.broken", part.name());
      }
      tables.add(table);
    }
    if (!made.isEmpty()) {
      throw new UnfitBackup("restore.broken", String.join(", ", made.keySet()));
    }
    return tables;
  }

  private void fill(List<DatabaseTable> tables, Connection connection)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (int i = tables.size() - 1; i >= 0; i--) {
        statement.execute("delete from " + DatabaseTable.quoted(tables.get(i).name()));
      }
      for (int i = 0; i < tables.size(); i++) {
        DatabaseTable table = tables.get(i);
        try (InputStream rows = backup.rows(backup.manifest().tables().get(i))) {
          new RowReader(table).read(rows, connection);
        }
        if (table.numbered()) {
          countOn(DatabaseTable.quoted(table.name()), statement);
        }
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** The next row gets the number behind the last. */
  private static void countOn(String table, Statement statement) throws SQLException {
    try (ResultSet last = statement.executeQuery("select coalesce(max(id), 0) from " + table)) {
      last.next();
      long next = last.getLong(1) + 1;
      statement.execute("alter table " + table + " alter column id restart with " + next);
    }
  }

  /** Written out again the rows must be the same, byte for byte. */
  private void compare(List<DatabaseTable> tables, Store store) throws IOException {
    RowWriter writer = new RowWriter(store);
    for (int i = 0; i < tables.size(); i++) {
      DatabaseTable table = tables.get(i);
      Manifest.Part now = store.read(() -> written(writer, table));
      if (!now.equals(backup.manifest().tables().get(i))) {
        throw new UnfitBackup("restore.not_same", table.name());
      }
    }
  }

  private static Manifest.Part written(RowWriter writer, DatabaseTable table) {
    try {
      return writer.write(table, OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Nothing is written anywhere.
    }
  }
}
