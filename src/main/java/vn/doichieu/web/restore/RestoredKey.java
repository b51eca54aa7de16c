package vn.doichieu.web.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.doichieu.web.audit.AuditKey;
import vn.doichieu.web.backup.PrivateFile;

/**
 * The key of a log whose tables are restored on a database server. File and tables cannot change in
 * one step: the key waits beside, and counts once the tables are those that it fits.
 */
public final class RestoredKey {

  private static final String WAITING = "audit.key.restored";
  private static final String KEY = "audit.key";

  private RestoredKey() {}

  static void await(Path dataDir, String key) throws IOException {
    Files.createDirectories(dataDir);
    PrivateFile.write(
        dataDir.resolve(WAITING), out -> out.write(key.getBytes(StandardCharsets.UTF_8)));
  }

  /** Lets a waiting key count if the log in the database was written with it; else drops it. */
  public static void settle(Path dataDir, String url) {
    Path waiting = dataDir.resolve(WAITING);
    if (!Files.exists(waiting)) {
      return;
    }
    try {
      if (fits(AuditKey.of(Files.readString(waiting)), url)) {
        Files.move(
            waiting,
            dataDir.resolve(KEY),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.delete(waiting);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean fits(AuditKey key, String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select number, at, actor, address, action, subject, detail, previous, hash"
                    + " from audit_entry order by number desc limit 1")) {
      return row.next() && key.fits(AuditEntries.of(row));
    }
  }
}
