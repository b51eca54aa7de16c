package vn.doichieu.web.exemption;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.exemption.WaiverRequest.Row;
import vn.doichieu.web.page.SentForm;
import vn.doichieu.web.page.SentForm.Typed;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingLookup;

/** The page that asks for a waiver, and shows beforehand what it would do. */
@Controller
class WaiverFormPages implements Routes {

  private final WaiverRequests requests;
  private final WaiverEffects effects;
  private final WaiverViews views;
  private final WaiverForm form;
  private final FindingLookup findings;
  private final SentForm forms;

  WaiverFormPages(
      WaiverRequests requests,
      WaiverEffects effects,
      WaiverViews views,
      WaiverForm form,
      FindingLookup findings,
      SentForm forms) {
    this.requests = requests;
    this.effects = effects;
    this.views = views;
    this.form = form;
    this.findings = findings;
    this.forms = forms;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/new-waiver", Role.CLERK, Role.STAFF),
        Route.post("/new-waiver", Role.CLERK, Role.STAFF));
  }

  @GetMapping("/new-waiver")
  ModelAndView blank(
      Viewer viewer,
      @RequestParam(name = "area", required = false) @Nullable Long area,
      @RequestParam(name = "plan", defaultValue = "") String plan,
      @RequestParam(name = "unit", defaultValue = "") String unit,
      @RequestParam(name = "target", defaultValue = "") String target,
      @RequestParam(name = "period", defaultValue = "") String period,
      Locale locale) {
    return area == null || plan.isBlank()
        ? new ModelAndView("exemption/where", "choosable", form.places(viewer, locale))
        : page(viewer, area, plan, new Row(unit, target, "", "", "", "", period), locale);
  }

  private ModelAndView page(Viewer viewer, long area, String plan, Row row, Locale locale) {
    String own = viewer.unit();
    Row shown =
        own == null
            ? row
            : new Row(
                own,
                row.target(),
                row.until(),
                row.reason(),
                row.approvedBy(),
                row.decision(),
                row.period());
    return new ModelAndView("exemption/new", "row", shown)
        .addObject("choices", form.choices(viewer, area, plan, shown.unit(), locale));
  }

  /** Shows what a waiver would do, or asks for it, by the button that was pressed. */
  @PostMapping("/new-waiver")
  ModelAndView send(
      Viewer viewer,
      @RequestParam("area") long area,
      @RequestParam("plan") String plan,
      @RequestParam("unit") String unit,
      @RequestParam("target") String target,
      @RequestParam(name = "period", defaultValue = "") String period,
      @RequestParam("until") String until,
      @RequestParam("reason") String reason,
      @RequestParam("approvedBy") String approvedBy,
      @RequestParam("decision") String decision,
      @RequestParam(name = "act", defaultValue = "preview") String act,
      RedirectAttributes after,
      Locale locale) {
    Area known = findings.plan(viewer, area, plan);
    Row row = new Row(unit, target, until, reason, approvedBy, decision, period);
    if (act.equals("send")) {
      return forms.answer(
          new Typed("", "", "waiver.done.requested"),
          () -> "/waivers/" + requests.request(viewer, known, plan, row),
          () -> page(viewer, area, plan, row, locale),
          after,
          locale);
    }
    ModelAndView page = page(viewer, area, plan, row, locale);
    try {
      Row checked = requests.checked(viewer, known, plan, row);
      WaiverEffects.Effect effect = effects.of(known, plan, checked, false, views.today(), false);
      return page.addObject("moved", views.moved(effect, viewer, known, locale))
          .addObject("asOf", views.today());
    } catch (Refusal refusal) {
      return forms.refused(page, refusal, locale);
    }
  }
}
