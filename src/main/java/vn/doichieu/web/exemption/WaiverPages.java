package vn.doichieu.web.exemption;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.exemption.WaiverRequest.State;
import vn.doichieu.web.matter.Matters;
import vn.doichieu.web.matter.Wanted;
import vn.doichieu.web.page.Navigation;
import vn.doichieu.web.page.SentDay;
import vn.doichieu.web.page.SentForm;
import vn.doichieu.web.page.SentForm.Typed;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** The pages of waivers. */
@Controller
class WaiverPages implements Routes, Navigation {

  private final WaiverRequests requests;
  private final WaiverEffects effects;
  private final WaiverViews views;
  private final Matters matters;
  private final Areas areas;
  private final SentForm forms;

  WaiverPages(
      WaiverRequests requests,
      WaiverEffects effects,
      WaiverViews views,
      Matters matters,
      Areas areas,
      SentForm forms) {
    this.requests = requests;
    this.effects = effects;
    this.views = views;
    this.matters = matters;
    this.areas = areas;
    this.forms = forms;
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
  String list(Viewer viewer, Wanted wanted, Model model, Locale locale) {
    model.addAttribute("slice", views.list(viewer, wanted, locale));
    matters.choices(viewer, wanted, WaiverViews.KEPT, model);
    model.addAttribute("mayRequest", viewer.is(Role.CLERK, Role.STAFF));
    return "exemption/list";
  }

  @GetMapping("/waivers/{id}")
  ModelAndView one(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam(name = "asOf", defaultValue = "") String asOf,
      @RequestParam(name = "closed", defaultValue = "false") boolean closed,
      Locale locale) {
    LocalDate day = SentDay.of(asOf);
    return page(viewer, id, day == null ? views.today() : day, closed, locale);
  }

  private ModelAndView page(Viewer viewer, long id, LocalDate asOf, boolean closed, Locale locale) {
    WaiverRequest request = requests.get(id, viewer);
    boolean counts = request.state() == State.APPROVED;
    boolean pending = request.state() == State.REQUESTED;
    boolean decides = viewer.is(Role.APPROVER, Role.LEADER);
    boolean own = request.requestedBy() == viewer.id();
    ModelAndView page =
        new ModelAndView("exemption/waiver", "waiver", views.named(request, locale))
            .addObject("asOf", asOf)
            .addObject("closed", closed)
            .addObject("mayDecide", pending && decides && !own)
            .addObject("isOwnToDecide", pending && decides && own)
            .addObject("mayWithdraw", pending && own)
            .addObject("mayEnd", counts && decides);
    if (counts || pending) {
      Area area = areas.get(request.areaId());
      WaiverEffects.Effect effect =
          effects.of(area, request.planId(), request.row(), counts, asOf, closed);
      page.addObject("moved", views.moved(effect, viewer, area, locale));
    }
    return page;
  }

  @PostMapping("/waivers/{id}/decision")
  ModelAndView decide(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("act") String act,
      @RequestParam(name = "text", defaultValue = "") String text,
      RedirectAttributes after,
      Locale locale) {
    return act.equals("approve")
        ? did(
            new Done(viewer, id, "approved", text),
            () -> requests.approve(viewer, id, text),
            after,
            locale)
        : did(
            new Done(viewer, id, "refused", text),
            () -> requests.refuse(viewer, id, text),
            after,
            locale);
  }

  @PostMapping("/waivers/{id}/withdrawal")
  ModelAndView withdraw(
      Viewer viewer, @PathVariable("id") long id, RedirectAttributes after, Locale locale) {
    Done done = new Done(viewer, id, "withdrawn", "");
    return did(done, () -> requests.withdraw(viewer, id), after, locale);
  }

  @PostMapping("/waivers/{id}/end")
  ModelAndView end(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("text") String text,
      RedirectAttributes after,
      Locale locale) {
    Done done = new Done(viewer, id, "ended", text);
    return did(done, () -> requests.end(viewer, id, text), after, locale);
  }

  /**
   * Something that is done to a waiver.
   *
   * @param what the word for it
   * @param text what was typed
   */
  private record Done(Viewer viewer, long id, String what, String text) {}

  private ModelAndView did(Done done, Runnable action, RedirectAttributes after, Locale locale) {
    return forms.answer(
        new Typed(done.what(), done.text(), "waiver.done." + done.what()),
        () -> {
          action.run();
          return "/waivers/" + done.id();
        },
        () -> page(done.viewer(), done.id(), views.today(), false, locale),
        after,
        locale);
  }
}
