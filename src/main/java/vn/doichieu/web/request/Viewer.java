package vn.doichieu.web.request;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Made anew for every request from the account as it stands in the database.
 *
 * @param id the account
 * @param login the name it signs in with
 * @param title what people know it by: an office, never a person
 * @param areaId the area of a clerk; null for the other roles, who see all areas
 * @param unit the code of a clerk's unit; null for the other roles
 * @param revision counts the changes of the account: a session begun before one ends
 * @param mustChange whether the password has to be changed before anything else
 * @param mayWrite whether it may change anything: an API token may be for reading only
 */
public record Viewer(
    long id,
    String login,
    String title,
    Role role,
    @Nullable Long areaId,
    @Nullable String unit,
    int revision,
    boolean mustChange,
    boolean mayWrite)
    implements Serializable {

  /** Whether it has one of some roles. */
  public boolean is(Role... roles) {
    return Set.of(roles).contains(role);
  }

  /** Whether it may see an area at all. */
  public boolean sees(long area) {
    return areaId == null || areaId == area;
  }

  /** Whether it may see what concerns a unit of an area. */
  public boolean sees(long area, String code) {
    return sees(area) && (unit == null || unit.equals(code));
  }

  /**
   * Stops whoever may not see an area.
   *
   * @throws Refusal as if there were no such area: that there is one is told to nobody
   */
  public void mustSee(long area) {
    if (!sees(area)) {
      throw Refusal.notFound();
    }
  }

  /** As above, for a unit of an area. */
  public void mustSee(long area, String code) {
    if (!sees(area, code)) {
      throw Refusal.notFound();
    }
  }

  /** As above, for what only those who see every unit may see. */
  public void mustSeeAll() {
    if (unit != null) {
      throw Refusal.notFound();
    }
  }
}
