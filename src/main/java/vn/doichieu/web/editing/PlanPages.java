package vn.doichieu.web.editing;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.page.Navigation;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.rulebook.VersionViews;

/** All plans, and each with its versions and drafts. */
@Controller
class PlanPages implements Routes, Navigation {

  private static final int ORDER = 60;

  private final RulesVersions versions;
  private final VersionViews views;
  private final Drafts drafts;

  PlanPages(RulesVersions versions, VersionViews views, Drafts drafts) {
    this.versions = versions;
    this.views = views;
    this.drafts = drafts;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get("/rules", ANYONE), Route.get("/rules/*", ANYONE));
  }

  @Override
  public List<Place> places(Viewer viewer) {
    return List.of(new Place(ORDER, "/rules", "rules.menu"));
  }

  @GetMapping("/rules")
  ModelAndView plans() {
    return new ModelAndView("editing/plans", Map.of("plans", versions.plans()));
  }

  @GetMapping("/rules/{plan}")
  ModelAndView plan(Viewer viewer, @PathVariable String plan) {
    RulesVersions.PlanRules rules = versions.find(plan).orElseThrow(Refusal::notFound);
    return new ModelAndView(
        "editing/plan",
        Map.of(
            "plan",
            rules,
            "versions",
            views.listed(plan),
            "drafts",
            viewer.is(Role.CLERK) ? List.of() : drafts.of(plan),
            "mayEdit",
            viewer.is(Role.AUDITOR, Role.ADMINISTRATOR)));
  }
}
