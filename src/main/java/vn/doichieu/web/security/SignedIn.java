package vn.doichieu.web.security;

import java.io.Serializable;
import java.security.Principal;
import vn.doichieu.web.account.Account;

/**
 * What a session remembers of whoever signed in; everything else is looked up for every request.
 *
 * @param revision the account's at that moment: once it has changed, the session is over
 */
record SignedIn(long id, String login, int revision) implements Principal, Serializable {

  static SignedIn as(Account account) {
    return new SignedIn(account.id(), account.login(), account.revision());
  }

  @Override
  public String getName() {
    return login;
  }
}
