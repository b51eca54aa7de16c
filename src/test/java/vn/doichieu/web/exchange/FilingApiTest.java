package vn.doichieu.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.request.Role;

@Tag("web")
class FilingApiTest {

  private static TestServer server;
  private static Area area;
  private static Visitor anybody;
  private static String write;
  private static String read;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample("hoc_mon_2024");
    server.account("clerk", Role.CLERK, area, "TT_HOC_MON");
    anybody = server.visitor();
    var viewer = server.part(Accounts.class).find("clerk").orElseThrow().viewer(true);
    ApiTokens tokens = server.part(ApiTokens.class);
    write = tokens.create(viewer, "thử", ApiTokens.Scope.WRITE, 10);
    read = tokens.create(viewer, "đọc", ApiTokens.Scope.READ, 10);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpRequest.Builder request(String token, String path) {
    return HttpRequest.newBuilder(
            anybody.uri("/api/v1/areas/" + area.id() + "/units/TT_HOC_MON" + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> post(
      String token, String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(token, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return anybody.send(request);
  }

  private static String figures(String item, String value) {
    return "[{\"unit\":\"TT_HOC_MON\",\"item\":\""
        + item
        + "\",\"period\":\"2024\",\"value\":"
        + value
        + "}]";
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  void figuresAreTriedThenSubmittedOnceAKey() {
    HttpResponse<String> tried = post(write, "/uploads", figures("establishments_inspected", "3"));
    assertThat(tried.statusCode()).as(tried.body()).isEqualTo(201);
    JsonNode run = json(tried);
    assertThat(run.at("/counts/changed").asInt()).isEqualTo(1);
    assertThat(run.at("/figures/0/before/figure/value").asInt()).isEqualTo(10);
    assertThat(run.at("/figures/0/after/value").asInt()).isEqualTo(3);
    assertThat(run.at("/plans/0/moves").toString()).contains("HM-N6");
    String wanted = "{\"upload\":" + run.get("upload").asLong() + "}";

    HttpResponse<String> without = post(write, "/submissions", wanted);
    HttpResponse<String> first = post(write, "/submissions", wanted, "Idempotency-Key", "k1");
    HttpResponse<String> second = post(write, "/submissions", wanted, "Idempotency-Key", "k1");
    HttpResponse<String> other = post(write, "/submissions", wanted, "Idempotency-Key", "k2");

    assertThat(without.statusCode()).isEqualTo(400);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(other.statusCode()).isEqualTo(409);
    HttpResponse<String> one =
        anybody.send(request(read, "/submissions/" + json(first).get("number").asInt()).GET());
    assertThat(json(one).at("/figures/0/change").asString()).isEqualTo("changed");
  }

  @Test
  void faultsOfABodyAreToldWithTheFieldAndWhatItShouldBe() {
    assertFault("{\"upload\":\"nhiều\"}", "upload", "số nguyên");
    assertFault("{}", "upload", "số nguyên");
    assertFault("{\"upload\":1,\"note\":{}}", "note", "văn bản");
    assertFault("{\"upload\":1,\"knows_invalid\":[]}", "knows_invalid", "true hoặc false");
    assertFault("{\"upload\":1,\"explanations\":7}", "explanations", "danh sách");
    assertFault(
        "{\"upload\":1,\"explanations\":[{},{\"text\":[1]}]}", "explanations[1].text", "văn bản");
    assertFault("{\"upload\":1,\"explanations\":[3]}", "explanations[0]", "đối tượng JSON");
    assertFault("[]", "", "đối tượng JSON");
    assertFault("", "", "JSON");
    JsonNode broken = assertFault("{\"upload\":\n 1,}", "", "JSON");
    assertThat(broken.get("row").asInt()).isEqualTo(2);
    assertThat(broken.get("column").asInt()).isPositive();
    assertThat(broken.get("message").asString()).contains("dòng 2");
  }

  private static JsonNode assertFault(String body, String field, String expected) {
    HttpResponse<String> answer = post(write, "/submissions", body, "Idempotency-Key", "fault");
    assertThat(answer.statusCode()).as(body).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).doesNotContain("java", "Wanted");
    JsonNode told = json(answer);
    assertThat(told.get("instance").asString())
        .isEqualTo("/api/v1/areas/" + area.id() + "/units/TT_HOC_MON/submissions");
    JsonNode problem = told.at("/problems/0");
    assertThat(problem.get("field").asString("")).as(body).isEqualTo(field);
    assertThat(problem.get("expected").asString()).as(body).isEqualTo(expected);
    assertThat(told.get("title").asString()).isEqualTo(problem.get("message").asString());
    return problem;
  }

  @Test
  void problemsCarryThePlacesOfTheCommandLine() {
    HttpResponse<String> foreign =
        post(write, "/uploads", figures("workers_total", "4").replace("TT_HOC_MON", "BA_DIEM"));

    assertThat(foreign.statusCode()).isEqualTo(422);
    assertThat(foreign.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = json(foreign).at("/problems/0");
    assertThat(problem.get("code").asString()).isEqualTo("figure_of_other_unit");
    assertThat(problem.get("file").asString()).isEqualTo("figures.json");
    assertThat(problem.get("row").asInt()).isPositive();
    assertThat(problem.get("message").asString()).isNotBlank();
    JsonNode invalid = json(post(write, "/uploads", figures("workers_total", "\"nhiều\"")));
    assertThat(invalid.at("/problems/0/code").asString()).isEqualTo("not_a_count");
    assertThat(invalid.at("/problems/0/read").asString()).isEqualTo("nhiều");
  }

  @Test
  void listsAreInPartsAndHaveTags() {
    HttpResponse<String> list = anybody.send(request(read, "/submissions?page=0&size=1").GET());
    String tag = list.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> unchanged =
        anybody.send(
            request(read, "/submissions?page=0&size=1").header("If-None-Match", tag).GET());
    HttpResponse<String> figures = anybody.send(request(read, "/figures?size=3").GET());

    assertThat(json(list).get("items").size()).isEqualTo(1);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(json(figures).get("total").asInt()).isGreaterThan(3);
    assertThat(json(figures).at("/items/0/submission").asInt()).isPositive();
    assertThat(anybody.send(request(read, "/figures?size=100000").GET()).statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatAProgramLeavesOutOfExplanationsIsNoErrorOfTheServer() {
    long upload =
        json(post(write, "/uploads", figures("workers_total", "6"))).get("upload").asLong();

    for (String said : new String[] {"null", "{}", "{\"unit\":\"x\"}"}) {
      String wanted = "{\"upload\":" + upload + ",\"explanations\":[" + said + "]}";
      assertThat(post(write, "/submissions", wanted, "Idempotency-Key", "left-out").statusCode())
          .isLessThan(500);
    }
  }

  @Test
  void aTokenForReadingTriesNothing() {
    assertThat(post(read, "/uploads", figures("workers_total", "4")).statusCode()).isEqualTo(403);
  }
}
