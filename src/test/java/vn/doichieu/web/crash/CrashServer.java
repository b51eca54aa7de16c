package vn.doichieu.web.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.edition.ListFormat;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.AreaRules;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.lists.ListJob;
import vn.doichieu.web.lists.ListMaker;
import vn.doichieu.web.page.PlanTitle;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.serving.Server;
import vn.doichieu.web.serving.ServerSettings;
import vn.doichieu.web.store.Store;

/**
 * The real server in a process of its own, which a test can kill. Beside its own port it listens on
 * another one, where single things are done over HTTP: an answer means that they were acknowledged.
 *
 * <p>Arguments: the data folder, and a JDBC address or "-".
 */
public final class CrashServer {

  /** The plan that is judged and listed. */
  static final String PLAN = "hoc_mon_2024";

  /** A plan of which versions are published that nothing is judged by. */
  static final String PUBLISHED = "crash_plan";

  private static final int THREADS = 16;

  private final Server server;
  private final Area area;
  private final Viewer viewer;

  private CrashServer(Server server) {
    this.server = server;
    area = area();
    viewer = account("staff").viewer(true);
    // The rules are compiled before the first submission, which else would take until the kill.
    server.part(AreaRules.class).of(area);
  }

  public static void main(String[] args) throws IOException {
    @Nullable String database = args[1].equals("-") ? null : args[1];
    ServerSettings settings =
        new ServerSettings(
            Path.of("").toAbsolutePath(),
            Path.of(args[0]),
            "127.0.0.1",
            0,
            database,
            Clock.systemUTC());
    CrashServer crash = new CrashServer(Server.start(settings));
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newFixedThreadPool(THREADS));
    http.createContext("/", crash::answer);
    http.start();
    System.out.println("READY " + http.getAddress().getPort());
    System.out.flush();
  }

  private Area area() {
    Areas areas = server.part(Areas.class);
    Viewer anybody = account("staff").viewer(true);
    if (areas.visibleTo(anybody).isEmpty()) {
      TestServer.emptyArea(server, PLAN);
    }
    return areas.visibleTo(anybody).get(0);
  }

  private Account account(String login) {
    Accounts accounts = server.part(Accounts.class);
    if (accounts.find(login).isEmpty()) {
      accounts.create(login, "Phòng " + login, Role.STAFF, null, null);
    }
    return accounts.find(login).orElseThrow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String word = String.valueOf(exchange.getRequestURI().getQuery());
    int status = 200;
    String answer;
    try {
      answer =
          switch (exchange.getRequestURI().getPath()) {
            case "/submit" -> submit(word);
            case "/publish" -> publish(word);
            case "/list" -> list(word);
            case "/state" -> new CrashState(server).text();
            default -> throw new IllegalArgumentException(word);
          };
    } catch (Refusal e) {
      status = e.status();
      answer = e.key();
    } catch (RuntimeException e) {
      e.printStackTrace();
      status = 500;
      answer = e.toString();
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /**
   * An upload for the whole area and its submission; a unit's own would be refused as overtaken.
   */
  private String submit(String word) {
    Filings filings = server.part(Filings.class);
    byte[] figures =
        ("unit,item,period,value,note\nBA_DIEM,nobody_reads_this,2024,"
                + word.length()
                + ","
                + word
                + "\n")
            .getBytes(StandardCharsets.UTF_8);
    long upload =
        filings.keep(
            viewer,
            area,
            "U" + word.hashCode(),
            Upload.Kind.FILE,
            new TreeMap<>(Map.of("figures.csv", figures)),
            Set.of());
    Filed filed = filings.submit(viewer, filings.upload(upload), word, word);
    return Long.toString(filed.id());
  }

  private String publish(String word) {
    RulesVersions versions = server.part(RulesVersions.class);
    Store store = server.part(Store.class);
    TreeMap<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < 5; i++) {
      files.put(
          "file" + i + ".txt",
          ((word + "\n").repeat(500 * i + 1)).getBytes(StandardCharsets.UTF_8));
    }
    RuleFileSet set = new RuleFileSet(files);
    return Long.toString(
        store.write(
            () ->
                versions.publish(
                    PUBLISHED, new PlanTitle(word, word), set, word, null, null, null)));
  }

  /** Each by an account of its own, since one may wait for one list only. */
  private String list(String word) {
    Viewer asking = account("list-" + Math.floorMod(word.hashCode(), 3)).viewer(true);
    ListJob job =
        server
            .part(ListMaker.class)
            .start(
                asking,
                area,
                PLAN,
                new ListJob.Choice(TestServer.TODAY, false, Set.of(ListFormat.HTML), false, "vi"));
    return Long.toString(job.id());
  }
}
