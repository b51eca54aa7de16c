package vn.doichieu.web.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Finding;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.FirstAdministrator;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.result.Results;

/** Untagged: it runs on every Java. */
class ServerTest {

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
  void theFirstStartMakesOneAdministratorWhoMustChangeThePassword() {
    Visitor visitor = server.visitor();
    visitor.signIn(FirstAdministrator.LOGIN, server.server().firstPassword());

    HttpResponse<String> page = visitor.get("/");

    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/password");
  }

  @Test
  void whoHasNotSignedInIsSentToSignIn() {
    HttpResponse<String> page = server.visitor().get("/");

    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/login");
  }

  @Test
  void theFindingsOfStoredFiguresAreThoseOfTheCommandLine() {
    server.account("leader", Role.LEADER, null, null);
    Area area = server.sample("hoc_mon_2024");

    List<Finding> stored =
        server
            .part(Results.class)
            .judged(area, "hoc_mon_2024", TestServer.TODAY, false)
            .evaluation()
            .findings();

    List<String> expected =
        new Check(
                Path.of("").toAbsolutePath(),
                Path.of("rules", "hoc_mon_2024"),
                Path.of("sample-data", "hoc_mon_2024"),
                TestServer.TODAY,
                false)
            .run().findings().stream()
                .filter(finding -> finding.waiver() == null)
                .map(ServerTest::text)
                .toList();
    assertThat(stored.stream().map(ServerTest::text)).containsAll(expected);
  }

  private static String text(Finding finding) {
    return finding.target().id()
        + " "
        + finding.unit().code()
        + " "
        + finding.period()
        + " "
        + finding.result()
        + " "
        + finding.numerator()
        + "/"
        + finding.denominator();
  }
}
