package vn.doichieu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import vn.doichieu.web.request.KnownPaths;

/**
 * Sends whoever has not signed in to the sign-in page, also where that page was open for so long
 * that its form no longer counts; all others are told that they may not, or that there is no such
 * page.
 */
final class ToSignIn implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String SIGN_IN = "/login";

  private final KnownPaths paths;

  ToSignIn(KnownPaths paths) {
    this.paths = paths;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    ViewerFilter.goTo(SIGN_IN, request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    if (!FormBounds.isSignedIn() && request.getMethod().equals("POST")) {
      ViewerFilter.goTo(SIGN_IN + "?ended", request, response);
    } else {
      boolean unknown = FormBounds.isSignedIn() && !paths.know(request.getRequestURI());
      response.sendError(
          unknown ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
