package vn.doichieu.web.submitting;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.page.Navigation;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** Where handing in begins: a clerk's own unit, or all areas with their units. */
@Controller
class StartPages implements Routes, Navigation {

  private static final String PATH = "/submit";
  private static final int ORDER = 30;

  private final Areas areas;
  private final Places places;

  StartPages(Areas areas, Places places) {
    this.areas = areas;
    this.places = places;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get(PATH, ANYONE));
  }

  @Override
  public List<Navigation.Place> places(Viewer viewer) {
    boolean submits = viewer.is(Role.CLERK, Role.STAFF);
    return List.of(
        new Navigation.Place(ORDER, PATH, submits ? "filing.submit" : "filing.submissions"));
  }

  /** An area with its units; the area itself is the first. */
  public record Line(Area area, List<ReportingUnit> units) {

    public Line {
      units = List.copyOf(units);
    }
  }

  @GetMapping(PATH)
  String start(Viewer viewer, Model model) {
    if (viewer.unit() != null && viewer.areaId() != null) {
      return "redirect:" + places.get(viewer, viewer.areaId(), viewer.unit()).path() + "/submit";
    }
    model.addAttribute(
        "areas",
        areas.visibleTo(viewer).stream()
            .map(area -> new Line(area, areas.units(area).all().all()))
            .toList());
    model.addAttribute("submits", viewer.is(Role.STAFF));
    return "submitting/start";
  }
}
