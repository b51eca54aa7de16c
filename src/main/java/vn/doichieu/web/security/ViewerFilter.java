package vn.doichieu.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.request.CurrentRequest;
import vn.doichieu.web.request.Viewer;

/**
 * Looks up the account of a session for every request: closed, changed or demoted accounts are out
 * at once, and a one-time password has to be changed before anything else.
 */
final class ViewerFilter extends OncePerRequestFilter {

  /** Where the viewer of a request stands. */
  static final String ATTRIBUTE = "viewer";

  private static final String PASSWORD_PAGE = "/password";

  private final Accounts accounts;
  private final Clock clock;

  ViewerFilter(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Viewer viewer = viewer(request);
    if (viewer == null && FormBounds.isSignedIn()) {
      end(request);
      goTo("/login?ended", request, response);
      return;
    }
    if (viewer != null && viewer.mustChange() && mustGoAway(request)) {
      goTo(PASSWORD_PAGE, request, response);
      return;
    }
    String login = viewer == null ? "-" : viewer.login();
    CurrentRequest.begin(new CurrentRequest.Origin(login, request.getRemoteAddr()));
    try {
      chain.doFilter(request, response);
    } finally {
      CurrentRequest.end();
    }
  }

  /** A part of a page that was asked for by script makes way for the whole page. */
  static void goTo(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getHeader("HX-Request") == null) {
      response.sendRedirect(path);
    } else {
      response.setHeader("HX-Redirect", path);
    }
  }

  private @Nullable Viewer viewer(HttpServletRequest request) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn session)) {
      return null;
    }
    Optional<Account> account =
        accounts.find(session.id()).filter(a -> session.standsFor(a, clock.instant()));
    if (account.isEmpty()) {
      return null;
    }
    Viewer viewer = account.get().viewer(true);
    request.setAttribute(ATTRIBUTE, viewer);
    return viewer;
  }

  private static boolean mustGoAway(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.equals(PASSWORD_PAGE)
        && !path.equals("/logout")
        && !path.startsWith("/assets/")
        && !path.startsWith("/webjars/");
  }

  private static void end(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
