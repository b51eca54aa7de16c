package vn.doichieu.web.admin;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.domain.Problem;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.AreaPlan;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.lock.Locks;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.SentDay;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.units.SentUnits;
import vn.doichieu.wording.ProblemText;

/** Areas, made of an uploaded units.csv, and the plans they are judged by. */
@Controller
class AreaPages implements Routes {

  static final String PATH = "/admin/areas";

  private final Areas areas;
  private final RulesVersions rules;
  private final Locks locks;
  private final SentUnits sent;
  private final PageText texts;

  AreaPages(Areas areas, RulesVersions rules, Locks locks, SentUnits sent, PageText texts) {
    this.areas = areas;
    this.rules = rules;
    this.locks = locks;
    this.sent = sent;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(PATH, Role.ADMINISTRATOR),
        Route.post(PATH, Role.ADMINISTRATOR),
        Route.post(PATH + "/*/plans", Role.ADMINISTRATOR));
  }

  /**
   * An area of the list.
   *
   * @param problems what its units.csv had that can be lived with
   */
  public record Row(Area area, int units, List<AreaPlan> plans, List<String> problems) {}

  @GetMapping(PATH)
  String list(Viewer viewer, Model model, Locale locale) {
    ProblemText sentences = new ProblemText(texts.messages(locale));
    model.addAttribute(
        "rows",
        areas.visibleTo(viewer).stream()
            .map(
                area ->
                    new Row(
                        area,
                        areas.units(area).all().size(),
                        areas.plans(area.id()),
                        areas.units(area).problems().stream().map(sentences::sentence).toList()))
            .toList());
    model.addAttribute("plans", rules.plans());
    return "admin/areas";
  }

  @PostMapping(PATH)
  Object create(
      Viewer viewer,
      @RequestParam("units") MultipartFile file,
      Model model,
      RedirectAttributes after,
      Locale locale) {
    if (file.isEmpty()) {
      return again(viewer, texts.text(locale, "refusal.file_needed"), List.of(), model, locale);
    }
    try {
      Area area = areas.get(sent.read(file, areas::create));
      after.addFlashAttribute("notice", texts.text(locale, "admin.area_made", area.name()));
      return "redirect:" + PATH;
    } catch (UnreadableInput input) {
      String title = texts.text(locale, "refusal.unreadable", input.problems().size());
      return again(viewer, title, input.problems(), model, locale);
    }
  }

  private ModelAndView again(
      Viewer viewer, String error, List<Problem> problems, Model model, Locale locale) {
    ProblemText sentences = new ProblemText(texts.messages(locale));
    list(viewer, model, locale);
    model.addAttribute("error", error);
    model.addAttribute("problems", problems.stream().map(sentences::sentence).toList());
    return new ModelAndView("admin/areas", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping(PATH + "/{area}/plans")
  String attach(
      Viewer viewer,
      @PathVariable("area") long id,
      @RequestParam("plan") String plan,
      @RequestParam(name = "locks_on", defaultValue = "") String locksOn,
      RedirectAttributes after,
      Locale locale) {
    Area area = areas.get(id, viewer);
    RulesVersions.PlanRules known = rules.find(plan).orElseThrow(Refusal::notFound);
    locks.attach(viewer, area, known.planId(), SentDay.of(locksOn));
    after.addFlashAttribute(
        "notice", texts.text(locale, "admin.plan_set", known.title().in(locale), area.name()));
    return "redirect:" + PATH;
  }
}
