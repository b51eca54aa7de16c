package vn.doichieu.web.request;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The paths that features name, whoever may go there. */
@Component
public class KnownPaths {

  private final List<PathPattern> all = new ArrayList<>();
  private final List<PathPattern> pages = new ArrayList<>();

  KnownPaths(List<Routes> routes) {
    pages.add(PathPatternParser.defaultInstance.parse("/login"));
    all.addAll(pages);
    all.add(PathPatternParser.defaultInstance.parse("/logout"));
    for (Routes some : routes) {
      for (Routes.Route route : some.routes()) {
        PathPattern pattern = PathPatternParser.defaultInstance.parse(route.pattern());
        all.add(pattern);
        if (route.method().equals("GET")) {
          pages.add(pattern);
        }
      }
    }
  }

  /** Whether a path, as it was asked for, can be called in any way. */
  public boolean know(String path) {
    return matches(all, path);
  }

  /** Whether a path can be looked at. */
  public boolean isPage(String path) {
    return matches(pages, path);
  }

  private static boolean matches(List<PathPattern> patterns, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return patterns.stream().anyMatch(pattern -> pattern.matches(parsed));
  }
}
