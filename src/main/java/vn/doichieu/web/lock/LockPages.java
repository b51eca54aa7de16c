package vn.doichieu.web.lock;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.AreaRules;
import vn.doichieu.web.filing.AreaRules.Ruled;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.SentDay;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** Until when figures are taken: set by the area's office, opened again by an approver. */
@Controller
class LockPages implements Routes {

  private final Areas areas;
  private final AreaRules rules;
  private final Locks locks;
  private final PageText texts;
  private final Times times;

  LockPages(Areas areas, AreaRules rules, Locks locks, PageText texts, Times times) {
    this.areas = areas;
    this.rules = rules;
    this.locks = locks;
    this.texts = texts;
    this.times = times;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/areas/*/locks", OFFICE),
        Route.post("/areas/*/locks", Role.STAFF, Role.APPROVER),
        Route.post("/areas/*/leaves", Role.APPROVER));
  }

  /**
   * A plan with its lock.
   *
   * @param locksOn as a date field takes it; empty for none
   * @param proposal likewise, what is proposed where none is set
   * @param locked whether it has come
   */
  public record Line(
      String planId, String title, String locksOn, String proposal, String says, boolean locked) {}

  /** A leave with the name of its unit. */
  public record Granted(String unit, Locks.Leave leave, boolean open) {}

  @GetMapping("/areas/{area}/locks")
  ModelAndView list(Viewer viewer, @PathVariable("area") long id, Locale locale) {
    return page(areas.get(id, viewer), HttpStatus.OK, locale);
  }

  private ModelAndView page(Area area, HttpStatus status, Locale locale) {
    ModelAndView page = new ModelAndView("lock/locks", status);
    page.addObject("area", area);
    page.addObject("plans", rules.of(area).stream().map(plan -> line(plan, locale)).toList());
    page.addObject("units", areas.units(area).all().all());
    page.addObject(
        "leaves",
        locks.leaves(area.id()).stream()
            .map(
                leave ->
                    new Granted(
                        name(area, leave.unit()), leave, !times.today().isAfter(leave.until())))
            .toList());
    return page;
  }

  private String name(Area area, String code) {
    ReportingUnit unit = areas.units(area).all().find(code);
    return unit == null ? code : unit.name();
  }

  private Line line(Ruled plan, Locale locale) {
    LocalDate day = plan.plan().locksOn();
    String says =
        day == null
            ? texts.text(locale, "filing.lock.none")
            : texts.text(
                locale,
                locks.isLocked(plan) ? "filing.lock.since" : "filing.lock.from",
                times.day(day));
    return new Line(
        plan.plan().planId(),
        plan.plan().title().in(locale),
        day == null ? "" : day.toString(),
        Locks.proposal(plan).toString(),
        says,
        locks.isLocked(plan));
  }

  @PostMapping("/areas/{area}/locks")
  Object lock(
      Viewer viewer,
      @PathVariable("area") long id,
      @RequestParam("plan") String planId,
      @RequestParam(value = "day", defaultValue = "") String day,
      RedirectAttributes notices,
      Locale locale) {
    Area area = areas.get(id, viewer);
    areas.plan(id, planId);
    return tried(area, () -> locks.set(viewer, area, planId, SentDay.of(day)), notices, locale);
  }

  @PostMapping("/areas/{area}/leaves")
  Object grant(
      Viewer viewer,
      @PathVariable("area") long id,
      @RequestParam("unit") String unit,
      @RequestParam("until") String until,
      @RequestParam("reason") String reason,
      RedirectAttributes notices,
      Locale locale) {
    Area area = areas.get(id, viewer);
    return tried(
        area,
        () -> locks.grant(viewer, area, unit, SentDay.needed(until), reason),
        notices,
        locale);
  }

  private Object tried(Area area, Runnable change, RedirectAttributes notices, Locale locale) {
    try {
      change.run();
    } catch (Refusal e) {
      @Nullable HttpStatus status = HttpStatus.resolve(e.status());
      if (status == null || status == HttpStatus.NOT_FOUND) {
        throw e;
      }
      return page(area, status, locale).addObject("error", texts.refusal(locale, e));
    }
    notices.addFlashAttribute("notice", texts.text(locale, "filing.lock.saved"));
    return "redirect:/areas/" + area.id() + "/locks";
  }
}
