package vn.doichieu.web.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;

@Tag("web")
class RulesApiTest {

  private static final String PLAN = "hoc_mon_2024";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static TestServer server;
  private static String leader;
  private static String clerk;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    leader = token(server.account("leader", Role.LEADER, null, null).viewer(true));
    Area area = server.emptyArea(PLAN);
    clerk = token(server.account("clerk", Role.CLERK, area, "BA_DIEM").viewer(true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String token(Viewer viewer) {
    return server.part(ApiTokens.class).create(viewer, "t", ApiTokens.Scope.READ, 1);
  }

  private static HttpResponse<String> get(String token, String path) {
    Visitor visitor = server.visitor();
    return visitor.send(
        HttpRequest.newBuilder(visitor.uri("/api/v1/rules" + path))
            .header("Authorization", "Bearer " + token)
            .GET());
  }

  @Test
  void plansAndVersionsAreListedPageByPage() {
    JsonNode plans = JSON.readTree(get(clerk, "?page=1&size=2").body());
    JsonNode versions = JSON.readTree(get(clerk, "/" + PLAN + "/versions").body());

    assertThat(plans.get("total").asInt()).isEqualTo(5);
    assertThat(plans.get("items").size()).isEqualTo(2);
    assertThat(versions.get("items").get(0).get("number").asInt()).isEqualTo(1);
    assertThat(versions.get("items").get(0).get("counts").asBoolean()).isTrue();
    assertThat(get(clerk, "?page=-1").statusCode()).isEqualTo(400);
  }

  @Test
  void aVersionTellsItsRowsInWordsAndHasATag() {
    HttpResponse<String> answer = get(clerk, "/" + PLAN + "/versions/1");
    JsonNode rows = JSON.readTree(answer.body()).get("targets");

    assertThat(answer.headers().firstValue("ETag")).isPresent();
    assertThat(rows.size()).isEqualTo(59);
    assertThat(rows.get(0).get("id").asString()).isEqualTo("HM-N1");
    assertThat(rows.get(0).get("drl").asString()).contains("rule \"HM-N1");
    assertThat(get(clerk, "/" + PLAN + "/versions/99").statusCode()).isEqualTo(404);
  }

  @Test
  void theFilesOfAVersionAreThoseOfThePlan() throws Exception {
    Visitor visitor = server.visitor();
    RulesVersions versions = server.part(RulesVersions.class);
    server.account("reader", Role.LEADER, null, null);
    byte[] zip = server.signedIn("reader").file("/rules/" + PLAN + "/versions/1/files.zip").body();

    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }

    assertThat(names)
        .containsExactlyElementsOf(
            versions.files(versions.current(PLAN)).files().keySet().stream()
                .map(name -> PLAN + "/" + name)
                .toList());
    assertThat(visitor.get("/rules/" + PLAN + "/versions/1/files.zip").statusCode()).isEqualTo(302);
  }

  @Test
  void aVersionDoesNotDifferFromItself() {
    JsonNode same = JSON.readTree(get(leader, "/" + PLAN + "/compare?before=1&after=1").body());

    assertThat(same.get("decides").asBoolean()).isFalse();
    assertThat(same.get("edits").size()).isZero();
  }

  @Test
  void draftsAreNoBusinessOfClerksAndNothingIsEditedHere() {
    Viewer auditor = server.account("auditor", Role.AUDITOR, null, null).viewer(true);
    RulesVersion version = server.part(RulesVersions.class).current(PLAN);
    long draft = server.part(Drafts.class).start(auditor, version);
    String path = "/" + PLAN + "/drafts";

    assertThat(get(clerk, path).statusCode()).isEqualTo(403);
    assertThat(get(clerk, path + "/" + draft + "/impact").statusCode()).isEqualTo(403);
    assertThat(JSON.readTree(get(leader, path).body()).get(0).get("state").asString())
        .isEqualTo("open");
    assertThat(get(leader, path + "/" + draft + "/impact").statusCode()).isEqualTo(404);
    Visitor visitor = server.visitor();
    HttpResponse<String> edit =
        visitor.send(
            HttpRequest.newBuilder(visitor.uri("/api/v1/rules" + path))
                .header("Authorization", "Bearer " + token(auditor))
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(edit.statusCode()).isEqualTo(403);
  }
}
