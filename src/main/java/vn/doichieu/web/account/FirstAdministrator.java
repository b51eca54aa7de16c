package vn.doichieu.web.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.doichieu.web.request.Role;

/** The one account of a new installation. */
@Component
public class FirstAdministrator {

  /** The login of the first administrator. */
  public static final String LOGIN = "admin";

  private final Accounts accounts;

  FirstAdministrator(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Makes it where there is no account at all, and gives its password, which is kept nowhere. */
  public Optional<String> create() {
    return accounts.none()
        ? Optional.of(accounts.create(LOGIN, "Quản trị hệ thống", Role.ADMINISTRATOR, null, null))
        : Optional.empty();
  }
}
