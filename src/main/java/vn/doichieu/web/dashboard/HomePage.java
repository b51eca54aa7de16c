package vn.doichieu.web.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.AreaPlan;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.page.Navigation;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.result.Tally;
import vn.doichieu.web.result.Unread;

/** The first page: the areas and plans that somebody may see, with what came of them. */
@Controller
class HomePage implements Routes, Navigation {

  private final Areas areas;
  private final Results results;
  private final Times times;
  private final PageText texts;

  HomePage(Areas areas, Results results, Times times, PageText texts) {
    this.areas = areas;
    this.results = results;
    this.times = times;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get("/", ANYONE));
  }

  @Override
  public List<Place> places(Viewer viewer) {
    return List.of(new Place(0, "/", "home.title"));
  }

  /**
   * A plan of an area, for this page.
   *
   * @param unread how many submissions cannot be read any more
   */
  record PlanRow(AreaPlan plan, String title, Tally tally, int unread) {}

  /**
   * An area, for this page.
   *
   * @param unit the name of the viewer's own unit; null for who sees all
   * @param gone whether that unit is no longer among those of the area
   */
  record AreaRow(Area area, @Nullable String unit, boolean gone, List<PlanRow> plans) {}

  @GetMapping("/")
  String home(
      Viewer viewer,
      @RequestParam(name = "asOf", required = false) @Nullable String asOf,
      @RequestParam(name = "closed", required = false) @Nullable String closed,
      Model model,
      Locale locale) {
    Moment moment = Moment.of(asOf, closed, times);
    List<AreaRow> rows = new ArrayList<>();
    for (Area area : areas.visibleTo(viewer)) {
      List<PlanRow> plans = new ArrayList<>();
      for (AreaPlan plan : areas.plans(area.id())) {
        Judged judged = results.judged(area, plan.planId(), moment.asOf(), moment.closed());
        plans.add(
            new PlanRow(
                plan,
                plan.title().in(locale),
                Tally.of(judged.seenBy(viewer)),
                Unread.of(judged, viewer, texts.messages(locale)).size()));
      }
      String own = viewer.unit();
      ReportingUnit unit = own == null ? null : areas.units(area).all().find(own);
      boolean gone = own != null && unit == null;
      rows.add(new AreaRow(area, unit == null ? own : unit.name(), gone, plans));
    }
    model.addAttribute("areas", rows);
    model.addAttribute("moment", moment);
    return "dashboard/home";
  }
}
