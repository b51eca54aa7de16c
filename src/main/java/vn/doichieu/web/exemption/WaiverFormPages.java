package vn.doichieu.web.exemption;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.exemption.WaiverRequest.Row;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.wording.ProblemText;

/** The page that asks for a waiver, and shows beforehand what it would do. */
@Controller
class WaiverFormPages implements Routes {

  private final WaiverRequests requests;
  private final WaiverEffects effects;
  private final WaiverViews views;
  private final WaiverForm form;
  private final FindingLookup findings;
  private final PageText texts;

  WaiverFormPages(
      WaiverRequests requests,
      WaiverEffects effects,
      WaiverViews views,
      WaiverForm form,
      FindingLookup findings,
      PageText texts) {
    this.requests = requests;
    this.effects = effects;
    this.views = views;
    this.form = form;
    this.findings = findings;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/new-waiver", Role.CLERK, Role.STAFF),
        Route.post("/new-waiver", Role.CLERK, Role.STAFF));
  }

  @GetMapping("/new-waiver")
  String blank(
      Viewer viewer,
      @RequestParam(name = "area", required = false) @Nullable Long area,
      @RequestParam(name = "plan", defaultValue = "") String plan,
      @RequestParam(name = "unit", defaultValue = "") String unit,
      @RequestParam(name = "target", defaultValue = "") String target,
      @RequestParam(name = "period", defaultValue = "") String period,
      Model model,
      Locale locale) {
    if (area == null || plan.isBlank()) {
      model.addAttribute("choosable", form.places(viewer));
      return "exemption/where";
    }
    show(viewer, area, plan, new Row(unit, target, "", "", "", "", period), model, locale);
    return "exemption/new";
  }

  private void show(Viewer viewer, long area, String plan, Row row, Model model, Locale locale) {
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
    model.addAttribute("row", shown);
    model.addAttribute("choices", form.choices(viewer, area, plan, shown.unit(), locale));
  }

  /** Shows what a waiver would do, or asks for it, by the button that was pressed. */
  @PostMapping("/new-waiver")
  String send(
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
      Model model,
      HttpServletResponse response,
      RedirectAttributes after,
      Locale locale) {
    Area known = findings.plan(viewer, area, plan);
    Row row = new Row(unit, target, until, reason, approvedBy, decision, period);
    try {
      if (act.equals("send")) {
        long id = requests.request(viewer, known, plan, row);
        after.addFlashAttribute("notice", texts.text(locale, "waiver.done.requested"));
        return "redirect:/waivers/" + id;
      }
      Row checked = requests.checked(viewer, known, plan, row);
      WaiverEffects.Effect effect = effects.of(known, plan, checked, false, views.today(), false);
      model.addAttribute("moved", views.moved(effect, viewer, known, locale));
      model.addAttribute("asOf", views.today());
    } catch (Refusal refusal) {
      refused(refusal, texts, model, response, locale);
    }
    show(viewer, area, plan, row, model, locale);
    return "exemption/new";
  }

  /** Says on a page why something was refused, with every problem. */
  static void refused(
      Refusal refusal, PageText texts, Model model, HttpServletResponse response, Locale locale) {
    response.setStatus(refusal.status());
    model.addAttribute(
        "error", texts.text(locale, "refusal." + refusal.key(), refusal.arguments().toArray()));
    ProblemText sentences = new ProblemText(texts.messages(locale));
    model.addAttribute("problems", refusal.problems().stream().map(sentences::sentence).toList());
  }
}
