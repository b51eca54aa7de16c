package vn.doichieu.web.exemption;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.exemption.WaiverRequest.State;
import vn.doichieu.web.exemption.WaiverViews.Filter;
import vn.doichieu.web.page.Navigation;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.SentDay;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RulesVersions;

/** The pages of waivers. */
@Controller
class WaiverPages implements Routes, Navigation {

  private static final int A_PAGE = 50;

  private final WaiverRequests requests;
  private final WaiverEffects effects;
  private final WaiverViews views;
  private final Areas areas;
  private final RulesVersions versions;
  private final PageText texts;

  WaiverPages(
      WaiverRequests requests,
      WaiverEffects effects,
      WaiverViews views,
      Areas areas,
      RulesVersions versions,
      PageText texts) {
    this.requests = requests;
    this.effects = effects;
    this.views = views;
    this.areas = areas;
    this.versions = versions;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/waivers", ANYONE),
        Route.get("/waivers/*", ANYONE),
        Route.post("/waivers/*/decision", Role.APPROVER, Role.LEADER),
        Route.post("/waivers/*/withdrawal", ANYONE),
        Route.post("/waivers/*/end", Role.APPROVER, Role.LEADER));
  }

  @Override
  public List<Place> places(Viewer viewer) {
    return List.of(new Place(60, "/waivers", "waiver.title"));
  }

  @GetMapping("/waivers")
  String list(
      Viewer viewer,
      @RequestParam(name = "area", required = false) @Nullable Long area,
      @RequestParam(name = "plan", defaultValue = "") String plan,
      @RequestParam(name = "unit", defaultValue = "") String unit,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "page", defaultValue = "0") int page,
      Model model,
      Locale locale) {
    Filter filter = Filter.of(area, plan, unit, state, page, A_PAGE);
    model.addAttribute("filter", filter);
    model.addAttribute("some", views.some(viewer, filter, locale));
    model.addAttribute("areas", areas.visibleTo(viewer));
    model.addAttribute("plans", versions.plans());
    model.addAttribute("states", State.values());
    model.addAttribute(
        "units",
        area == null || viewer.unit() != null
            ? List.of()
            : areas.units(areas.get(area, viewer)).all().all());
    model.addAttribute("mayRequest", viewer.is(Role.CLERK, Role.STAFF));
    return "exemption/list";
  }

  @GetMapping("/waivers/{id}")
  String one(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam(name = "asOf", defaultValue = "") String asOf,
      @RequestParam(name = "closed", defaultValue = "false") boolean closed,
      Model model,
      Locale locale) {
    LocalDate day = SentDay.of(asOf);
    show(viewer, id, day == null ? views.today() : day, closed, model, locale);
    return "exemption/waiver";
  }

  private void show(
      Viewer viewer, long id, LocalDate asOf, boolean closed, Model model, Locale locale) {
    WaiverRequest request = requests.get(id, viewer);
    boolean counts = request.state() == State.APPROVED;
    model.addAttribute("waiver", views.named(request, locale));
    model.addAttribute("asOf", asOf);
    model.addAttribute("closed", closed);
    if (counts || request.state() == State.REQUESTED) {
      Area area = areas.get(request.areaId());
      WaiverEffects.Effect effect =
          effects.of(area, request.planId(), request.row(), counts, asOf, closed);
      model.addAttribute("moved", views.moved(effect, viewer, area, locale));
    }
    boolean decides = viewer.is(Role.APPROVER, Role.LEADER);
    boolean own = request.requestedBy() == viewer.id();
    boolean pending = request.state() == State.REQUESTED;
    model.addAttribute("mayDecide", pending && decides && !own);
    model.addAttribute("isOwnToDecide", pending && decides && own);
    model.addAttribute("mayWithdraw", pending && own);
    model.addAttribute("mayEnd", counts && decides);
  }

  @PostMapping("/waivers/{id}/decision")
  String decide(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("act") String act,
      @RequestParam(name = "text", defaultValue = "") String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after,
      Locale locale) {
    boolean approves = act.equals("approve");
    return did(
        new Done(
            id,
            approves ? "approved" : "refused",
            text,
            () -> {
              if (approves) {
                requests.approve(viewer, id, text);
              } else {
                requests.refuse(viewer, id, text);
              }
            }),
        viewer,
        model,
        response,
        after,
        locale);
  }

  @PostMapping("/waivers/{id}/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable("id") long id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after,
      Locale locale) {
    return did(
        new Done(id, "withdrawn", "", () -> requests.withdraw(viewer, id)),
        viewer,
        model,
        response,
        after,
        locale);
  }

  @PostMapping("/waivers/{id}/end")
  String end(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("text") String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after,
      Locale locale) {
    return did(
        new Done(id, "ended", text, () -> requests.end(viewer, id, text)),
        viewer,
        model,
        response,
        after,
        locale);
  }

  /**
   * Something that is done to a waiver.
   *
   * @param what the word for it
   * @param text what was typed
   */
  private record Done(long id, String what, String text, Runnable action) {}

  private String did(
      Done done,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after,
      Locale locale) {
    try {
      done.action().run();
      return done(done.id(), done.what(), after, locale);
    } catch (Refusal refusal) {
      show(viewer, done.id(), views.today(), false, model, locale);
      WaiverFormPages.refused(refusal, texts, model, response, locale);
      model.addAttribute("typed", done.text());
      return "exemption/waiver";
    }
  }

  private String done(long id, String what, RedirectAttributes after, Locale locale) {
    after.addFlashAttribute("notice", texts.text(locale, "waiver.done." + what));
    return "redirect:/waivers/" + id;
  }
}
