package vn.doichieu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.access.RouteTable.Row;
import vn.doichieu.web.access.Town.Person;
import vn.doichieu.web.request.Role;

/** What is sent to do harm comes back escaped or refused, and no refusal tells of the inside. */
@Tag("web")
class HostileInputTest {

  private static final String SCRIPT =
      "\"'><script>alert(1)</script><img src=x onerror=alert(1)>${7*7}";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Row PAGE = new Row("GET", "/", Set.of(), false);
  private static final Pattern LIVE = Pattern.compile("<script>alert|<img src=x");
  private static final Pattern INSIDE =
      Pattern.compile(
          "Exception|\\bat [a-z]+\\.[a-z]+\\.|springframework|jakarta|java\\.|org\\.|h2database|"
              + "(?i:select .* from|insert into|apache|tomcat|whitelabel|hikari|stacktrace)|"
              + "/tmp/|doichieu-server|\\.mv\\.db");

  private static Town town;
  private static Person admin;
  private static Things things;

  @BeforeAll
  static void start() {
    town = new Town();
    admin = town.of(Role.ADMINISTRATOR);
    things = new Things(town, town.unit(1));
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  private static String fill(String text) {
    return things
        .fill(text)
        .replace("{area}", Long.toString(town.area().id()))
        .replace("{plan}", Town.PLAN)
        .replace("{unit}", town.unit(1))
        .replace("{account}", Long.toString(town.of(Role.LEADER).account().id()))
        .replaceAll("\\{(?!script)[^}]*}", Town.NOBODYS);
  }

  private static String encoded(String form) {
    return Arrays.stream(fill(form).split("&"))
        .map(field -> field.replace("{script}", URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8)))
        .collect(Collectors.joining("&"));
  }

  @Test
  void noTextFieldBringsAScriptIntoAPage() {
    int seen = 0;
    for (String line : RouteTable.lines("fields.txt")) {
      String[] words = line.strip().split("\\s+");
      String path =
          fill(words[1])
              .replace(
                  "{script}", URLEncoder.encode(SCRIPT.replace("/", ""), StandardCharsets.UTF_8));
      Person who = whoMay(words[0], words[1]);
      String form = encoded(words[2]);
      HttpResponse<String> answer =
          words[0].equals("GET")
              ? town.ask(new Row("GET", words[1], Set.of(), false), path + "?" + form, who)
              : post(who, path, FORM, form.getBytes(StandardCharsets.UTF_8));
      seen += answer.body().contains("&lt;script&gt;alert") ? 1 : 0;
      mustBeDead(answer, line);
      for (String page : Arrays.copyOfRange(words, 3, words.length)) {
        HttpResponse<String> shown = town.ask(PAGE, fill(page), whoMay("GET", page));
        seen += shown.body().contains("&lt;script&gt;alert") ? 1 : 0;
        mustBeDead(shown, line + " at " + page);
      }
      assertThat(answer.statusCode()).as(line).isLessThan(500);
    }
    assertThat(seen).as("pages that showed the script, escaped").isGreaterThan(30);
  }

  /** The administrator if that one may, or else the first who may; the administrator otherwise. */
  private static Person whoMay(String method, String path) {
    String shape = Row.shape(method, path);
    Set<Role> roles =
        RouteTable.rows().stream()
            .filter(row -> row.shape().equals(shape))
            .findFirst()
            .map(Row::roles)
            .orElse(Set.of());
    boolean other = !roles.isEmpty() && !roles.contains(Role.ADMINISTRATOR);
    return other ? town.of(roles.iterator().next()) : admin;
  }

