package vn.doichieu.web.access;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.access.RouteTable.Row;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Role;

/** A server with two areas and somebody of every role, each with an open session and a token. */
final class Town implements AutoCloseable {

  static final String PLAN = "hoc_mon_2024";
  static final String NOBODYS = "999999999";

  private final TestServer server = TestServer.start();
  private final Area area = server.sample(PLAN);
  private final Area other = server.emptyArea("buon_ma_thuot_2024");
  private final Map<Role, Person> people = new EnumMap<>(Role.class);

  /** Somebody. */
  record Person(Account account, Visitor visitor, String token, String csrf) {}

  Town() {
    for (Role role : Role.values()) {
      people.put(role, person("one." + role.code(), role, area, unit(1)));
    }
  }

  Person person(String login, Role role, Area of, String unit) {
    boolean clerk = role == Role.CLERK;
    Account account = server.account(login, role, clerk ? of : null, clerk ? unit : null);
    Visitor visitor = server.signedIn(login);
    String token =
        server
            .part(ApiTokens.class)
            .create(account.viewer(true), "program", ApiTokens.Scope.WRITE, 30);
    return new Person(account, visitor, token, visitor.token());
  }

  TestServer server() {
    return server;
  }

  Area area() {
    return area;
  }

  Area other() {
    return other;
  }

  /** The code of a unit below the area that reports. */
  String unit(int number) {
    return server.part(Areas.class).units(area).all().all().stream()
        .filter(unit -> unit.role() == null && !unit.code().equals(area.code()))
        .map(unit -> unit.code())
        .toList()
        .get(number);
  }

  Person of(Role role) {
    return people.get(role);
  }

  /** A path of the area, the plan and the first clerk's unit. */
  String path(Row row) {
    return path(row, area, unit(1));
  }

  static String path(Row row, Area area, String unit) {
    return row.path()
        .replace("{area}", Long.toString(area.id()))
        .replace("{plan}", PLAN)
        .replace("{unit}", unit)
        .replace("{name}", "jvm.memory.used")
        .replace("/**", "/liveness")
        .replaceAll("\\{[^}]*}", NOBODYS);
  }

  /** Whether all that the path names is there. */
  static boolean isThere(String path) {
    return !path.contains(NOBODYS);
  }

  /** Asks as somebody does: pages with their session and its token, the API with their token. */
  HttpResponse<String> ask(Row row, String path, @Nullable Person person) {
    Visitor visitor = person == null || row.isApi() ? server.visitor() : person.visitor();
    HttpRequest.Builder request = HttpRequest.newBuilder(visitor.uri(path));
    if (person != null && row.isApi()) {
      request.header("Authorization", "Bearer " + person.token());
    }
    if (person != null && !row.isApi()) {
      request.header("X-CSRF-TOKEN", person.csrf());
    }
    String method = row.method().equals("*") ? "GET" : row.method();
    request.method(method, BodyPublishers.noBody());
    return visitor.send(request);
  }

  /** Where an answer sends whoever asked; empty if nowhere. */
  static String place(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Override
  public void close() {
    server.close();
  }
}
