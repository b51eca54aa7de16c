package vn.doichieu.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.doichieu.cli.Run;
import vn.doichieu.testing.web.ApiCaller;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.account.ApiTokens.Scope;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.store.Store;

@Tag("web")
class ApiTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path SAMPLE = Path.of("sample-data", "hoc_mon_2024");

  private static final byte[] FIGURES = "unit,item,period,value\n".getBytes(StandardCharsets.UTF_8);

  private static TestServer server;
  private static ApiCaller api;
  private static ApiCaller clerk;
  private static Area area;
  private static String base;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample("hoc_mon_2024");
    base = "/api/v1/areas/" + area.id() + "/plans/hoc_mon_2024";
    api = new ApiCaller(server, server.account("leader", Role.LEADER, null, null), Scope.WRITE);
    clerk =
        new ApiCaller(server, server.account("clerk", Role.CLERK, area, "TRUNG_CHANH"), Scope.READ);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void areasAndPlansAreListedForThoseWhoSeeThem() {
    JsonNode areas = JSON.readTree(api.get("/api/v1/areas").body());
    assertThat(areas.get("total").asInt()).isEqualTo(1);
    assertThat(areas.get("items").get(0).get("code").asString()).isEqualTo("HOC_MON");
    JsonNode plans = JSON.readTree(clerk.get("/api/v1/areas/" + area.id() + "/plans").body());
    assertThat(plans.get("items").get(0).get("plan").asString()).isEqualTo("hoc_mon_2024");
    assertThat(api.get("/api/v1/areas/999/plans").statusCode()).isEqualTo(404);
    assertThat(api.get("/api/v1/areas/" + area.id() + "/plans/dong_nai_2023/findings").statusCode())
        .isEqualTo(404);
  }

  @Test
  void findingsAreFilteredAndPaged() {
    JsonNode missed =
        JSON.readTree(api.get(base + "/findings?result=not_met&result=invalid&size=7").body());
    assertThat(missed.get("findings")).hasSize(7);
    missed
        .get("findings")
        .forEach(f -> assertThat(f.get("result").asString()).isIn("not_met", "invalid"));
    JsonNode one = JSON.readTree(api.get(base + "/findings?target=HM-N6&unit=HOC_MON").body());
    assertThat(one.get("total").asInt()).isEqualTo(1);
    assertThat(one.get("findings").get(0).get("numerator").asInt()).isEqualTo(78);
    assertThat(api.get(base + "/findings?page=1000000").statusCode()).isEqualTo(200);
    assertThat(api.get(base + "/findings?result=good").statusCode()).isEqualTo(400);
    assertThat(api.get(base + "/findings?asOf=yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void clerksGetFindingsOfTheirOwnUnitOnly() {
    JsonNode own = JSON.readTree(clerk.get(base + "/findings?size=500").body());
    Set<String> units = new HashSet<>();
    own.get("findings").forEach(f -> units.add(f.get("unit").asString()));
    assertThat(units).containsExactly("TRUNG_CHANH");
    assertThat(clerk.get(base + "/result").statusCode()).isEqualTo(403);
    assertThat(clerk.get(base + "/findings/HM-N6/BA_DIEM/2024/explanation").statusCode())
        .isEqualTo(404);
    assertThat(clerk.get(base + "/findings/HM-N6/TRUNG_CHANH/2024/explanation").statusCode())
        .isEqualTo(200);
  }

  @Test
  void explanationsAreThoseOfTheCommandLine() {
    JsonNode told =
        JSON.readTree(api.get(base + "/findings/HM-N6/HOC_MON/2024/explanation").body());
    Run run =
        Run.of(
            "explain",
            "hoc_mon_2024",
            "--data",
            SAMPLE.toString(),
            "--target",
            "HM-N6",
            "--unit",
            "HOC_MON",
            "--as-of",
            "2025-02-01",
            "--format",
            "json");
    JsonNode expected = JSON.readTree(run.out());
    for (String part : expected.propertyNames()) {
      if (!part.equals("provenance")) {
        assertThat(told.get(part)).as(part).isEqualTo(expected.get(part));
      }
    }
  }

  @Test
  void whatIsKnownIsNotSentAgainUntilSomethingChanges() {
    HttpResponse<String> first = api.get(base + "/findings");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(api.get(base + "/findings", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(api.get(base + "/findings?asOf=2024-06-01", "If-None-Match", tag).statusCode())
        .isEqualTo(200);

    server.part(Store.class).write(() -> server.part(Areas.class).changed(area.id()));

    assertThat(api.get(base + "/findings", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void aZipOfADataFolderIsCheckedAndNothingIsKept() throws IOException {
    long submissions = count("submission") + count("upload");
    Map<String, String> fields = Map.of("plan", "hoc_mon_2024", "asOf", "2025-02-01");

    HttpResponse<String> answer =
        api.post("/api/v1/check", fields, Map.of("data.zip", zip("hoc_mon/")));

    assertThat(answer.body())
        .isEqualTo(
            Run.of(
                    "check",
                    "hoc_mon_2024",
                    "--data",
                    SAMPLE.toString(),
                    "--as-of",
                    "2025-02-01",
                    "--format",
                    "json")
                .out());
    assertThat(count("submission") + count("upload")).isEqualTo(submissions);
    try (Stream<Path> left = Files.list(server.dataDir().resolve("work"))) {
      assertThat(left.map(p -> p.getFileName().toString()).filter(n -> n.startsWith("t")))
          .isEmpty();
    }
  }

  @Test
  void namesThatLeaveTheFolderAreRefused() throws IOException {
    Map<String, String> fields = Map.of("plan", "hoc_mon_2024");
    for (String name : new String[] {"../x.csv", "a/../../x.csv", "/etc/x.csv", ".x", "a\\b.csv"}) {
      assertThat(api.post("/api/v1/check", fields, Map.of("data.zip", oneFile(name))).statusCode())
          .as(name)
          .isEqualTo(400);
    }
    assertThat(server.dataDir().resolve("x.csv")).doesNotExist();
    assertThat(server.dataDir().resolve("work/x.csv")).doesNotExist();
  }

  @Test
  void whatCannotBeReadIsToldWithItsPlace() {
    byte[] units =
        "code,name,kind,role,parent\nA,A,district,,B\nC,C,district,,\n"
            .getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        api.post(
            "/api/v1/check",
            Map.of("plan", "hoc_mon_2024"),
            Map.of("units.csv", units, "figures.csv", FIGURES));

    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode problem = JSON.readTree(answer.body()).get("problems").get(0);
    assertThat(problem.get("file").asString()).isEqualTo("units.csv");
    assertThat(problem.get("row").asInt()).isEqualTo(2);
    assertThat(answer.body()).doesNotContain(server.dataDir().toString());
    assertThat(
            api.post("/api/v1/check", Map.of("plan", "none"), Map.of("units.csv", units))
                .statusCode())
        .isEqualTo(404);
    assertThat(
            clerk
                .post("/api/v1/check", Map.of("plan", "hoc_mon_2024"), Map.of("units.csv", units))
                .statusCode())
        .as("a token for reading, since nothing is kept")
        .isEqualTo(422);
    String unit = "/api/v1/areas/" + area.id() + "/units/TRUNG_CHANH";
    assertThat(clerk.post(unit + "/uploads", Map.of(), Map.of("f.csv", FIGURES)).statusCode())
        .as("a token for reading, where something is kept")
        .isEqualTo(403);
  }

  @Test
  void openApiTellsOfEveryPathThatThereIsAndOfNoOther() {
    HttpResponse<String> answer = api.get("/api/v1/openapi");
    assertThat(answer.statusCode()).isEqualTo(200);
    Set<String> told = new HashSet<>();
    JSON.readTree(answer.body())
        .get("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) -> {
                      told.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
                      assertThat(operation.has("summary")).as(method + " " + path).isTrue();
                    }));
    Set<String> mapped = new HashSet<>();
    server.part(DispatcherServlet.class).getHandlerMappings().stream()
        .filter(RequestMappingHandlerMapping.class::isInstance)
        .map(RequestMappingHandlerMapping.class::cast)
        .map(RequestMappingHandlerMapping::getHandlerMethods)
        .flatMap(methods -> methods.entrySet().stream())
        .map(Map.Entry::getKey)
        .forEach(
            info ->
                info.getPatternValues().stream()
                    .filter(p -> p.startsWith("/api/v1/") && !p.startsWith("/api/v1/openapi"))
                    .forEach(
                        p ->
                            info.getMethodsCondition()
                                .getMethods()
                                .forEach(m -> mapped.add(m.name() + " " + p))));
    assertThat(told).isEqualTo(mapped);
    assertThat(answer.body()).contains("Các địa bàn mà tài khoản được xem.").contains("bearer");
  }

  private static long count(String table) {
    return server
        .part(Store.class)
        .sql()
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  private static byte[] zip(String top) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.list(SAMPLE)) {
      for (Path file : files.sorted().toList()) {
        zip.putNextEntry(new ZipEntry(top + file.getFileName()));
        zip.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] oneFile(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write("x".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
