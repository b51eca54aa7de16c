package vn.doichieu.web.submitting;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.web.area.Area;

/**
 * Where figures are handed in: for one unit, or for several of an area.
 *
 * @param unit null for several
 */
public record Place(Area area, @Nullable ReportingUnit unit) {

  /** The unit's code; null for several. */
  public @Nullable String code() {
    return unit == null ? null : unit.code();
  }

  /** The name of the unit, or of the area. */
  public String name() {
    return unit == null ? area.name() : unit.name();
  }

  /** The address that its pages begin with. */
  public String path() {
    return unit == null
        ? "/areas/" + area.id() + "/folder"
        : "/areas/"
            + area.id()
            + "/units/"
            + UriUtils.encodePathSegment(unit.code(), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The address of its list of submissions. */
  public String submissions() {
    return unit == null ? "/areas/" + area.id() + "/submissions" : path() + "/submissions";
  }
}
