package vn.doichieu.web.result;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;

/** Finds what addresses and forms name: a plan of an area, and one of its findings. */
@Component
public class FindingLookup {

  private final Areas areas;
  private final Results results;

  FindingLookup(Areas areas, Results results) {
    this.areas = areas;
    this.results = results;
  }

  /**
   * An area by one of its plans.
   *
   * @throws Refusal if the viewer may not see the area, or it is not judged by that plan
   */
  public Judged judged(Viewer viewer, long area, String planId, Moment moment) {
    return results.judged(plan(viewer, area, planId), planId, moment.asOf(), moment.closed());
  }

  /** An area that is judged by a plan. Throws as above. */
  public Area plan(Viewer viewer, long area, String planId) {
    Area known = areas.get(area, viewer);
    areas.plan(area, planId);
    return known;
  }

  /** The finding of a target, unit and period; the first one where a row gives several. */
  public static Optional<Finding> find(Judged judged, String target, String unit, String period) {
    return judged.evaluation().findingsOf(target).stream()
        .filter(finding -> finding.unit().code().equals(unit))
        .filter(finding -> finding.period().text().equals(period))
        .findFirst();
  }
}
