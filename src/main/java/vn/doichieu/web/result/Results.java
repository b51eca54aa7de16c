package vn.doichieu.web.result;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;

/** Judges areas by the one engine; what nothing has changed since is not judged again. */
@Component
public class Results {

  /** Evaluations that are kept in memory. */
  private static final int MOST_KEPT = 60;

  private final RulesVersions versions;
  private final Figures figures;
  private final Map<Key, Judged> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Judged> eldest) {
              return size() > MOST_KEPT;
            }
          });

  /** Results by versions and figures. */
  public Results(RulesVersions versions, Figures figures) {
    this.versions = versions;
    this.figures = figures;
  }

  private record Key(
      long area, int revision, long version, LocalDate asOf, boolean closed, long upTo) {}

  /**
   * An area by the version that counts of one of its plans, at a moment.
   *
   * @throws vn.doichieu.web.request.Refusal if the area is not judged by such a plan
   */
  public Judged judged(Areas areas, Area area, String planId, Moment moment) {
    if (areas.plans(area.id()).stream().noneMatch(plan -> plan.planId().equals(planId))) {
      throw Refusal.notFound();
    }
    return judged(area, planId, moment.asOf(), moment.closed());
  }

  /** An area by the version of a plan that counts, with everything submitted so far. */
  public Judged judged(Area area, String planId, LocalDate asOf, boolean closed) {
    return judged(area, versions.current(planId), asOf, closed, Long.MAX_VALUE);
  }

  /**
   * An area by a version of a plan.
   *
   * @param upTo the last submission to be taken into account
   */
  public Judged judged(Area area, RulesVersion version, LocalDate asOf, boolean closed, long upTo) {
    Key key = new Key(area.id(), area.revision(), version.id(), asOf, closed, upTo);
    Judged known = kept.get(key);
    if (known != null) {
      return known;
    }
    PreparedPlan plan = versions.prepared(version);
    Figures.Counted counted = figures.counted(area, plan, upTo);
    Judged judged =
        new Judged(
            area,
            version,
            plan.explained(counted.submission(), counted.data(), asOf, closed),
            counted.last());
    kept.put(key, judged);
    return judged;
  }
}
