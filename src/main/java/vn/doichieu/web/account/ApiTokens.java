package vn.doichieu.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;

/** Tokens by which programs ask in an account's name. Only their hashes are kept. */
@Component
public class ApiTokens {

  private static final String PREFIX = "dc_";
  private static final int BYTES = 32;
  private static final int MOST_DAYS = 366;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_TOKENS = 20;

  private final Store store;
  private final Accounts accounts;
  private final AuditLog log;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Tokens in the store. */
  public ApiTokens(Store store, Accounts accounts, AuditLog log, Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.log = log;
    this.clock = clock;
  }

  /** What a token is good for. */
  public enum Scope {
    READ,
    WRITE;

    /** The word used in the database and the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Found(long id, long account, String scope) {}

  /** The account in whose name a token asks; none if it is unknown, revoked or over. */
  public Optional<Viewer> viewer(String token) {
    Optional<Found> found =
        store
            .sql()
            .sql(
                "select id, account_id, scope from api_token where hash = ? and revoked_at is null"
                    + " and expires_at > ?")
            .params(hash(token), now())
            .query((row, n) -> new Found(row.getLong(1), row.getLong(2), row.getString(3)))
            .optional();
    Optional<Viewer> viewer =
        found.flatMap(
            known ->
                accounts
                    .find(known.account())
                    .filter(account -> account.active() && !account.mustChange())
                    .map(account -> account.viewer(known.scope().equals(Scope.WRITE.code()))));
    if (viewer.isPresent()) {
      noteUse(found.get().id());
    }
    return viewer;
  }

  /** To the hour: that a program asks often does not make the database write often. */
  private void noteUse(long id) {
    store
        .sql()
        .sql(
            "update api_token set used_at = ? where id = ?"
                + " and (used_at is null or used_at < ?)")
        .params(now(), id, now().minusHours(1))
        .update();
  }

  /** The tokens of an account, the newest first. */
  public List<ApiToken> of(Viewer viewer) {
    return store
        .sql()
        .sql(
            "select id, name, scope, created_at, expires_at, revoked_at, used_at from api_token"
                + " where account_id = ? order by id desc")
        .param(viewer.id())
        .query(
            (row, n) ->
                new ApiToken(
                    row.getLong(1),
                    row.getString(2),
                    Scope.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                    row.getTimestamp(4).toInstant(),
                    row.getTimestamp(5).toInstant(),
                    instant(row.getTimestamp(6)),
                    instant(row.getTimestamp(7))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  /**
   * Takes a token back.
   *
   * @throws Refusal if the viewer has no such token, or no longer
   */
  public void revoke(Viewer viewer, long id) {
    store.write(
        () -> {
          int known =
              store
                  .sql()
                  .sql(
                      "update api_token set revoked_at = ? where id = ? and account_id = ?"
                          + " and revoked_at is null")
                  .params(now(), id, viewer.id())
                  .update();
          if (known == 0) {
            throw Refusal.notFound();
          }
          log.add("token.revoked", viewer.login(), "no. " + id);
        });
  }

  /**
   * Makes a token.
   *
   * @param days for how many it is good, 1 to 366
   * @return the token, told this once
   */
  public String create(Viewer viewer, String name, Scope scope, int days) {
    if (name.isBlank() || name.length() > LONGEST_NAME || days < 1 || days > MOST_DAYS) {
      throw Refusal.invalid("token_invalid", MOST_DAYS);
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    store.write(
        () -> {
          if (working(viewer) >= MOST_TOKENS) {
            throw Refusal.conflict("token_many", MOST_TOKENS);
          }
          store
              .sql()
              .sql(
                  "insert into api_token (account_id, name, scope, hash, created_at, expires_at)"
                      + " values (?, ?, ?, ?, ?, ?)")
              .params(
                  viewer.id(), name.strip(), scope.code(), hash(token), now(), now().plusDays(days))
              .update();
          log.add("token.created", viewer.login(), scope.code() + " " + name.strip());
        });
    return token;
  }

  private long working(Viewer viewer) {
    return of(viewer).stream().filter(token -> token.works(clock.instant())).count();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }
}
