package vn.doichieu.testing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.serving.Server;
import vn.doichieu.web.serving.ServerSettings;
import vn.doichieu.web.store.Store;

/**
 * A real server on a free port, with an empty database of its own: H2, or PostgreSQL where the
 * property {@code doichieu.test.database} says "postgresql".
 */
public final class TestServer implements AutoCloseable {

  /** The password of every account that {@link #account} makes. */
  public static final String PASSWORD = "mat khau dai cua thu 2024";

  /** The hash itself says how much work it is: little here, or every sign-in would take long. */
  private static final String HASH = new BCryptPasswordEncoder(4).encode(PASSWORD);

  /** The day it is for every test server: the sample data of 2024 are complete. */
  public static final LocalDate TODAY = LocalDate.of(2025, 2, 1);

  private final Path dataDir;
  private final ServerSettings settings;
  private Server server;

  private TestServer(Path dataDir, ServerSettings settings) {
    this.dataDir = dataDir;
    this.settings = settings;
    server = Server.start(settings);
  }

  /** Starts a server as of {@link #TODAY}. */
  public static TestServer start() {
    return start(TODAY);
  }

  /** Starts a server for which it is noon of a day. */
  public static TestServer start(LocalDate today) {
    try {
      Path dataDir = Files.createTempDirectory("doichieu-server");
      return new TestServer(dataDir, settings(dataDir, today));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server on PostgreSQL as of {@link #TODAY}, whatever the property says. */
  public static TestServer onPostgres() {
    try {
      Path dataDir = Files.createTempDirectory("doichieu-server");
      String database = TestPostgres.newDatabase();
      return new TestServer(dataDir, settings(dataDir, noon(TODAY), database));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server by a clock of the test's own. */
  public static TestServer start(Clock clock) {
    try {
      Path dataDir = Files.createTempDirectory("doichieu-server");
      return new TestServer(dataDir, settings(dataDir, clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSettings settings(Path dataDir, LocalDate today) {
    return settings(dataDir, noon(today));
  }

  private static Clock noon(LocalDate day) {
    ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
    Instant noon = day.atTime(12, 0).atZone(zone).toInstant();
    return Clock.fixed(noon, zone);
  }

  private static ServerSettings settings(Path dataDir, Clock clock) {
    String database =
        "postgresql".equals(System.getProperty("doichieu.test.database"))
            ? TestPostgres.newDatabase()
            : null;
    return settings(dataDir, clock, database);
  }

  private static ServerSettings settings(Path dataDir, Clock clock, @Nullable String database) {
    return new ServerSettings(
        Path.of("").toAbsolutePath(), dataDir, "127.0.0.1", 0, database, clock);
  }

  /** Stops it and starts it again over the same database; on another port. */
  public void restart() {
    server.close();
    server = Server.start(settings);
  }

  /** Where it answers, without a slash at the end. */
  public String address() {
    return "http://127.0.0.1:" + server.port();
  }

  /** The running server. */
  public Server server() {
    return server;
  }

  /** A part of the server. */
  public <T> T part(Class<T> kind) {
    return server.part(kind);
  }

  /** The server's data folder. */
  public Path dataDir() {
    return dataDir;
  }

  /** An area made of a folder of sample data, judged by its plan; its figures are submitted. */
  public Area sample(String planId) {
    Area area = emptyArea(planId);
    Path folder = Path.of("sample-data", planId);
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("figures") || name.endsWith(".xlsx")) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Filings filings = part(Filings.class);
    var staff = account("staff-of-" + area.id(), Role.STAFF, null, null).viewer(true);
    long upload = filings.keep(staff, area, null, Upload.Kind.FOLDER, files, Set.of());
    filings.submit(staff, filings.upload(upload), "", null);
    return part(Areas.class).get(area.id());
  }

  /** An area with the units of a folder of sample data, judged by its plan, without figures. */
  public Area emptyArea(String planId) {
    return emptyArea(server, planId);
  }

  /** As above, on any server. */
  public static Area emptyArea(Server server, String planId) {
    Areas areas = server.part(Areas.class);
    Path units = Path.of("sample-data", planId, "units.csv");
    List<String> columns = new ArrayList<>(List.of("code", "name", "kind", "role", "parent"));
    long id;
    try (CsvTable table = CsvTable.open(units, columns)) {
      id = areas.create(table);
    }
    areas.attach(id, planId, null);
    return areas.get(id);
  }

  /** An account that has chosen {@link #PASSWORD} already. */
  public Account account(String login, Role role, @Nullable Area area, @Nullable String unit) {
    part(Store.class)
        .write(
            () ->
                part(Store.class)
                    .sql()
                    .sql(
                        "insert into account (login, title, role, area_id, unit_code,"
                            + " password_hash, must_change, active, failed_logins, created_at,"
                            + " revision) values (?, ?, ?, ?, ?, ?, false, true, 0, ?, 1)")
                    .params(
                        login,
                        "Tài khoản " + login,
                        role.code(),
                        area == null ? null : area.id(),
                        unit,
                        HASH,
                        TODAY.atTime(9, 0).atOffset(ZoneOffset.UTC))
                    .update());
    return part(Accounts.class).find(login).orElseThrow();
  }

  /** Somebody with a browser, who has not signed in. */
  public Visitor visitor() {
    return new Visitor(address());
  }

  /** Somebody who has signed in to an account of {@link #account}. */
  public Visitor signedIn(String login) {
    Visitor visitor = visitor();
    visitor.signIn(login, PASSWORD);
    return visitor;
  }

  @Override
  public void close() {
    server.close();
    try (Stream<Path> files = Files.walk(dataDir)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
