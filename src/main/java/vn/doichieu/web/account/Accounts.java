package vn.doichieu.web.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.request.FreeText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.store.Store;

/** All accounts. */
@Component
public class Accounts {

  /** Tries that may fail in a row before an account is locked for a while. */
  static final int MOST_FAILURES = 5;

  static final Duration LOCKED = Duration.ofMinutes(15);

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");
  private static final int LONGEST_TITLE = 200;

  private final Store store;
  private final AuditLog log;
  private final Passwords passwords;
  private final Clock clock;

  /** Accounts in the store. */
  public Accounts(Store store, AuditLog log, Passwords passwords, Clock clock) {
    this.store = store;
    this.log = log;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** The account of a login. */
  public Optional<Account> find(String login) {
    return store
        .sql()
        .sql("select * from account where login = ?")
        .param(login)
        .query(Accounts::account)
        .optional();
  }

  /** The account of a number. */
  public Optional<Account> find(long id) {
    return store
        .sql()
        .sql("select * from account where id = ?")
        .param(id)
        .query(Accounts::account)
        .optional();
  }

  /** All accounts by their logins. */
  public List<Account> all() {
    return store.sql().sql("select * from account order by login").query(Accounts::account).list();
  }

  /** Whether there is any account at all. */
  public boolean none() {
    return store.sql().sql("select count(*) from account").query(Long.class).single() == 0;
  }

  /**
   * Makes an account that has to change its password when it first signs in.
   *
   * @param areaId the area of a clerk; null for other roles
   * @param unit the code of a clerk's unit; null for other roles
   * @return the password, told this once
   */
  public String create(
      String login, String title, Role role, @Nullable Long areaId, @Nullable String unit) {
    if (!LOGIN.matcher(login).matches()) {
      throw Refusal.invalid("login_invalid");
    }
    mustBeTitle(title);
    mustFit(role, areaId, unit);
    String password = passwords.oneTime();
    String hash = passwords.hash(password);
    try {
      store.write(
          () -> {
            store
                .sql()
                .sql(
                    "insert into account (login, title, role, area_id, unit_code, password_hash,"
                        + " must_change, active, failed_logins, created_at, revision)"
                        + " values (?, ?, ?, ?, ?, ?, true, true, 0, ?, 1)")
                .params(Arrays.asList(login, title.strip(), role.code(), areaId, unit, hash, now()))
                .update();
            log.add("account.created", login, role.code() + (unit == null ? "" : " " + unit));
          });
    } catch (DuplicateKeyException e) {
      throw Refusal.conflict("login_taken", login);
    }
    return password;
  }

  /**
   * Stops a title that is blank or too long.
   *
   * @throws Refusal in these cases
   */
  static void mustBeTitle(String title) {
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw Refusal.invalid("title_invalid", LONGEST_TITLE);
    }
  }

  /**
   * Stops a clerk without a unit, and a unit without a clerk.
   *
   * @throws Refusal in these cases
   */
  static void mustFit(Role role, @Nullable Long areaId, @Nullable String unit) {
    boolean ofUnit = areaId != null && unit != null;
    boolean ofNone = areaId == null && unit == null;
    if (role == Role.CLERK ? !ofUnit : !ofNone) {
      throw Refusal.invalid("clerk_needs_unit");
    }
  }

  /** Sets a password that the account's owner chose. All sessions begun before it end. */
  public void changePassword(Account account, String password) {
    passwords.mustBeStrong(password, account.login());
    String hash = passwords.hash(password);
    store.write(
        () -> {
          store
              .sql()
              .sql(
                  "update account set password_hash = ?, must_change = false, failed_logins = 0,"
                      + " locked_until = null, revision = revision + 1 where id = ?")
              .params(hash, account.id())
              .update();
          log.add("account.password_changed", account.login(), "");
        });
  }

  /**
   * Counts a try that failed; the fifth in a row locks the account for a while. Tries at the same
   * time are counted one after another.
   */
  public void failed(Account account) {
    store.write(
        () -> {
          int failures =
              store
                      .sql()
                      .sql("select failed_logins from account where id = ? for update")
                      .param(account.id())
                      .query(Integer.class)
                      .single()
                  + 1;
          boolean locks = failures >= MOST_FAILURES;
          store
              .sql()
              .sql("update account set failed_logins = ? where id = ?")
              .params(locks ? 0 : failures, account.id())
              .update();
          if (locks) {
            store
                .sql()
                .sql("update account set locked_until = ? where id = ?")
                .params(clock.instant().plus(LOCKED).atOffset(ZoneOffset.UTC), account.id())
                .update();
          }
          log.add(locks ? "login.locked" : "login.failed", account.login(), "");
        });
  }

  /**
   * Notes a try that no password could have made good.
   *
   * @param typed the login; what could be none is not kept, for people type passwords there
   * @param why a word: unknown, locked or closed
   */
  public void refused(String typed, String why) {
    boolean named = LOGIN.matcher(typed).matches() && !FreeText.holdsPersonalData(typed);
    log.add("login.refused", named ? typed : "-", why);
  }

  /** Notes that somebody signed in. */
  public void signedIn(Account account) {
    store.write(
        () -> {
          store
              .sql()
              .sql("update account set failed_logins = 0, locked_until = null where id = ?")
              .param(account.id())
              .update();
          log.add("login.succeeded", account.login(), "");
        });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    Timestamp locked = row.getTimestamp("locked_until");
    long area = row.getLong("area_id");
    Long areaId = row.wasNull() ? null : area;
    Instant until = locked == null ? null : locked.toInstant();
    return new Account(
        row.getLong("id"),
        row.getString("login"),
        row.getString("title"),
        Role.of(row.getString("role")),
        areaId,
        row.getString("unit_code"),
        row.getString("password_hash"),
        row.getBoolean("must_change"),
        row.getBoolean("active"),
        row.getInt("failed_logins"),
        until,
        row.getInt("revision"));
  }
}
