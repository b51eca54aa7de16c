package vn.doichieu.web.security;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.account.Passwords;

/**
 * Judges a login and its password. Whether the account is unknown, locked, closed or the password
 * wrong is told to nobody, and takes as long.
 */
@Component
class SignIn implements AuthenticationProvider {

  private final Accounts accounts;
  private final Passwords passwords;
  private final Clock clock;

  SignIn(Accounts accounts, Passwords passwords, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication tried) {
    String login = tried.getName().strip().toLowerCase(Locale.ROOT);
    String password = String.valueOf(tried.getCredentials());
    Optional<Account> found = accounts.find(login);
    if (found.isEmpty()) {
      passwords.matchNobody(password);
      accounts.refused(login, "unknown");
      throw new BadCredentialsException("");
    }
    Account account = found.get();
    boolean right = passwords.matches(password, account.passwordHash());
    if (!account.active() || account.isLocked(clock.instant())) {
      accounts.refused(login, account.active() ? "locked" : "closed");
      throw new BadCredentialsException("");
    }
    if (!right) {
      accounts.failed(account);
      throw new BadCredentialsException("");
    }
    accounts.signedIn(account);
    return UsernamePasswordAuthenticationToken.authenticated(
        SignedIn.as(account, clock.instant()),
        null,
        List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
