package vn.doichieu.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.doichieu.web.bounds.NetworkAddress;
import vn.doichieu.web.bounds.Turns;
import vn.doichieu.web.request.CurrentRequest;

/**
 * Bounds how often somebody tries to sign in: by address, by login, and all together, since hashing
 * a password takes a processor a third of a second. Tries that succeed do not count. Visits to the
 * sign-in page, each of which begins a session, are bounded, too.
 */
final class SignInBounds extends OncePerRequestFilter {

  private static final String PATH = "/login";
  private static final int NAMES = 10_000;
  private static final int LONGEST_LOGIN = 64;
  private static final int PATIENCE_SECONDS = 30;

  /** Tries of one address at once: an office that opens at eight has one address for all. */
  private static final int OFFICE = 60;

  private final Turns byAddress;
  private final Turns byLogin;
  private final Turns sessions;
  private final Semaphore hashing =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  SignInBounds(LongSupplier nanos) {
    byAddress = new Turns(OFFICE, Duration.ofSeconds(20), NAMES, nanos);
    byLogin = new Turns(10, Duration.ofMinutes(1), NAMES, nanos);
    sessions = new Turns(300, Duration.ofMillis(500), NAMES, nanos);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().equals(PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = NetworkAddress.of(request);
    if (request.getMethod().equals("POST")) {
      signIn(address, login(request.getParameter("login")), request, response, chain);
      return;
    }
    long wait = request.getSession(false) == null ? sessions.take(address) : 0;
    if (wait > 0) {
      refuse(response, wait);
      return;
    }
    chain.doFilter(request, response);
  }

  private void signIn(
      String address,
      String login,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    long wait = byAddress.take(address);
    if (wait == 0) {
      wait = byLogin.take(login);
      if (wait > 0) {
        byAddress.giveBack(address);
      }
    }
    if (wait > 0) {
      refuse(response, wait);
      return;
    }
    if (!waitForProcessor()) {
      byAddress.giveBack(address);
      byLogin.giveBack(login);
      refuse(response, PATIENCE_SECONDS);
      return;
    }
    CurrentRequest.begin(new CurrentRequest.Origin("-", request.getRemoteAddr()));
    try {
      chain.doFilter(request, response);
    } finally {
      CurrentRequest.end();
      hashing.release();
    }
    if (succeeded()) {
      byAddress.giveBack(address);
      byLogin.giveBack(login);
    }
  }

  private boolean waitForProcessor() {
    if (hashing.getQueueLength() >= OFFICE) {
      return false;
    }
    try {
      return hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A try that fails takes away what a session knew before it. */
  private static boolean succeeded() {
    Authentication now = SecurityContextHolder.getContext().getAuthentication();
    return now != null && now.getPrincipal() instanceof SignedIn;
  }

  private static String login(@Nullable String typed) {
    String login = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    return login.substring(0, Math.min(login.length(), LONGEST_LOGIN));
  }

  private static void refuse(HttpServletResponse response, long seconds) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
  }
}
