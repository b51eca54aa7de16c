package vn.doichieu.web.bounds;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * The headers of answers that no filter sees: the server itself refuses what is no proper request.
 */
final class HarmlessErrors extends ValveBase {

  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  HarmlessErrors() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (request.getContext() == null || response.isError()) {
      HEADERS.forEach(response::setHeader);
    }
    getNext().invoke(request, response);
  }
}
