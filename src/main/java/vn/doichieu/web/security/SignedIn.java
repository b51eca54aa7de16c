package vn.doichieu.web.security;

import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.doichieu.web.account.Account;

/**
 * What a session remembers of whoever signed in; everything else is looked up for every request.
 * Two of one account are equal, by which an account's sessions are counted.
 *
 * @param revision the account's at that moment: once it has changed, the session is over
 * @param since when the session began
 */
record SignedIn(long id, String login, int revision, Instant since)
    implements Principal, Serializable {

  /** After so long a session ends, however busy it is. */
  private static final Duration LONGEST = Duration.ofHours(12);

  static SignedIn as(Account account, Instant now) {
    return new SignedIn(account.id(), account.login(), account.revision(), now);
  }

  /** Whether it still stands for an account as that is now. */
  boolean standsFor(Account account, Instant now) {
    return account.active() && account.revision() == revision && now.isBefore(since.plus(LONGEST));
  }

  @Override
  public String getName() {
    return login;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn session && session.id == id;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }
}
