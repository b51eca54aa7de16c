package vn.doichieu.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import vn.doichieu.web.request.Viewer;

/** What the frame of every page shows: who is signed in, where they can go, in which language. */
@ControllerAdvice
public class Layout {

  private final List<Navigation> navigation;
  private final Times times;

  Layout(List<Navigation> navigation, Times times) {
    this.navigation = navigation;
    this.times = times;
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

  /** The address without its host, for the link to the other language. */
  @ModelAttribute("path")
  public String path(HttpServletRequest request) {
    return request.getRequestURI();
  }

  /** Puts all of it around a page that tells of a failure: there no controller has asked for it. */
  void around(ModelAndView page, HttpServletRequest request, Locale locale) {
    Viewer viewer = request.getAttribute("viewer") instanceof Viewer known ? known : null;
    page.addObject("places", places(viewer));
    page.addObject("viewer", viewer);
    page.addObject("lang", lang(locale));
    page.addObject("times", times);
    page.addObject("path", request.getMethod().equals("GET") ? path(request) : "/");
  }
}
