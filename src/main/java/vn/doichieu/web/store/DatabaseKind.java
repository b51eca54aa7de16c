package vn.doichieu.web.store;

import java.nio.file.Path;

/** The databases that the application runs on. */
public enum DatabaseKind {
  H2("binary large object"),
  POSTGRESQL("bytea");

  private final String bytes;

  DatabaseKind(String bytes) {
    this.bytes = bytes;
  }

  /** The one type of a migration whose name differs. */
  public String bytes() {
    return bytes;
  }

  /** The kind that a JDBC address is of. */
  public static DatabaseKind of(String url) {
    return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : H2;
  }

  /** The address of a database file of our own in a folder. */
  public static String fileIn(Path folder) {
    return "jdbc:h2:file:"
        + folder.toAbsolutePath().resolve("doichieu")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
        + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=10000";
  }
}
