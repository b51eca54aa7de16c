package vn.doichieu.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.doichieu.testing.web.ApiCaller;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.request.Role;

/** Uploads that are too large are told so to their sender, in no more than a line to the log. */
@Tag("web")
class TooLargeUploadTest {

  private static final String PAGE = "/admin/areas";
  private static final byte[] FILE_TOO_LARGE = new byte[17 << 20];
  private static final byte[] REQUEST_TOO_LARGE = new byte[25 << 20];

  @Test
  void theSenderIsToldAndTheLogHoldsNoTrace() throws IOException {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    log.start();
    try (TestServer server = TestServer.start()) {
      root.addAppender(log); // The server sets up its log when it starts.
      Account account = server.account("office", Role.ADMINISTRATOR, null, null);
      Visitor admin = server.signedIn("office");
      ApiCaller program = new ApiCaller(server, account, ApiTokens.Scope.WRITE);
      for (byte[] content : List.of(FILE_TOO_LARGE, REQUEST_TOO_LARGE)) {
        assertThat(admin.upload(PAGE, Map.of(), "file", "units.csv", content).statusCode())
            .isEqualTo(413);
        assertThat(
                program
                    .post("/api/v1/check", Map.of(), Map.of("figures.csv", content))
                    .statusCode())
            .isEqualTo(413);
        assertThat(
                server.visitor().upload(PAGE, Map.of(), "file", "units.csv", content).statusCode())
            .as("a stranger's files are not even read")
            .isEqualTo(403);
      }
      goAwayAmid(server, admin);
    } finally {
      root.detachAppender(log);
    }

    assertThat(log.list)
        .filteredOn(event -> event.getThrowableProxy() != null)
        .extracting(ILoggingEvent::getFormattedMessage)
        .isEmpty();
    assertThat(log.list).hasSizeLessThanOrEqualTo(7);
  }

  /** Says that a large file comes, and closes the connection after some of it. */
  private static void goAwayAmid(TestServer server, Visitor admin) throws IOException {
    String cookies =
        admin.cookies().getCookieStore().getCookies().stream()
            .map(HttpCookie::toString)
            .collect(Collectors.joining("; "));
    String head =
        "POST "
            + PAGE
            + " HTTP/1.1\r\nHost: localhost\r\nCookie: "
            + cookies
            + "\r\nX-CSRF-TOKEN: "
            + admin.token()
            + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 17000000\r\n\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"units.csv\"\r\n\r\n"
            + "code,name\n".repeat(10_000);
    try (Socket socket = new Socket("127.0.0.1", server.server().port())) {
      socket.setSoLinger(true, 0); // Closed at once, with what is on its way.
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }
  }
}
