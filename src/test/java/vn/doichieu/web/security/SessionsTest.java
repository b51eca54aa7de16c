package vn.doichieu.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.AccountKeeping;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.audit.AuditEntry;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.audit.AuditSearch;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;

@Tag("web")
class SessionsTest {

  private static final HandClock CLOCK = new HandClock();
  private static TestServer server;

  /** A clock that a test sets. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2025-02-01T05:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }

    void wait(Duration some) {
      now = now.plus(some);
    }
  }

  @BeforeAll
  static void start() {
    server = TestServer.start(CLOCK);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Visitor person(String login) {
    server.account(login, Role.STAFF, null, null);
    return server.signedIn(login);
  }

  private static boolean isSignedIn(Visitor visitor) {
    return visitor.get("/tokens").statusCode() == 200;
  }

  private static HttpResponse<String> tried(Visitor visitor, String login, String password) {
    return visitor.post("/login", Map.of("login", login, "password", password));
  }

  private static String place(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String cookie(Visitor visitor) {
    return visitor.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("DOICHIEU"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  @Test
  void aSessionThatWasThereBeforeSigningInIsWorthNothingAfterwards() {
    server.account("fixed", Role.STAFF, null, null);
    Visitor visitor = server.visitor();
    visitor.get("/login");
    String before = cookie(visitor);
    visitor.signIn("fixed", TestServer.PASSWORD);

    assertThat(before).isNotEmpty().isNotEqualTo(cookie(visitor));
    assertThat(isSignedIn(visitor)).isTrue();
    Visitor other = server.visitor();
    assertThat(
            other
                .send(
                    HttpRequest.newBuilder(other.uri("/tokens"))
                        .header("Cookie", "DOICHIEU=" + before))
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  void aCookieThatSomebodyMadeUpBecomesNoSession() {
    Visitor visitor = server.visitor();
    HttpResponse<String> page =
        visitor.send(
            HttpRequest.newBuilder(visitor.uri("/login"))
                .header("Cookie", "DOICHIEU=0123456789ABCDEF0123456789ABCDEF"));
    assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("DOICHIEU=")
        .doesNotContain("0123456789ABCDEF")
        .contains("HttpOnly")
        .contains("SameSite=Strict");
  }

  @Test
  void aSessionEndsAfterTwelveHoursHoweverBusy() {
    Visitor visitor = person("busy");
    CLOCK.wait(Duration.ofMinutes(12 * 60 - 1));
    assertThat(isSignedIn(visitor)).isTrue();
    CLOCK.wait(Duration.ofMinutes(1));
    assertThat(place(visitor.get("/tokens"))).endsWith("/login?ended");
    assertThat(isSignedIn(visitor)).isFalse();
  }

  @Test
  void aFormOfASessionThatHasEndedLeadsToTheSignInPage() {
    Visitor gone = server.visitor();
    HttpResponse<String> sent =
        gone.send(
            HttpRequest.newBuilder(gone.uri("/tokens"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=n&_csrf=of-then")));
    assertThat(place(sent)).endsWith("/login?ended");
  }

  @Test
  void anIdleSessionEndsAfterHalfAnHour() {
    assertThat(server.part(ServerProperties.class).getServlet().getSession().getTimeout())
        .isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void theSixthSessionOfAnAccountEndsTheOneIdleForLongest() {
    List<Visitor> visitors = new ArrayList<>(List.of(person("many")));
    for (int i = 0; i < 5; i++) {
      visitors.add(server.signedIn("many"));
    }
    assertThat(place(visitors.get(0).get("/tokens"))).endsWith("/login?ended");
    for (Visitor visitor : visitors.subList(1, 6)) {
      assertThat(isSignedIn(visitor)).isTrue();
    }
  }

  @Test
  void aNewPasswordEndsAllSessionsOfTheAccount() {
    Visitor one = person("changing");
    Visitor two = server.signedIn("changing");
    String wanted = "mot mat khau khac han";
    HttpResponse<String> wrong =
        one.post("/password", Map.of("old", "wrong", "new", wanted, "again", wanted));
    assertThat(wrong.body()).contains("chưa đúng");
    HttpResponse<String> done =
        one.post("/password", Map.of("old", TestServer.PASSWORD, "new", wanted, "again", wanted));
    assertThat(place(done)).endsWith("/login?changed");
    assertThat(isSignedIn(one)).isFalse();
    assertThat(isSignedIn(two)).isFalse();
    Visitor again = server.visitor();
    again.signIn("changing", wanted);
    assertThat(isSignedIn(again)).isTrue();
  }

  @Test
  void fiveFailuresLockAnAccountForAQuarterOfAnHourAndTellNothing() {
    server.account("locked", Role.STAFF, null, null);
    Visitor visitor = server.visitor();
    String unknown = place(tried(visitor, "nobody-there", "x"));
    for (int i = 0; i < 5; i++) {
      assertThat(server.part(Accounts.class).find("locked").orElseThrow().failedLogins())
          .isEqualTo(i);
      assertThat(place(tried(visitor, "locked", "wrong " + i))).isEqualTo(unknown);
    }
    assertThat(place(tried(visitor, "locked", TestServer.PASSWORD))).isEqualTo(unknown);
    assertThat(isSignedIn(visitor)).isFalse();
    assertThat(server.part(Accounts.class).find("locked").orElseThrow().lockedUntil()).isNotNull();

    CLOCK.wait(Duration.ofMinutes(15));
    tried(visitor, "locked", TestServer.PASSWORD);
    assertThat(isSignedIn(visitor)).isTrue();
  }

  @Test
  void theLogAlsoTellsOfTriesThatNoPasswordCouldHaveMadeGood() {
    Account closed = server.account("shut", Role.STAFF, null, null);
    Viewer boss = server.account("closer", Role.ADMINISTRATOR, null, null).viewer(true);
    server.part(AccountKeeping.class).setActive(boss, closed.id(), false);
    Account locked = server.account("barred", Role.STAFF, null, null);
    for (int i = 0; i < 5; i++) {
      server.part(Accounts.class).failed(locked);
    }

    for (String login : new String[] {"shut", "barred", "No.One", "mat khau", "0912345678"}) {
      tried(server.visitor(), login, TestServer.PASSWORD);
    }

    AuditLog log = server.part(AuditLog.class);
    assertThat(log.page(new AuditSearch("", "login.refused", ""), 5, Long.MAX_VALUE))
        .extracting(AuditEntry::subject, AuditEntry::detail, AuditEntry::address)
        .containsExactly(
            tuple("-", "unknown", "127.0.0.1"),
            tuple("-", "unknown", "127.0.0.1"),
            tuple("no.one", "unknown", "127.0.0.1"),
            tuple("barred", "locked", "127.0.0.1"),
            tuple("shut", "closed", "127.0.0.1"));
  }

  @Test
  void theLogSaysFromWhereSomebodySignedInOrTriedTo() {
    Visitor visitor = person("logged");
    assertThat(isSignedIn(visitor)).isTrue();
    tried(server.visitor(), "logged", "wrong");
    AuditLog log = server.part(AuditLog.class);
    assertThat(log.page(new AuditSearch("", "login.", "logged"), 9, Long.MAX_VALUE))
        .extracting(AuditEntry::action, AuditEntry::address)
        .containsExactly(tuple("login.failed", "127.0.0.1"), tuple("login.succeeded", "127.0.0.1"));
  }

  @Test
  void signingOutEndsTheSessionOnTheServer() {
    Visitor visitor = person("leaving");
    String cookie = cookie(visitor);
    assertThat(place(visitor.post("/logout", Map.of()))).endsWith("/login?out");
    Visitor thief = server.visitor();
    assertThat(
            thief
                .send(
                    HttpRequest.newBuilder(thief.uri("/tokens"))
                        .header("Cookie", "DOICHIEU=" + cookie))
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  void aPartOfAPageAskedForByScriptMakesWayForTheSignInPage() {
    Visitor visitor = server.visitor();
    HttpResponse<String> answer =
        visitor.send(HttpRequest.newBuilder(visitor.uri("/tokens")).header("HX-Request", "true"));
    assertThat(answer.headers().firstValue("HX-Redirect").orElse("")).isEqualTo("/login");
  }
}
