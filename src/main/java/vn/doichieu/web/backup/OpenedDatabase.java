package vn.doichieu.web.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.doichieu.web.audit.AuditKey;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.store.DatabaseKind;
import vn.doichieu.web.store.Store;

/** The database of a data folder, opened for one command where no server runs. */
final class OpenedDatabase implements AutoCloseable {

  private final SingleConnectionDataSource source;
  private final Backups backups;

  private OpenedDatabase(SingleConnectionDataSource source, Backups backups) {
    this.source = source;
    this.backups = backups;
  }

  /** Whether there is anything to open. */
  static boolean isThere(Path dataDir, @Nullable String url) {
    return Files.exists(dataDir.resolve("audit.key"))
        && (url != null || Files.exists(dataDir.resolve("doichieu.mv.db")));
  }

  /**
   * Opens it.
   *
   * @param url its address; null for the file in the data folder
   * @throws SQLException if it cannot be opened, or has no tables of ours
   */
  static OpenedDatabase open(Path dataDir, @Nullable String url, Clock clock) throws SQLException {
    String address = url == null ? DatabaseKind.fileIn(dataDir) + ";IFEXISTS=TRUE" : url;
    SingleConnectionDataSource source = new SingleConnectionDataSource(address, true);
    try {
      if (Schema.version(source.getConnection()).isEmpty()) {
        throw new SQLException("no tables");
      }
    } catch (SQLException e) {
      source.destroy();
      throw e;
    }
    Store store =
        new Store(
            JdbcClient.create(source),
            new DataSourceTransactionManager(source),
            DatabaseKind.of(address));
    AuditKey key = AuditKey.in(dataDir);
    AuditLog log = new AuditLog(store, key, clock);
    return new OpenedDatabase(source, new Backups(store, source, log, key, clock));
  }

  Backups backups() {
    return backups;
  }

  @Override
  public void close() {
    source.destroy();
  }
}
