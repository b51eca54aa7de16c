package vn.doichieu.web.units;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.domain.Problem;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.area.UnitList;
import vn.doichieu.web.area.UnitLists;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.page.Download;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.wording.ProblemText;

/** The units of an area: what they were, and another units.csv, tried before it counts. */
@Controller
@RequestMapping("/admin/areas/{area}/units")
class UnitsPages implements Routes {

  private static final String ROUTE = "/admin/areas/*/units";

  private final Areas areas;
  private final UnitLists lists;
  private final UnitsTrials trials;
  private final UnitsChanges changes;
  private final SentUnits sent;
  private final UnitsWords words;
  private final AuditLog log;
  private final PageText texts;

  UnitsPages(
      Areas areas,
      UnitLists lists,
      UnitsTrials trials,
      UnitsChanges changes,
      SentUnits sent,
      UnitsWords words,
      AuditLog log,
      PageText texts) {
    this.areas = areas;
    this.lists = lists;
    this.trials = trials;
    this.changes = changes;
    this.sent = sent;
    this.words = words;
    this.log = log;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(ROUTE, Role.ADMINISTRATOR),
        Route.post(ROUTE, Role.ADMINISTRATOR),
        Route.get(ROUTE + "/*", Role.ADMINISTRATOR),
        Route.get(ROUTE + "/*/units.csv", Role.ADMINISTRATOR),
        Route.post(ROUTE + "/*/again", Role.ADMINISTRATOR),
        Route.post(ROUTE + "/*/confirm", Role.ADMINISTRATOR));
  }

  @GetMapping
  String units(Viewer viewer, @PathVariable("area") long id, Model model) {
    Area area = areas.get(id, viewer);
    model.addAttribute("area", area);
    model.addAttribute("units", areas.units(area).all().size());
    model.addAttribute("revisions", lists.revisions(area.id()));
    return "units/units";
  }

  @PostMapping
  Object upload(
      Viewer viewer,
      @PathVariable("area") long id,
      @RequestParam("units") MultipartFile file,
      Model model,
      Locale locale) {
    Area area = areas.get(id, viewer);
    try {
      long list = sent.read(file, table -> changes.take(area, table));
      return "redirect:/admin/areas/" + area.id() + "/units/" + list;
    } catch (UnreadableInput input) {
      String title = texts.text(locale, "refusal.unreadable", input.problems().size());
      return again(viewer, area, title, input.problems(), 422, model, locale);
    } catch (Refusal refusal) {
      String why = texts.text(locale, "refusal." + refusal.key(), refusal.arguments().toArray());
      return again(viewer, area, why, List.of(), refusal.status(), model, locale);
    }
  }

  private ModelAndView again(
      Viewer viewer,
      Area area,
      String error,
      List<Problem> problems,
      int status,
      Model model,
      Locale locale) {
    ProblemText sentences = new ProblemText(texts.messages(locale));
    units(viewer, area.id(), model);
    model.addAttribute("error", error);
    model.addAttribute("problems", problems.stream().map(sentences::sentence).toList());
    return new ModelAndView("units/units", model.asMap(), HttpStatus.valueOf(status));
  }

  /**
   * A list against the one that it was held against; what it would do, while it can be confirmed.
   */
  @GetMapping("/{list}")
  String trial(
      Viewer viewer,
      @PathVariable("area") long id,
      @PathVariable("list") long listId,
      Model model,
      Locale locale) {
    Area area = areas.get(id, viewer);
    UnitList list = changes.get(area, listId);
    UnitsTrial trial = trials.of(area, list);
    ProblemText sentences = new ProblemText(texts.messages(locale));
    model.addAttribute("area", area);
    model.addAttribute("trial", trial);
    model.addAttribute("plans", words.plans(trial, locale));
    model.addAttribute("problems", words.problems(trial, locale));
    model.addAttribute(
        "remarks",
        UnitLists.Units.of(lists.table(list.id())).problems().stream()
            .map(sentences::sentence)
            .toList());
    return "units/trial";
  }

  /** The list as a file to be changed and handed in again. */
  @GetMapping("/{list}/units.csv")
  ResponseEntity<byte[]> csv(
      Viewer viewer, @PathVariable("area") long id, @PathVariable("list") long listId) {
    Area area = areas.get(id, viewer);
    UnitList list = changes.get(area, listId);
    log.add("area.units_exported", area.code(), "no. " + list.id());
    return Download.of("units.csv", UnitsCsv.of(UnitRow.of(lists.table(list.id())).values()));
  }

  @PostMapping("/{list}/again")
  String tryAgain(Viewer viewer, @PathVariable("area") long id, @PathVariable("list") long listId) {
    Area area = areas.get(id, viewer);
    long list = changes.again(area, changes.get(area, listId));
    return "redirect:/admin/areas/" + area.id() + "/units/" + list;
  }

  @PostMapping("/{list}/confirm")
  Object confirm(
      Viewer viewer,
      @PathVariable("area") long id,
      @PathVariable("list") long listId,
      Model model,
      RedirectAttributes next,
      Locale locale) {
    Area area = areas.get(id, viewer);
    try {
      Area changed = changes.confirm(changes.get(area, listId));
      next.addFlashAttribute(
          "notice", texts.text(locale, "units.confirmed", changed.unitsRevision()));
      return "redirect:/admin/areas/" + area.id() + "/units";
    } catch (Refusal refusal) { // The page says what can be done now; nothing is lost.
      if (refusal.status() != HttpStatus.CONFLICT.value()) {
        throw refusal;
      }
      String view = trial(viewer, id, listId, model, locale);
      model.addAttribute(
          "error", texts.text(locale, "refusal." + refusal.key(), refusal.arguments().toArray()));
      return new ModelAndView(view, model.asMap(), HttpStatus.CONFLICT);
    }
  }
}
