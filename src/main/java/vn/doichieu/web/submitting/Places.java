package vn.doichieu.web.submitting;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.filing.Uploads;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;

/** Finds what an address names, for whom it is there; to all others nothing is there. */
@Component
public class Places {

  private final Areas areas;
  private final Uploads uploads;
  private final Filings filings;

  /** Places of areas. */
  public Places(Areas areas, Uploads uploads, Filings filings) {
    this.areas = areas;
    this.uploads = uploads;
    this.filings = filings;
  }

  /**
   * A place.
   *
   * @param unit the unit's code; null for several units
   * @throws Refusal if there is none, or not for this viewer
   */
  public Place get(Viewer viewer, long areaId, @Nullable String unit) {
    Area area = areas.get(areaId, viewer);
    if (unit == null) {
      viewer.mustSeeAll();
      return new Place(area, null);
    }
    viewer.mustSee(areaId, unit);
    ReportingUnit found = areas.units(area).all().find(unit);
    if (found == null) {
      throw Refusal.notFound();
    }
    return new Place(area, found);
  }

  /** An upload of a place. Throws as above. */
  public Upload upload(Place place, long id) {
    Upload upload = uploads.get(id);
    if (upload.areaId() != place.area().id() || !Objects.equals(upload.unit(), place.code())) {
      throw Refusal.notFound();
    }
    return upload;
  }

  /** A submission of a place: one of the unit, or of several units of the area. Throws as above. */
  public Filed submission(Place place, int number) {
    Filed filed = filings.get(place.area().id(), number);
    if (place.unit() != null
        && filed.unit() != null
        && !Objects.equals(filed.unit(), place.code())) {
      throw Refusal.notFound();
    }
    return filed;
  }
}
