package vn.doichieu.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import vn.doichieu.testing.web.TestServer;

/** A real Tomcat for which more time passes than really does. */
class TimedHeadersTest {

  private static final String HEAD = "GET /x HTTP/1.1\r\nHost: localhost\r\n";

  @TempDir private Path folder;

  private final AtomicLong ahead = new AtomicLong();
  private final Semaphore looks = new Semaphore(0);
  private final Tomcat tomcat = new Tomcat();

  @BeforeEach
  void start() throws Exception {
    tomcat.setBaseDir(folder.toString());
    Connector connector = new Connector(new TimedHeaders(Duration.ofMinutes(1), this::nanos));
    connector.setPort(0);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "x", new Answering());
    context.addServletMappingDecoded("/x", "x");
    tomcat.start();
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }

  private long nanos() {
    looks.release();
    return System.nanoTime() + ahead.get();
  }

  private static final class Answering extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("heard");
    }
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket("127.0.0.1", tomcat.getConnector().getLocalPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** What comes back; nothing from who has hung up. */
  private static String answer(Socket socket) throws IOException {
    byte[] some = new byte[2_000];
    int length;
    try {
      length = socket.getInputStream().read(some);
    } catch (SocketException e) {
      length = -1;
    }
    return length < 0 ? "" : new String(some, 0, length, StandardCharsets.US_ASCII);
  }

  @Test
  void whoDripsHeadersIsHungUpOn() throws Exception {
    try (Socket socket = connected()) {
      send(socket, HEAD + "X-Slow: ");
      do {
        send(socket, "a");
      } while (!looks.tryAcquire(100, TimeUnit.MILLISECONDS)); // Drops that came as one are one.
      ahead.addAndGet(Duration.ofMinutes(2).toNanos());

      // A drop may still have come with the one before; long before Tomcat itself gives up.
      socket.setSoTimeout(100);
      boolean hungUp = false;
      for (int i = 0; i < 50 && !hungUp; i++) {
        hungUp = hangsUpOn(socket, "a");
      }
      assertThat(hungUp).isTrue();
    }
  }

  private static boolean hangsUpOn(Socket socket, String text) throws IOException {
    try {
      send(socket, text);
      return answer(socket).isEmpty();
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void manyRequestsOverOneConnectionMayTakeAsLongAsTheyLike() throws Exception {
    try (Socket socket = connected()) {
      for (int i = 0; i < 5; i++) {
        send(socket, HEAD + "\r\n");
        assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        ahead.addAndGet(Duration.ofMinutes(2).toNanos());
      }
    }
  }

  @Test
  @Tag("web")
  void theServerSpeaksSo() {
    try (TestServer server = TestServer.start()) {
      var context =
          (ServletWebServerApplicationContext)
              server.server().part(RequestMappingHandlerAdapter.class).getApplicationContext();
      var tomcat = (TomcatWebServer) Objects.requireNonNull(context).getWebServer();

      assertThat(tomcat.getTomcat().getConnector().getProtocolHandler())
          .isInstanceOf(TimedHeaders.class);
    }
  }
}
