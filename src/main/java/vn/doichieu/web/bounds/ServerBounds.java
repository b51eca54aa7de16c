package vn.doichieu.web.bounds;

import java.time.Duration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts the bounds into the server that properties cannot set. */
@Component
class ServerBounds implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  /** The largest upload (24 MB) over 1 Mbit/s takes some 200 seconds. */
  private static final TimedBody.Pace BODY =
      new TimedBody.Pace(Duration.ofSeconds(20), 8 << 10, Duration.ofMinutes(5));

  private static final TimedBody.Pace LEFT =
      new TimedBody.Pace(Duration.ofSeconds(5), 64 << 10, Duration.ofSeconds(60));

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(TimedHeaders.class.getName());
    factory.addEngineValves(new HarmlessErrors(), new BodyTimeValve(BODY, LEFT, System::nanoTime));
  }
}
