package vn.doichieu.web.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.request.Role;

@Tag("web")
class TokensTest {

  private static final Pattern SECRET = Pattern.compile("class=\"secret\">(dc_[^<]+)<");

  private static TestServer server;
  private static Visitor leader;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.account("leader", Role.LEADER, null, null);
    leader = server.signedIn("leader");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> me(String token) {
    Visitor program = server.visitor();
    return program.send(
        HttpRequest.newBuilder(program.uri("/api/v1/me")).header("Authorization", token));
  }

  private static String make(String name, String scope) {
    HttpResponse<String> page =
        leader.post("/tokens", Map.of("name", name, "scope", scope, "days", "30"));
    Matcher secret = SECRET.matcher(page.body());
    assertThat(secret.find()).as(page.body()).isTrue();
    return secret.group(1);
  }

  @Test
  void aTokenIsShownOnceAndAsksInItsAccountsName() {
    String token = make("phần mềm báo cáo", "read");
    assertThat(leader.get("/tokens").body()).contains("phần mềm báo cáo").doesNotContain(token);

    HttpResponse<String> answer = me("Bearer " + token);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"login\":\"leader\"")
        .contains("\"role\":\"leader\"")
        .contains("\"scope\":\"read\"");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void nothingButATokenOpensTheApi() {
    assertThat(leader.get("/api/v1/me").statusCode()).isEqualTo(401);
    for (String header : new String[] {"", "Bearer", "Bearer ", "Bearer dc_x", "Basic bGVhZGVy"}) {
      HttpResponse<String> answer = me(header);
      assertThat(answer.statusCode()).as(header).isEqualTo(401);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .contains("application/problem+json");
    }
  }

  @Test
  void aRevokedTokenIsOverAtOnceAndOnlyItsOwnerRevokesIt() {
    String token = make("revoked", "write");
    assertThat(me("Bearer " + token).body()).contains("\"scope\":\"write\"");
    Matcher id = Pattern.compile("/tokens/([0-9]+)/revoke").matcher(leader.get("/tokens").body());
    assertThat(id.find()).isTrue();
    String path = "/tokens/" + id.group(1) + "/revoke";

    server.account("other", Role.ADMINISTRATOR, null, null);
    assertThat(server.signedIn("other").post(path, Map.of()).statusCode()).isEqualTo(404);
    assertThat(me("Bearer " + token).statusCode()).isEqualTo(200);

    assertThat(leader.post(path, Map.of()).statusCode()).isEqualTo(302);
    assertThat(me("Bearer " + token).statusCode()).isEqualTo(401);
    assertThat(leader.post(path, Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void aTermOrNameThatIsNoneIsRefused() {
    for (String days : new String[] {"", "0", "367", "-1", "x", "99999999999"}) {
      assertThat(
              leader
                  .post("/tokens", Map.of("name", "n", "scope", "read", "days", days))
                  .statusCode())
          .as(days)
          .isEqualTo(400);
    }
    assertThat(
            leader
                .post("/tokens", Map.of("name", "0912345678", "scope", "read", "days", "9"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void anAccountHasABoundedNumberOfTokens() {
    Account many = server.account("many", Role.STAFF, null, null);
    ApiTokens tokens = server.part(ApiTokens.class);
    for (int i = 0; i < 20; i++) {
      tokens.create(many.viewer(true), "t" + i, ApiTokens.Scope.READ, 5);
    }
    assertThat(
            server
                .signedIn("many")
                .post("/tokens", Map.of("name", "one more", "scope", "read", "days", "9"))
                .statusCode())
        .isEqualTo(409);
  }
}
