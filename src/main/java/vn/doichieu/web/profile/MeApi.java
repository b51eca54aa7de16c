package vn.doichieu.web.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** Who a token asks for. */
@RestController
class MeApi implements Routes {

  private static final String PATH = "/api/v1/me";

  @Override
  public List<Route> routes() {
    return List.of(Route.get(PATH, ANYONE));
  }

  /**
   * Whoever asks.
   *
   * @param area the number of a clerk's area; null for other roles
   * @param unit the code of a clerk's unit; null for other roles
   * @param scope "read", or "write" where the token may change things
   */
  public record Me(
      String login,
      String title,
      String role,
      @Nullable Long area,
      @Nullable String unit,
      String scope) {}

  @GetMapping(PATH)
  Me me(Viewer viewer) {
    return new Me(
        viewer.login(),
        viewer.title(),
        viewer.role().code(),
        viewer.areaId(),
        viewer.unit(),
        viewer.mayWrite() ? "write" : "read");
  }
}
