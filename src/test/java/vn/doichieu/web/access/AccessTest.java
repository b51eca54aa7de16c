package vn.doichieu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.access.RouteTable.Row;
import vn.doichieu.web.access.Town.Person;
import vn.doichieu.web.request.Role;

/** Every role against every route: exactly what routes.txt says, no more and no less. */
@Tag("web")
class AccessTest {

  private static final List<Row> ROWS = RouteTable.rows();

  private static Town town;

  @BeforeAll
  static void start() {
    town = new Town();
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  @Test
  void everyRouteOfTheServerHasOneRowAndEveryRowARoute() {
    ApplicationContext context =
        Objects.requireNonNull(
            town.server().part(RequestMappingHandlerAdapter.class).getApplicationContext());
    Set<String> served = new TreeSet<>();
    for (RequestMappingInfoHandlerMapping mapping :
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
      for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String pattern : info.getPatternValues()) {
          if (methods.isEmpty()) {
            served.add(Row.shape("*", pattern));
          }
          methods.forEach(method -> served.add(Row.shape(method.name(), pattern)));
        }
      }
    }
    List<String> shapes = ROWS.stream().map(Row::shape).toList();
    assertThat(shapes).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(shapes)).isEqualTo(served);
  }

  @ParameterizedTest
  @EnumSource
  void aRoleMayExactlyWhatTheTableSays(Role role) {
    List<String> wrong = new ArrayList<>();
    for (Row row : ROWS) {
      String path = town.path(row);
      HttpResponse<String> answer = town.ask(row, path, town.of(role));
      int status = answer.statusCode();
      boolean mayGo = row.roles().contains(role);
      boolean right =
          mayGo
              ? !Set.of(401, 403, 405, 429, 500).contains(status)
                  && !Town.place(answer).contains("/login")
                  && (status != 404 || !Town.isThere(path))
              : status == (row.roles().isEmpty() ? 404 : 403);
      if (!right) {
        wrong.add(row + (mayGo ? " is refused to " : " is open to ") + role + ": " + status);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whoHasNotSignedInIsSentToSignInOrRefused() {
    for (Row row : ROWS) {
      HttpResponse<String> answer = town.ask(row, town.path(row), null);
      if (row.isPublic()) {
        assertThat(answer.statusCode()).as(row.toString()).isEqualTo(200);
      } else if (row.isApi()) {
        assertThat(answer.statusCode()).as(row.toString()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("login");
      } else if (row.isChange()) {
        assertThat(answer.statusCode()).as(row.toString()).isEqualTo(403); // No form token either.
      } else {
        assertThat(Town.place(answer)).as(row.toString()).endsWith("/login");
      }
    }
  }

  @Test
  void whatNoRowNamesNobodyMay() {
    for (String path :
        List.of(
            "/nothing",
            "/api/v1/nothing",
            "/actuator/env",
            "/actuator/heapdump",
            "/h2-console",
            "/swagger-ui.html",
            "/v3/api-docs",
            "/admin",
            "/admin/accounts/1/x")) {
      for (Role role : Role.values()) {
        Row row = new Row("GET", path, Set.of(), false);
        assertThat(town.ask(row, path, town.of(role)).statusCode()).as(path).isEqualTo(404);
      }
      Row row = new Row("GET", path, Set.of(), false);
      HttpResponse<String> stranger = town.ask(row, path, null);
      assertThat(stranger.statusCode() == 401 || Town.place(stranger).endsWith("/login"))
          .as("a stranger at " + path)
          .isTrue();
    }
    for (Row row : ROWS) {
      for (String method : List.of("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")) {
        if (ROWS.stream()
            .noneMatch(r -> r.method().equals(method) && r.path().equals(row.path()))) {
          Row other = new Row(method, row.path(), Set.of(), false);
          assertThat(town.ask(other, town.path(row), town.of(Role.ADMINISTRATOR)).statusCode())
              .as(other.toString())
              .isIn(400, row.roles().isEmpty() ? 404 : 403, 405);
        }
      }
    }
  }

  @Test
  void noPageChangesAnythingWithoutTheTokenOfItsOwnSession() {
    Person admin = town.of(Role.ADMINISTRATOR);
    String forged = town.of(Role.STAFF).csrf();
    List<Row> changes = new ArrayList<>(ROWS.stream().filter(Row::isChange).toList());
    changes.add(new Row("POST", "/logout", Set.of(), false));
    for (Row row : changes) {
      if (row.isApi()) {
        continue;
      }
      for (String token : new String[] {"", "x", forged}) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(admin.visitor().uri(town.path(row)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(row.method(), BodyPublishers.ofString("_csrf=" + token));
        if (!token.isEmpty()) {
          request.header("X-CSRF-TOKEN", token);
        }
        assertThat(admin.visitor().send(request).statusCode()).as(row + " " + token).isEqualTo(403);
      }
    }
    assertThat(admin.visitor().get("/tokens").statusCode()).isEqualTo(200);
    Visitor stranger = town.server().visitor();
    HttpResponse<String> login =
        stranger.send(
            HttpRequest.newBuilder(stranger.uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("login=one.staff&password=x")));
    assertThat(Town.place(login)).endsWith("/login?ended");
  }

  @Test
  void aSessionDoesNotOpenTheApiAndATokenOpensNoPage() {
    Person admin = town.of(Role.ADMINISTRATOR);
    for (Row row : ROWS) {
      String path = town.path(row);
      Visitor visitor = row.isApi() ? admin.visitor() : town.server().visitor();
      HttpRequest.Builder request = HttpRequest.newBuilder(visitor.uri(path));
      if (!row.isApi()) {
        request.header("Authorization", "Bearer " + admin.token());
      }
      if (row.isPublic() || path.startsWith("/actuator") || row.isChange()) {
        continue;
      }
      HttpResponse<String> answer = visitor.send(request);
      assertThat(row.isApi() ? answer.statusCode() == 401 : Town.place(answer).endsWith("/login"))
          .as(row.toString())
          .isTrue();
    }
  }

  @Test
  void probesAnswerAnAdministratorsTokenAndNoOther() {
    for (Row row : ROWS) {
      if (row.path().startsWith("/actuator")) {
        for (Role role : Role.values()) {
          Visitor program = town.server().visitor();
          HttpResponse<String> answer =
              program.send(
                  HttpRequest.newBuilder(program.uri(town.path(row)))
                      .header("Authorization", "Bearer " + town.of(role).token()));
          assertThat(answer.statusCode())
              .as(row + " " + role)
              .isEqualTo(row.roles().contains(role) ? 200 : row.roles().isEmpty() ? 404 : 403);
        }
      }
    }
  }

  @Test
  void everyAnswerCarriesTheHeadersThatKeepItHarmless() {
    for (Row row : ROWS) {
      for (Person person : new Person[] {null, town.of(Role.CLERK), town.of(Role.ADMINISTRATOR)}) {
        mustBeHarmless(town.ask(row, town.path(row), person), row.toString());
      }
    }
    for (String path :
        List.of("/assets/app.css", "/assets/none", "/webjars/x", "/none", "/%2e%2e/x", "/a;b")) {
      mustBeHarmless(town.of(Role.ADMINISTRATOR).visitor().get(path), path);
      mustBeHarmless(town.server().visitor().get(path), path);
    }
  }

  private static void mustBeHarmless(HttpResponse<String> answer, String what) {
    var headers = answer.headers();
    String all =
        headers.map().entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining("\n"));
    assertThat(headers.allValues("X-Content-Type-Options"))
        .as(what + all)
        .containsExactly("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .as(what)
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Frame-Options").orElse("")).as(what).isEqualTo("DENY");
    assertThat(headers.firstValue("Referrer-Policy").orElse("")).as(what).isEqualTo("same-origin");
    assertThat(headers.firstValue("Server")).as(what).isEmpty();
    assertThat(headers.firstValue("X-Powered-By")).as(what).isEmpty();
    if (!what.startsWith("/assets/app")) {
      assertThat(headers.firstValue("Cache-Control").orElse("")).as(what).contains("no-store");
    }
    headers
        .allValues("Set-Cookie")
        .forEach(
            cookie -> assertThat(cookie).as(what).contains("HttpOnly").contains("SameSite=Strict"));
  }
}
