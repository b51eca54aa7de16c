package vn.doichieu.web.security;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;

/** Who may ask what the libraries answer: health and metrics, and the description of the API. */
@Component
class ProbeRoutes implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/actuator/health", Role.ADMINISTRATOR),
        Route.get("/actuator/health/*", Role.ADMINISTRATOR),
        Route.get("/actuator/info", Role.ADMINISTRATOR),
        Route.get("/actuator/metrics", Role.ADMINISTRATOR),
        Route.get("/actuator/metrics/*", Role.ADMINISTRATOR),
        Route.get("/api/v1/openapi", ANYONE));
  }
}
