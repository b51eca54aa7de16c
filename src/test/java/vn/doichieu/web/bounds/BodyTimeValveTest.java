package vn.doichieu.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Tomcat whose seconds pass as bytes come: five for every read. */
class BodyTimeValveTest {

  @TempDir private Path folder;

  private final AtomicLong nanos = new AtomicLong();
  private final Tomcat tomcat = new Tomcat();
  private final AtomicLong heard = new AtomicLong();

  @BeforeEach
  void start() throws Exception {
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("connectionTimeout", "60000");
    Context context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "reading", new Reading());
    context.addServletMappingDecoded("/read", "reading");
    Tomcat.addServlet(context, "refusing", new Refusing());
    context.addServletMappingDecoded("/refuse", "refusing");
    TimedBody.Pace pace = new TimedBody.Pace(Duration.ofSeconds(20), 1_000, Duration.ofMinutes(5));
    TimedBody.Pace left = new TimedBody.Pace(Duration.ofSeconds(10), 1_000, Duration.ofSeconds(60));
    tomcat
        .getEngine()
        .getPipeline()
        .addValve(
            new BodyTimeValve(pace, left, () -> nanos.addAndGet(Duration.ofSeconds(5).toNanos())));
    tomcat.start();
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }

  private final class Reading extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      byte[] some = new byte[10_000];
      for (int n = request.getInputStream().read(some); n > 0; ) {
        heard.addAndGet(n);
        n = request.getInputStream().read(some);
      }
      response.getWriter().print("all read");
    }
  }

  private static final class Refusing extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.getWriter().print("not wanted");
    }
  }

  /** Sends a body in drips until it is whole or the server closes; gives what it said. */
  private String send(String path, int length, int drip, int[] sent) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", tomcat.getConnector().getLocalPort())) {
      socket.setSoTimeout(60_000);
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      String head =
          "POST "
              + path
              + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
              + length
              + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      try {
        while (sent[0] < length) {
          out.write(new byte[Math.min(drip, length - sent[0])]);
          out.flush();
          sent[0] += drip;
          Thread.sleep(2); // Lets each drip arrive by itself; nothing depends on how long.
        }
      } catch (IOException e) {
        // The server has closed: that is what a drip deserves.
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void aBodyThatComesAtSomePaceIsReadToItsEnd() throws IOException {
    assertThat(send("/read", 50_000, 50_000, new int[1])).contains("200").contains("all read");
    assertThat(heard.get()).isEqualTo(50_000);
  }

  @Test
  void aBodyThatDripsIsCutOff() throws IOException {
    int[] sent = new int[1];
    assertThat(send("/read", 5_000, 1, sent)).doesNotContain("all read");
    assertThat(heard.get()).isLessThan(5_000);
  }

  @Test
  void whoeverIsRefusedSeesTheAnswerAndADripIsReadNoFurther() throws IOException {
    assertThat(send("/refuse", 50_000, 50_000, new int[1])).contains("403").contains("not wanted");
    int[] sent = new int[1];
    send("/refuse", 5_000, 1, sent);
    assertThat(send("/read", 5, 5, new int[1])).contains("all read");
  }
}
