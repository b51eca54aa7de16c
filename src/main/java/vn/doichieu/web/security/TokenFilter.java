package vn.doichieu.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.bounds.NetworkAddress;
import vn.doichieu.web.bounds.Turns;
import vn.doichieu.web.request.CurrentRequest;
import vn.doichieu.web.request.KnownPaths;
import vn.doichieu.web.request.Viewer;

/** Lets requests of the API in by their token, and answers those that it lets not. */
final class TokenFilter extends OncePerRequestFilter
    implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String BEARER = "Bearer ";

  private static final int NAMES = 10_000;

  private final ApiTokens tokens;
  private final KnownPaths paths;

  /** Of one address, tokens that are none: nobody tries many. */
  private final Turns wrong;

  /** Of one account, requests: one program leaves something for the others. */
  private final Turns requests;

  /** What changes nothing. */
  private final RequestMatcher reading;

  TokenFilter(ApiTokens tokens, KnownPaths paths, RequestMatcher reading, LongSupplier nanos) {
    this.tokens = tokens;
    this.paths = paths;
    this.reading = reading;
    wrong = new Turns(60, Duration.ofSeconds(5), NAMES, nanos);
    requests = new Turns(1_000, Duration.ofMillis(20), NAMES, nanos);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    String address = NetworkAddress.of(request);
    Optional<Viewer> viewer = Optional.empty();
    if (header != null && header.startsWith(BEARER)) {
      long wait = wrong.take(address);
      if (wait > 0) {
        tooOften(response, wait);
        return;
      }
      viewer = tokens.viewer(header.substring(BEARER.length()).strip());
      if (viewer.isPresent()) {
        wrong.giveBack(address);
        wait = requests.take(viewer.get().login());
        if (wait > 0) {
          tooOften(response, wait);
          return;
        }
      }
    }
    viewer.ifPresent(
        v -> {
          request.setAttribute(ViewerFilter.ATTRIBUTE, v);
          SecurityContextHolder.getContext()
              .setAuthentication(
                  UsernamePasswordAuthenticationToken.authenticated(
                      v.login(),
                      null,
                      List.of(new SimpleGrantedAuthority("ROLE_" + v.role().name()))));
        });
    String login = viewer.map(Viewer::login).orElse("-");
    CurrentRequest.begin(new CurrentRequest.Origin(login, request.getRemoteAddr()));
    try {
      if (viewer.isPresent() && !viewer.get().mayWrite() && !reading.matches(request)) {
        problem(response, HttpServletResponse.SC_FORBIDDEN, "Forbidden");
        return;
      }
      chain.doFilter(request, response);
    } finally {
      CurrentRequest.end();
    }
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    problem(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    if (paths.know(request.getRequestURI())) {
      problem(response, HttpServletResponse.SC_FORBIDDEN, "Forbidden");
    } else {
      problem(response, HttpServletResponse.SC_NOT_FOUND, "Not Found");
    }
  }

  private static void tooOften(HttpServletResponse response, long seconds) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    problem(response, HttpStatus.TOO_MANY_REQUESTS.value(), "Too Many Requests");
  }

  private static void problem(HttpServletResponse response, int status, String title)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.getWriter().write("{\"status\":" + status + ",\"title\":\"" + title + "\"}");
  }
}
