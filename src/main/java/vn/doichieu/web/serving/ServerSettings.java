package vn.doichieu.web.serving;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * How a server is to run.
 *
 * @param home the program's folder, with rules/
 * @param dataDir what the server keeps: database, key of the log
 * @param address the network address it listens on
 * @param port 0 for any free one
 * @param database a JDBC address; null for a database file in the data folder
 * @param proxy the address of the one proxy that is believed about where requests come from; null
 *     for none
 * @param clock what time it is
 */
public record ServerSettings(
    Path home,
    Path dataDir,
    String address,
    int port,
    @Nullable String database,
    @Nullable String proxy,
    Clock clock) {

  /** Without a proxy. */
  public ServerSettings(
      Path home, Path dataDir, String address, int port, @Nullable String database, Clock clock) {
    this(home, dataDir, address, port, database, null, clock);
  }
}
