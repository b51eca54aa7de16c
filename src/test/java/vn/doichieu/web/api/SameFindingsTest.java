package vn.doichieu.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.doichieu.cli.Run;
import vn.doichieu.testing.web.ApiCaller;
import vn.doichieu.testing.web.StoredFolder;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.ApiTokens.Scope;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.store.Store;

/** The same data folder through the command line, the API, the store and the pages. */
@Tag("web")
class SameFindingsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path CASES = Path.of("src", "test", "resources", "cases");
  private static final Pattern LINE = Pattern.compile("<tr data-finding=\"([^\"]+)\"");

  private static TestServer server;
  private static ApiCaller api;
  private static Visitor leader;
  private static int folders;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    Account account = server.account("leader", Role.LEADER, null, null);
    api = new ApiCaller(server, account, Scope.WRITE);
    leader = server.signedIn("leader");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "buon_ma_thuot_2024",
        "dong_nai_2023",
        "duy_tien_2026",
        "hoc_mon_2024",
        "soc_trang_2011"
      })
  void sampleDataGiveTheSameFindingsOnEveryWay(String plan) throws IOException {
    int year = Integer.parseInt(plan.substring(plan.length() - "2024".length()));
    everyWay(plan, Path.of("sample-data", plan), (year + 1) + "-02-01", false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoc_mon_2024/edge_01_waiver_eve_20241231_closed",
        "hoc_mon_2024/edge_01_waiver_eve_20250201",
        "hoc_mon_2024/edge_05_deadline_waiver_20240510",
        "hoc_mon_2024/edge_06_total_above_20250201",
        "buon_ma_thuot_2024/open1",
        "dong_nai_2023/open2",
        "duy_tien_2026/open3",
        "soc_trang_2011/open4"
      })
  void workedCasesDoToo(String name) throws IOException {
    Path folder = CASES.resolve(name);
    String asOf = Files.readString(folder.resolve("as_of")).strip();
    everyWay(
        name.substring(0, name.indexOf('/')), folder, asOf, Files.exists(folder.resolve("closed")));
  }

  private static void everyWay(String plan, Path folder, String asOf, boolean closed)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("check", plan, "--data", folder.toString(), "--as-of", asOf, "--format"));
    Run json = run(arguments, "json", closed);
    Run csv = run(arguments, "csv", closed);

    Map<String, String> fields =
        Map.of("plan", plan, "asOf", asOf, "closed", String.valueOf(closed));
    var sent = api.post("/api/v1/check", fields, files(folder));
    assertThat(sent.body()).as("POST check, JSON").isEqualTo(json.out());
    assertThat(sent.headers().firstValue(CheckApi.EXIT)).contains(String.valueOf(json.exit()));
    assertThat(api.post("/api/v1/check", fields, files(folder), "Accept", "text/csv").body())
        .as("POST check, CSV")
        .isEqualTo(csv.out());

    Area area = StoredFolder.put(server, plan, folder, "staff-" + ++folders);
    String when = "asOf=" + asOf + "&closed=" + closed;
    String base = "/areas/" + area.id() + "/plans/" + plan;
    JsonNode expected = JSON.readTree(json.out());
    JsonNode stored = JSON.readTree(api.get("/api/v1" + base + "/result?" + when).body());
    for (String part : List.of("findings", "summary", "warnings", "problems")) {
      assertThat(stored.get(part)).as("stored: %s", part).isEqualTo(expected.get(part));
    }
    assertThat(paged("/api/v1" + base + "/findings?size=120&" + when))
        .as("stored, by pages")
        .containsExactlyElementsOf(expected.get("findings"));
    assertThat(readFromPages(base + "/findings?" + when))
        .as("read from the pages")
        .containsExactlyElementsOf(lines(expected.get("findings")));
    // Cases of one plan have the same area; its code is known once only.
    server
        .part(Store.class)
        .sql()
        .sql("update area set code = ? where id = ?")
        .params("done-" + area.id(), area.id())
        .update();
  }

  private static Run run(List<String> arguments, String format, boolean closed) {
    List<String> all = new ArrayList<>(arguments);
    all.add(format);
    if (closed) {
      all.add("--closed");
    }
    return Run.of(all.toArray(String[]::new));
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".csv") || name.endsWith(".xlsx") || name.endsWith(".json")) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    }
    files.remove("expected.csv");
    return files;
  }

  private static List<JsonNode> paged(String path) {
    List<JsonNode> all = new ArrayList<>();
    for (int page = 0; ; page++) {
      JsonNode answer = JSON.readTree(api.get(path + "&page=" + page).body());
      answer.get("findings").forEach(all::add);
      if (all.size() >= answer.get("total").asInt()) {
        return all;
      }
    }
  }

  /** "target unit period result" of every line of every page of the list. */
  private static List<String> readFromPages(String path) {
    List<String> all = new ArrayList<>();
    for (int page = 0; ; page++) {
      int before = all.size();
      Matcher line = LINE.matcher(leader.get(path + "&page=" + page).body());
      while (line.find()) {
        all.add(line.group(1));
      }
      if (all.size() == before) {
        return all;
      }
    }
  }

  private static List<String> lines(JsonNode findings) {
    List<String> lines = new ArrayList<>();
    findings.forEach(
        f ->
            lines.add(
                String.join(
                    " ",
                    f.get("target").asString(),
                    f.get("unit").asString(),
                    f.get("period").asString(),
                    f.get("result").asString())));
    return lines;
  }
}
