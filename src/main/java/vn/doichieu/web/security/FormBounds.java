package vn.doichieu.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms that cannot be read before anything looks for a field in them, and files of
 * strangers before they are read at all.
 */
final class FormBounds extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/") && !isSignedIn()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    try {
      request.getParameterMap();
    } catch (InvalidParameterException e) {
      if (!response.isCommitted()) { // Who has gone away is told nothing any more.
        response.sendError(e.getErrorCode());
      }
      return;
    }
    chain.doFilter(request, response);
  }

  /** Whether the request has a session in which somebody has signed in. */
  static boolean isSignedIn() {
    Authentication now = SecurityContextHolder.getContext().getAuthentication();
    return now != null && now.getPrincipal() instanceof SignedIn;
  }
}
