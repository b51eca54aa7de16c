package vn.doichieu.web.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.account.ApiTokens;
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

  private final List<Routes> routes;

  SecurityConfiguration(List<Routes> routes) {
    this.routes = routes;
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, Accounts accounts, SignIn signIn) {
    common(http);
    http.authenticationProvider(signIn)
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
        .addFilterBefore(new ViewerFilter(accounts), AuthorizationFilter.class);
    return http.build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ApiTokens known) {
    TokenFilter tokens = new TokenFilter(known);
    common(http);
    http.securityMatcher("/api/**")
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

  private void permit(
      org.springframework.security.config.annotation.web.configurers
                      .AuthorizeHttpRequestsConfigurer<
                  HttpSecurity>
              .AuthorizationManagerRequestMatcherRegistry
          requests,
      boolean api) {
    for (Routes some : routes) {
      for (Routes.Route route : some.routes()) {
        if (route.pattern().startsWith("/api/") == api) {
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
