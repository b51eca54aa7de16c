package vn.doichieu.web.backup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.doichieu.web.store.WorkFolder;

/**
 * Where {@code doichieu backup} asks a running server for a backup: no other process can open its
 * database file. A port of its own on this machine only, for whoever can read the secret in the
 * data folder; apart from the address that people use.
 */
@Component
public class BackupDoor implements DisposableBean {

  static final String PATH = "/backup";
  static final String SECRET = "X-Doichieu-Secret";

  private static final Logger LOG = LoggerFactory.getLogger(BackupDoor.class);
  private static final int BYTES = 32;
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int FAILED = 500;
  private static final int NOT_MORE_AT_ONCE = 4;

  private final Backups backups;
  private final WorkFolder work;
  private @Nullable HttpServer server;
  private @Nullable Path told;

  BackupDoor(Backups backups, WorkFolder work) {
    this.backups = backups;
    this.work = work;
  }

  /** Opens it, and tells where in a file of the data folder. */
  public void open(Path dataDir) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    try {
      HttpServer opened =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), NOT_MORE_AT_ONCE);
      opened.createContext("/", exchange -> answer(exchange, secret));
      opened.start();
      server = opened;
      RunningServer running = new RunningServer(opened.getAddress().getPort(), secret);
      running.tell(dataDir);
      told = RunningServer.file(dataDir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange, String secret) throws IOException {
    try (exchange) {
      String given = exchange.getRequestHeaders().getFirst(SECRET);
      boolean mayHave =
          given != null
              && MessageDigest.isEqual(
                  given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
      if (!mayHave
          || !exchange.getRequestMethod().equals("POST")
          || !exchange.getRequestURI().getPath().equals(PATH)) {
        exchange.sendResponseHeaders(FORBIDDEN, -1);
        return;
      }
      work.temporary(folder -> send(folder.resolve("backup.zip"), exchange));
    } catch (RuntimeException e) {
      LOG.error("backup failed", e);
      if (exchange.getResponseCode() < 0) {
        exchange.sendResponseHeaders(FAILED, -1);
      }
    }
  }

  /**
   * Whole on the disk before the first byte goes out: what is cut off can be told by its length.
   */
  private boolean send(Path file, HttpExchange exchange) {
    try {
      PrivateFile.write(file, out -> backups.write(out, "backup"));
      exchange.sendResponseHeaders(OK, Files.size(file));
      try (OutputStream out = exchange.getResponseBody()) {
        Files.copy(file, out);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void destroy() throws IOException {
    if (server != null) {
      server.stop(0);
    }
    if (told != null) {
      Files.deleteIfExists(told);
    }
  }
}
