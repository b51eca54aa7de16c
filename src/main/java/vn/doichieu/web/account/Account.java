package vn.doichieu.web.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;

/**
 * An account.
 *
 * @param title what people know it by: an office, never a person
 * @param areaId the area of a clerk; null for other roles
 * @param unit the code of a clerk's unit; null for other roles
 * @param failedLogins tries in a row that failed
 * @param lockedUntil when it may try again; null if it may now
 * @param revision counts its changes
 */
public record Account(
    long id,
    String login,
    String title,
    Role role,
    @Nullable Long areaId,
    @Nullable String unit,
    String passwordHash,
    boolean mustChange,
    boolean active,
    int failedLogins,
    @Nullable Instant lockedUntil,
    int revision) {

  /** Whether it may not sign in at some moment, however good its password. */
  public boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** This account as the one who asks. */
  public Viewer viewer(boolean mayWrite) {
    return new Viewer(id, login, title, role, areaId, unit, revision, mustChange, mayWrite);
  }
}