  @Test
  void noRouteThrowsAParameterBackAlive() {
    String every =
        "a b c x q id name before page size plan unit target period format asOf closed"
            + " lang notice error title token continue";
    String query =
        Arrays.stream(every.split(" "))
            .map(name -> name + "=" + URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    for (Row row : RouteTable.rows()) {
      if (row.method().equals("GET")) {
        HttpResponse<String> answer =
            town.ask(row, fill(row.path()) + "?" + query, whoMay("GET", row.path()));
        mustBeDead(answer, row.toString());
        mustTellNothing(answer.statusCode() >= 400 ? answer.body() : "", row.toString());
        assertThat(answer.statusCode()).as(row.toString()).isLessThan(500);
      }
    }
  }

  /** What a browser would show has no live script in it; all else it must not show. */
  private static void mustBeDead(HttpResponse<String> answer, String what) {
    String type = answer.headers().firstValue("Content-Type").orElse("text/html");
    if (type.startsWith("text/html")) {
      assertThat(LIVE.matcher(answer.body()).results().map(m -> around(answer.body(), m.start())))
          .as(what)
          .isEmpty();
      assertThat(answer.body().contains("49}")).as(what).isFalse();
    } else {
      assertThat(type).as(what).matches("application/(octet-stream|json|problem\\+json|vnd)[^/]*");
    }
  }

  private static String around(String body, int at) {
    return body.substring(Math.max(at - 80, 0), Math.min(at + 80, body.length()));
  }

  private static void mustTellNothing(String body, String what) {
    assertThat(body).as(what).doesNotContainPattern(INSIDE);
  }

  private static HttpResponse<String> get(String path) {
    return admin.visitor().get(path);
  }

  private static HttpResponse<String> post(String path, String body) {
    return post(path, FORM, body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> post(String path, String type, byte[] body) {
    return post(admin, path, type, body);
  }

  private static HttpResponse<String> post(Person who, String path, String type, byte[] body) {
    Visitor visitor = who.visitor();
    return visitor.send(
        HttpRequest.newBuilder(visitor.uri(path))
            .header("Content-Type", type)
            .header("X-CSRF-TOKEN", who.csrf())
            .POST(BodyPublishers.ofByteArray(body)));
  }

  @Test
  void whatIsNoProperRequestIsRefusedWithoutAWordOfTheInside() {
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (String path :
        List.of(
            "/admin/accounts/x",
            "/admin/accounts/99999999999999999999",
            "/admin/accounts/-1",
            "/admin/audit?before=%00",
            "/admin/audit?actor=%00",
            "/admin/audit?actor=%ff%fe",
            "/admin/audit?subject='%20or%201=1--",
            "/assets/..%2f..%2fserver.properties",
            "/assets/%2e%2e/%2e%2e/server.properties",
            "/assets/..%5c..%5cserver.properties",
            "/webjars/..%2f..%2f..%2fapplication.properties",
            "/assets//etc/passwd",
            "/assets/" + "a".repeat(3_000),
            "/a;jsessionid=1",
            "/error?x=1")) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).as(path).isNotEqualTo(500);
      assertThat(answer.body()).as(path).doesNotContain("spring.").doesNotContain("root:");
      answers.add(answer);
    }
    answers.add(post("/admin/accounts", "application/json", "{".getBytes(StandardCharsets.UTF_8)));
    answers.add(post("/admin/accounts", "%zz=%zz&login=%"));
    answers.add(post("/admin/accounts", "login=a%00b&title=t&role=staff"));
    answers.add(post("/tokens", "name=a%00b&scope=read&days=3"));
    answers.add(post("/admin/areas", "multipart/form-data", new byte[10]));
    answers.add(
        post(
            "/admin/areas",
            "multipart/form-data; boundary=x",
            "--x\r\n".getBytes(StandardCharsets.UTF_8)));
    answers.add(post("/admin/areas", "text/plain", new byte[10]));
    answers.add(post("/admin/accounts/" + Town.NOBODYS + "/close", ""));
    answers.add(post("/admin/accounts", "login=" + "a".repeat(5_000) + "&title=t&role=staff"));
    answers.add(
        post("/admin/accounts", "login=title.long&title=" + "b".repeat(5_000) + "&role=staff"));
    answers.add(post("/tokens", "name=" + "c".repeat(5_000) + "&scope=read&days=3"));
    for (HttpResponse<String> answer : answers) {
      String what = answer.request().method() + " " + answer.uri() + " " + answer.statusCode();
      if (!answer.uri().getPath().equals("/admin/audit")) {
        assertThat(answer.statusCode()).as(what).isBetween(400, 499);
        mustTellNothing(answer.body(), what + "\n" + answer.body());
      }
    }
  }

  @Test
  void tooMuchIsRefused() {
    byte[] large = new byte[17 << 20];
    assertThat(
            admin
                .visitor()
                .upload("/admin/areas", Map.of(), "units", "units.csv", large)
                .statusCode())
        .isEqualTo(413);
    assertThat(post("/tokens", "name=" + "x".repeat(3 << 20)).statusCode()).isIn(400, 413);
    assertThat(post("/tokens", "a=1&".repeat(10_500)).statusCode()).isIn(400, 413);
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (int i = 0; i < 70; i++) {
      parts.writeBytes(
          ("--x\r\nContent-Disposition: form-data; name=\"p" + i + "\"\r\n\r\nv\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    parts.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> many =
        post("/admin/areas", "multipart/form-data; boundary=x", parts.toByteArray());
    assertThat(many.statusCode()).isIn(400, 413);
    mustTellNothing(many.body(), many.body());
    assertThat(get("/tokens").statusCode()).isEqualTo(200);
  }

  @Test
  void aZipOfZerosOrAPictureWithAScriptIsNoListOfUnits() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
    }
    byte[] polyglot = "GIF89a/*<script>alert(1)</script>*/=1;".getBytes(StandardCharsets.UTF_8);
    for (byte[] content : new byte[][] {bomb.toByteArray(), polyglot, new byte[100], {'\0'}}) {
      for (String name :
          List.of("units.csv", "../../units.xlsx", "x.html", "..", "a\u202Ecsv.exe")) {
        HttpResponse<String> answer =
            admin.visitor().upload("/admin/areas", Map.of(), "units", name, content);
        assertThat(answer.statusCode()).as(name).isBetween(400, 499);
        mustBeDead(answer, name);
        mustTellNothing(answer.body(), name + "\n" + answer.body());
      }
    }
  }

  @Test
  void hugeAndBrokenHeadersAreRefusedByTheServerItself() throws Exception {
    for (String head :
        List.of(
            "GET / HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(20_000) + "\r\n\r\n",
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET /<script>alert(1)</script> HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
            "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "\u0016\u0003\u0001\u0002\r\n\r\n",
            "NONSENSE\r\n\r\n")) {
      String answer = raw(head);
      assertThat(answer).as(head.substring(0, 8)).matches("(?s)(HTTP/1\\.1 (4|302).*)?");
      assertThat(answer).doesNotContain("<script>");
      mustTellNothing(answer, answer);
    }
    assertThat(get("/tokens").statusCode()).isEqualTo(200);
  }

  /** Everything that the server says before it closes, or says nothing more. */
  private static String raw(String head) throws IOException {
    URI address = URI.create(town.server().address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(said);
      } catch (IOException e) {
        // A reset after the answer: it did not want the rest.
      }
      return said.toString(StandardCharsets.UTF_8);
    }
  }
}
