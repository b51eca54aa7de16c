package vn.doichieu.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import vn.doichieu.web.request.KnownPaths;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.wording.Language;

/** What the frame of every page shows: who is signed in, where they can go, in which language. */
@ControllerAdvice
public class Layout {

  private final List<Navigation> navigation;
  private final Times times;
  private final KnownPaths paths;

  Layout(List<Navigation> navigation, Times times, KnownPaths paths) {
    this.navigation = navigation;
    this.times = times;
    this.paths = paths;
  }

  /** The places of a viewer's menu. */
  @ModelAttribute("places")
  public List<Navigation.Place> places(@Nullable Viewer viewer) {
    return viewer == null
        ? List.of()
        : navigation.stream()
            .flatMap(some -> some.places(viewer).stream())
            .sorted((a, b) -> Integer.compare(a.order(), b.order()))
            .toList();
  }

  @ModelAttribute("viewer")
  public @Nullable Viewer viewer(@Nullable Viewer viewer) {
    return viewer;
  }

  /** The word for the page's language: {@code vi} or {@code en}. */
  @ModelAttribute("lang")
  public String lang(Locale locale) {
    return PageText.language(locale).code();
  }

  @ModelAttribute("times")
  public Times times() {
    return times;
  }

  /** The address without its host, to tell where in the menu it is. */
  @ModelAttribute("path")
  public String path(HttpServletRequest request) {
    return asked(request);
  }

  /** The address of what is shown in the other language. */
  @ModelAttribute("otherLanguage")
  public String otherLanguage(HttpServletRequest request, Locale locale) {
    String other = "lang=" + (PageText.language(locale) == Language.VI ? "en" : "vi");
    String asked = asked(request);
    String path = lookable(asked, request.getHeader(HttpHeaders.REFERER));
    String query = request.getQueryString();
    if (query == null || !path.equals(asked) || !request.getMethod().equals("GET")) {
      return path + "?" + other;
    }
    return Arrays.stream(query.split("&"))
        .filter(part -> !part.isEmpty() && !part.startsWith("lang="))
        .map(part -> part + "&")
        .collect(Collectors.joining("", path + "?", other));
  }

  /** What was asked for: a page that tells of an error has an address of its own. */
  private static String asked(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed == null ? request.getRequestURI() : failed.toString();
  }

  /**
   * Where there is something to look at: there, or on the page that led there, or above it.
   *
   * @param referrer what the browser says of that page, which nobody has to believe
   */
  private String lookable(String path, @Nullable String referrer) {
    if (paths.isPage(path)) {
      return path;
    }
    if (referrer != null) {
      String from = referrer.replaceFirst("^https?://[^/]*", "").replaceFirst("[?#].*", "");
      if (paths.isPage(from)) {
        return from;
      }
    }
    String above = path;
    while (above.lastIndexOf('/') > 0) {
      above = above.substring(0, above.lastIndexOf('/'));
      if (paths.isPage(above)) {
        return above;
      }
    }
    return "/";
  }

  /** Puts all of it around a page that tells of a failure: there no controller has asked for it. */
  void around(ModelAndView page, HttpServletRequest request, Locale locale) {
    Viewer viewer = request.getAttribute("viewer") instanceof Viewer known ? known : null;
    page.addObject("places", places(viewer));
    page.addObject("viewer", viewer);
    page.addObject("lang", lang(locale));
    page.addObject("times", times);
    page.addObject("path", path(request));
    page.addObject("otherLanguage", otherLanguage(request, locale));
  }
}
