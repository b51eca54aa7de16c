package vn.doichieu.web.filing;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.AreaPlan;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.rulebook.RulesVersions;

/** The rules that count of all plans of an area: a submission is read against every one of them. */
@Component
public class AreaRules {

  private final Areas areas;
  private final RulesVersions versions;

  /** Rules by areas. */
  public AreaRules(Areas areas, RulesVersions versions) {
    this.areas = areas;
    this.versions = versions;
  }

  /** A plan of an area with its rules. */
  public record Ruled(AreaPlan plan, PreparedPlan rules) {}

  /**
   * The plans of an area, by id.
   *
   * @throws Refusal if it has none: then nothing says what a figure is
   */
  public List<Ruled> of(Area area) {
    List<Ruled> all =
        areas.plans(area.id()).stream()
            .map(plan -> new Ruled(plan, versions.prepared(versions.current(plan.planId()))))
            .toList();
    if (all.isEmpty()) {
      throw Refusal.conflict("no_plans", area.name());
    }
    return all;
  }
}
