package vn.doichieu.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.request.Role;

@Tag("web")
class ThrottlingTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void triesAtALoginAreBoundedWhateverAddressTheyClaimToComeFrom() {
    server.account("calm", Role.STAFF, null, null);
    Visitor visitor = server.visitor();
    String csrf = visitor.token();
    HttpResponse<String> answer = null;
    for (int i = 0; i <= 10; i++) {
      answer =
          visitor.send(
              HttpRequest.newBuilder(visitor.uri("/login"))
                  .header("X-CSRF-TOKEN", csrf)
                  .header("X-Forwarded-For", "10.1.2." + i)
                  .header("Forwarded", "for=10.1.2." + i)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString("login=Target&password=x" + i)));
      assertThat(answer.statusCode()).as("try " + i).isEqualTo(i < 10 ? 302 : 429);
      visitor = i < 10 ? server.visitor() : visitor;
      csrf = i < 10 ? visitor.token() : csrf;
    }
    assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("")))
        .isBetween(1, 60);
    assertThat(answer.body()).contains("Thử quá nhiều lần");

    Visitor calm = server.visitor();
    calm.signIn("calm", TestServer.PASSWORD);
    assertThat(calm.get("/tokens").statusCode()).isEqualTo(200);
  }

  @Test
  void whoSignsInRightlyIsNeverMadeToWait() {
    server.account("often", Role.STAFF, null, null);
    for (int i = 0; i < 15; i++) {
      Visitor visitor = server.visitor();
      visitor.signIn("often", TestServer.PASSWORD);
      assertThat(visitor.post("/logout", Map.of()).statusCode()).isEqualTo(302);
    }
  }

  @Test
  void anOfficeBehindOneAddressSignsInAtOnce() {
    List<Integer> answers =
        IntStream.range(0, 32).parallel().mapToObj(i -> tried("clerk" + i)).toList();

    assertThat(answers).containsOnly(302);
  }

  @Test
  void triesAtTokensAreBounded() {
    Visitor program = server.visitor();
    int refused = 0;
    for (int i = 0; i < 80 && refused == 0; i++) {
      HttpResponse<String> answer =
          program.send(
              HttpRequest.newBuilder(program.uri("/api/v1/me"))
                  .header("Authorization", "Bearer dc_" + i));
      refused += answer.statusCode() == 429 ? 1 : 0;
      assertThat(answer.statusCode()).isIn(401, 429);
      assertThat(answer.headers().firstValue("Retry-After").isPresent())
          .isEqualTo(answer.statusCode() == 429);
    }
    assertThat(refused).isOne();
  }

  private static int tried(String login) {
    Map<String, String> form = Map.of("login", login, "password", "not it");
    return server.visitor().post("/login", form).statusCode();
  }
}
