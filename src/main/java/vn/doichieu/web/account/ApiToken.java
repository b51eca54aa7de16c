package vn.doichieu.web.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token; not the token itself.
 *
 * @param scope whether it may change anything
 * @param usedAt when it was last used, to the hour; null if never
 */
public record ApiToken(
    long id,
    String name,
    ApiTokens.Scope scope,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant usedAt) {

  /** Whether it lets anybody in at some moment. */
  public boolean works(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }
}
