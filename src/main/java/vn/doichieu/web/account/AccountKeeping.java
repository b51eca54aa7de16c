package vn.doichieu.web.account;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;

/**
 * What an administrator does to other accounts. Each change but that of a title ends the account's
 * sessions and takes its tokens back. Nobody changes their own account here: the last administrator
 * cannot lock everybody out.
 */
@Component
public class AccountKeeping {

  private final Store store;
  private final Accounts accounts;
  private final Passwords passwords;
  private final AuditLog log;
  private final Clock clock;

  AccountKeeping(Store store, Accounts accounts, Passwords passwords, AuditLog log, Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Gives an account a new one-time password, and takes a lock off it.
   *
   * @return the password, told this once
   */
  public String reset(Viewer viewer, long id) {
    Account account = other(viewer, id);
    String password = passwords.oneTime();
    String hash = passwords.hash(password);
    store.write(
        () -> {
          store
              .sql()
              .sql(
                  "update account set password_hash = ?, must_change = true, failed_logins = 0,"
                      + " locked_until = null, revision = revision + 1 where id = ?")
              .params(hash, id)
              .update();
          takeTokens(id);
          log.add("account.password_reset", account.login(), "");
        });
    return password;
  }

  /** Lets nobody in by an account any more, or again. */
  public void setActive(Viewer viewer, long id, boolean active) {
    Account account = other(viewer, id);
    store.write(
        () -> {
          store
              .sql()
              .sql("update account set active = ?, revision = revision + 1 where id = ?")
              .params(active, id)
              .update();
          takeTokens(id);
          log.add(active ? "account.reopened" : "account.closed", account.login(), "");
        });
  }

  /**
   * Gives an account another role.
   *
   * @param areaId the area of a clerk; null for other roles
   * @param unit the code of a clerk's unit; null for other roles
   */
  public void setRole(
      Viewer viewer, long id, Role role, @Nullable Long areaId, @Nullable String unit) {
    Accounts.mustFit(role, areaId, unit);
    Account account = other(viewer, id);
    store.write(
        () -> {
          store
              .sql()
              .sql(
                  "update account set role = ?, area_id = ?, unit_code = ?,"
                      + " revision = revision + 1 where id = ?")
              .params(Arrays.asList(role.code(), areaId, unit, id))
              .update();
          takeTokens(id);
          String detail =
              account.role().code() + " -> " + role.code() + (unit == null ? "" : " " + unit);
          log.add("account.role_changed", account.login(), detail);
        });
  }

  /** Gives an account another title. */
  public void setTitle(Viewer viewer, long id, String title) {
    Accounts.mustBeTitle(title);
    Account account = other(viewer, id);
    store.write(
        () -> {
          store
              .sql()
              .sql("update account set title = ? where id = ?")
              .params(title.strip(), id)
              .update();
          log.add("account.title_changed", account.login(), "");
        });
  }

  private Account other(Viewer viewer, long id) {
    Account account = accounts.find(id).orElseThrow(Refusal::notFound);
    if (id == viewer.id()) {
      throw Refusal.conflict("own_account");
    }
    return account;
  }

  private void takeTokens(long account) {
    store
        .sql()
        .sql("update api_token set revoked_at = ? where account_id = ? and revoked_at is null")
        .params(clock.instant().atOffset(ZoneOffset.UTC), account)
        .update();
  }
}
