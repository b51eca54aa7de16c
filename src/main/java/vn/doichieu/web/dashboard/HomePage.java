package vn.doichieu.web.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

  /** A plan of an area, for this page. */
  record PlanRow(AreaPlan plan, String title, Tally tally) {}

  /**
   * An area, for this page.
   *
   * @param unit the name of the viewer's own unit; null for who sees all
   */
  record AreaRow(Area area, @Nullable String unit, List<PlanRow> plans) {}

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
                PageWords.title(texts.messages(locale), judged.evaluation().plan()),
                Tally.of(judged.seenBy(viewer))));
      }
      rows.add(new AreaRow(area, unitName(viewer, area), plans));
    }
    model.addAttribute("areas", rows);
    model.addAttribute("moment", moment);
    return "dashboard/home";
  }

  private @Nullable String unitName(Viewer viewer, Area area) {
    String code = viewer.unit();
    if (code == null) {
      return null;
    }
    var unit = areas.units(area).all().find(code);
    return unit == null ? code : unit.name();
  }
}
