package vn.doichieu.web.security;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What no request may hold at all. */
@Configuration
class Firewall {

  /** No text has a zero character, which databases and file systems take amiss. */
  @Bean
  static HttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterNames(name -> name.indexOf('\0') < 0);
    firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
    return firewall;
  }

  /** No filter that sets headers has seen such a request. */
  @Bean
  static RequestRejectedHandler requestRejectedHandler() {
    return (request, response, rejected) -> {
      SecurityConfiguration.HEADERS.forEach(response::setHeader);
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    };
  }
}
