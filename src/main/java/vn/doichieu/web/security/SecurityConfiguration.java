package vn.doichieu.web.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.request.KnownPaths;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;

/** The filter chains: the API by token, pages by session. What no route names is denied. */
@Configuration
class SecurityConfiguration {

  /** No script, style or frame but our own files; nothing inline. */
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'";

  /** The headers of every answer, for the few that are made before the chains. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", CONTENT_POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy(),
          "Cache-Control", "no-store");

  /** Of one account at the same time; the longest idle one makes way for another. */
  private static final int MOST_SESSIONS = 5;

  private final List<Routes> routes;
  private final KnownPaths paths;

  SecurityConfiguration(List<Routes> routes, KnownPaths paths) {
    this.routes = routes;
    this.paths = paths;
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http, Accounts accounts, Clock clock, SessionRegistry sessions) {
    ToSignIn denied = new ToSignIn(paths);
    common(http);
    // SignIn, the one provider there is, is found by itself; named here, too, it would be asked
    // twice.
    http.requestCache(cache -> cache.disable()) // It would begin a session for every stranger.
        .authorizeHttpRequests(
            requests -> {
              requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
              requests
                  .requestMatchers(HttpMethod.GET, "/login", "/assets/**", "/webjars/**")
                  .permitAll();
              permit(requests, false);
              requests.anyRequest().denyAll();
            })
        .formLogin(
            form ->
                form.loginPage("/login")
                    .usernameParameter("login")
                    .passwordParameter("password")
                    .defaultSuccessUrl("/", true)
                    .failureUrl("/login?failed"))
        .logout(logout -> logout.logoutSuccessUrl("/login?out").deleteCookies("DOICHIEU"))
        .sessionManagement(
            session ->
                session
                    .sessionFixation(fixation -> fixation.changeSessionId())
                    .maximumSessions(MOST_SESSIONS)
                    .sessionRegistry(sessions)
                    .expiredUrl("/login?ended"))
        .exceptionHandling(e -> e.authenticationEntryPoint(denied).accessDeniedHandler(denied))
        .addFilterBefore(new FormBounds(), CsrfFilter.class)
        .addFilterBefore(
            new SignInBounds(System::nanoTime), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new ViewerFilter(accounts, clock), AuthorizationFilter.class);
    return http.build();
  }

  /** The open sessions of every account. */
  @Bean
  static SessionRegistry sessionRegistry() {
    return new SessionRegistryImpl();
  }

  /** Tells the registry of sessions that end. */
  @Bean
  static HttpSessionEventPublisher sessionEvents() {
    return new HttpSessionEventPublisher();
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ApiTokens known) {
    TokenFilter tokens = new TokenFilter(known, paths, reading(), System::nanoTime);
    common(http);
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    RequestMatcher probe =
        new AndRequestMatcher(
            paths.matcher("/actuator/**"),
            request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null);
    http.securityMatcher(new OrRequestMatcher(paths.matcher("/api/**"), probe))
        .csrf(csrf -> csrf.disable()) // No cookie lets anybody in here.
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .authorizeHttpRequests(
            requests -> {
              permit(requests, true);
              requests.anyRequest().denyAll();
            })
        .exceptionHandling(e -> e.authenticationEntryPoint(tokens).accessDeniedHandler(tokens))
        .addFilterBefore(tokens, AuthorizationFilter.class);
    return http.build();
  }

  private RequestMatcher reading() {
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    List<RequestMatcher> all = new ArrayList<>();
    all.add(paths.matcher(HttpMethod.GET, "/**"));
    for (Routes some : routes) {
      for (Routes.Route route : some.routes()) {
        if (route.reading()) {
          all.add(paths.matcher(HttpMethod.valueOf(route.method()), route.pattern()));
        }
      }
    }
    return new OrRequestMatcher(all);
  }

  private void permit(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      boolean api) {
    for (Routes some : routes) {
      for (Routes.Route route : some.routes()) {
        boolean probe = route.pattern().startsWith("/actuator");
        if (probe || route.pattern().startsWith("/api/") == api) {
          String[] roles = route.roles().stream().map(Role::name).toArray(String[]::new);
          requests
              .requestMatchers(HttpMethod.valueOf(route.method()), route.pattern())
              .hasAnyRole(roles);
        }
      }
    }
  }

  private static void common(HttpSecurity http) {
    http.headers(
        headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .frameOptions(frame -> frame.deny()));
  }
}
