package vn.doichieu.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
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
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private record Found(long account, String scope) {}

  /** The account in whose name a token asks; none if it is unknown, revoked or over. */
  public Optional<Viewer> viewer(String token) {
    return store
        .sql()
        .sql(
            "select account_id, scope from api_token where hash = ? and revoked_at is null"
                + " and expires_at > ?")
        .params(hash(token), now())
        .query((row, n) -> new Found(row.getLong(1), row.getString(2)))
        .optional()
        .flatMap(
            found ->
                accounts
                    .find(found.account())
                    .filter(account -> account.active() && !account.mustChange())
                    .map(account -> account.viewer(found.scope().equals(Scope.WRITE.code()))));
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
