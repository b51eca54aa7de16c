package vn.doichieu.web.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.AccountKeeping;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** Accounts, as administrators see and change them. */
@Controller
class AccountPages implements Routes {

  static final String PATH = "/admin/accounts";

  private static final String ONE = PATH + "/*";

  /** Units offered while typing a code; of larger areas the first ones are. */
  private static final int MOST_OFFERED = 2_000;

  private final Accounts accounts;
  private final AccountKeeping keeping;
  private final Areas areas;
  private final PageText texts;
  private final Clock clock;

  AccountPages(
      Accounts accounts, AccountKeeping keeping, Areas areas, PageText texts, Clock clock) {
    this.accounts = accounts;
    this.keeping = keeping;
    this.areas = areas;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(PATH, Role.ADMINISTRATOR),
        Route.post(PATH, Role.ADMINISTRATOR),
        Route.get(ONE, Role.ADMINISTRATOR),
        Route.post(ONE + "/title", Role.ADMINISTRATOR),
        Route.post(ONE + "/role", Role.ADMINISTRATOR),
        Route.post(ONE + "/reset", Role.ADMINISTRATOR),
        Route.post(ONE + "/close", Role.ADMINISTRATOR),
        Route.post(ONE + "/reopen", Role.ADMINISTRATOR));
  }

  /**
   * A row of the list.
   *
   * @param unit the name of a clerk's unit and area; empty for other roles
   * @param gone whether the area has that unit no more
   */
  public record Row(Account account, String unit, boolean gone, boolean locked) {}

  /** A unit that is offered while a code is typed. */
  public record Offered(String code, String name) {}

  @GetMapping(PATH)
  String list(Viewer viewer, Model model) {
    return list(viewer, AccountForm.EMPTY, model);
  }

  private String list(Viewer viewer, AccountForm form, Model model) {
    Map<Long, Area> byId = new TreeMap<>();
    areas.visibleTo(viewer).forEach(area -> byId.put(area.id(), area));
    Instant now = clock.instant();
    model.addAttribute(
        "rows",
        accounts.all().stream()
            .map(
                account ->
                    new Row(
                        account, unit(account, byId), isGone(account, byId), account.isLocked(now)))
            .toList());
    choices(viewer, form, model);
    return "admin/accounts";
  }

  private String unit(Account account, Map<Long, Area> byId) {
    Area area = account.areaId() == null ? null : byId.get(account.areaId());
    if (area == null || account.unit() == null) {
      return "";
    }
    ReportingUnit unit = areas.units(area).all().find(account.unit());
    String name = unit == null ? account.unit() : unit.name();
    return name.equals(area.name()) ? name : name + ", " + area.name();
  }

  private boolean isGone(Account account, Map<Long, Area> byId) {
    Area area = account.areaId() == null ? null : byId.get(account.areaId());
    String unit = account.unit();
    return area != null && unit != null && areas.units(area).all().find(unit) == null;
  }

  private void choices(Viewer viewer, AccountForm form, Model model) {
    List<Area> all = areas.visibleTo(viewer);
    List<Offered> units = new ArrayList<>();
    for (Area area : all) {
      areas.units(area).all().all().stream()
          .limit(MOST_OFFERED - units.size())
          .forEach(unit -> units.add(new Offered(unit.code(), unit.name())));
    }
    model.addAttribute("form", form);
    model.addAttribute("roles", Role.values());
    model.addAttribute("areas", all);
    model.addAttribute("units", units);
  }

  @PostMapping(PATH)
  Object create(Viewer viewer, AccountForm form, Model model, Locale locale) {
    try {
      AccountForm.Place place = form.place(areas);
      String login = form.cleanLogin();
      String password =
          accounts.create(login, form.office(), place.role(), place.area(), place.unit());
      return told(login, password, model);
    } catch (Refusal refusal) {
      model.addAttribute("error", sentence(refusal, locale));
      list(viewer, form, model);
      return new ModelAndView(
          "admin/accounts", model.asMap(), HttpStatus.valueOf(refusal.status()));
    }
  }

  @GetMapping(PATH + "/{id}")
  String one(Viewer viewer, @PathVariable("id") long id, Model model) {
    Account account = accounts.find(id).orElseThrow(Refusal::notFound);
    String area = account.areaId() == null ? "" : Long.toString(account.areaId());
    String unit = account.unit() == null ? "" : account.unit();
    model.addAttribute("account", account);
    model.addAttribute("typed", account.title());
    model.addAttribute("locked", account.isLocked(clock.instant()));
    model.addAttribute("own", account.id() == viewer.id());
    choices(
        viewer,
        new AccountForm(account.login(), account.title(), account.role().code(), area, unit),
        model);
    return "admin/account";
  }

  @PostMapping(PATH + "/{id}/title")
  Object title(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("title") String title,
      Model model,
      RedirectAttributes after,
      Locale locale) {
    try {
      keeping.setTitle(viewer, id, new AccountForm("", title, "", "", "").office());
      return done(id, "admin.title_changed", after, locale);
    } catch (Refusal refusal) {
      ModelAndView page = again(viewer, id, "titleError", refusal, model, locale);
      return page.addObject("typed", title);
    }
  }

  @PostMapping(PATH + "/{id}/role")
  Object role(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("role") String role,
      @RequestParam(name = "area", defaultValue = "") String area,
      @RequestParam(name = "unit", defaultValue = "") String unit,
      Model model,
      RedirectAttributes after,
      Locale locale) {
    try {
      AccountForm.Place place = new AccountForm("", "", role, area, unit).place(areas);
      keeping.setRole(viewer, id, place.role(), place.area(), place.unit());
      return done(id, "admin.role_changed", after, locale);
    } catch (Refusal refusal) {
      ModelAndView page = again(viewer, id, "error", refusal, model, locale);
      return page.addObject("form", new AccountForm("", "", role, area, unit));
    }
  }

  /** The page of an account with what was wrong in a form of it. */
  private ModelAndView again(
      Viewer viewer, long id, String error, Refusal refusal, Model model, Locale locale) {
    if (refusal.status() != HttpStatus.BAD_REQUEST.value()) {
      throw refusal;
    }
    one(viewer, id, model);
    model.addAttribute(error, sentence(refusal, locale));
    return new ModelAndView("admin/account", model.asMap(), HttpStatus.BAD_REQUEST);
  }

  @PostMapping(PATH + "/{id}/reset")
  String reset(Viewer viewer, @PathVariable("id") long id, Model model) {
    String password = keeping.reset(viewer, id);
    return told(accounts.find(id).orElseThrow(Refusal::notFound).login(), password, model);
  }

  @PostMapping(PATH + "/{id}/close")
  String close(
      Viewer viewer, @PathVariable("id") long id, RedirectAttributes after, Locale locale) {
    keeping.setActive(viewer, id, false);
    return done(id, "admin.closed", after, locale);
  }

  @PostMapping(PATH + "/{id}/reopen")
  String reopen(
      Viewer viewer, @PathVariable("id") long id, RedirectAttributes after, Locale locale) {
    keeping.setActive(viewer, id, true);
    return done(id, "admin.reopened", after, locale);
  }

  /** The answer itself tells the password: it is kept nowhere, not even for a redirect. */
  private static String told(String login, String password, Model model) {
    model.addAttribute("login", login);
    model.addAttribute("password", password);
    return "admin/password";
  }

  private String done(long id, String key, RedirectAttributes after, Locale locale) {
    after.addFlashAttribute("notice", texts.text(locale, key));
    return "redirect:" + PATH + "/" + id;
  }

  private String sentence(Refusal refusal, Locale locale) {
    return texts.refusal(locale, refusal);
  }
}
