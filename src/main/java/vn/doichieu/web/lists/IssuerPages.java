package vn.doichieu.web.lists;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
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
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** Who issues the lists of an area. */
@Controller
class IssuerPages implements Routes {

  private final Areas areas;
  private final Issuers issuers;
  private final PageText texts;

  IssuerPages(Areas areas, Issuers issuers, PageText texts) {
    this.areas = areas;
    this.issuers = issuers;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/areas/*/issuer", OFFICE),
        Route.post("/areas/*/issuer", Role.STAFF, Role.ADMINISTRATOR));
  }

  @GetMapping("/areas/{area}/issuer")
  String issuer(Viewer viewer, @PathVariable("area") long id, Model model) {
    Area area = areas.get(id, viewer);
    viewer.mustSeeAll();
    return page(viewer, area, issuers.form(area.id()), model);
  }

  private static String page(Viewer viewer, Area area, IssuerForm form, Model model) {
    model.addAttribute("area", area);
    model.addAttribute("form", form);
    model.addAttribute("may", viewer.is(Role.STAFF) || viewer.is(Role.ADMINISTRATOR));
    return "lists/issuer";
  }

  @PostMapping("/areas/{area}/issuer")
  Object set(
      Viewer viewer,
      @PathVariable("area") long id,
      @RequestParam(defaultValue = "") String superior,
      @RequestParam(defaultValue = "") String issuer,
      @RequestParam(defaultValue = "") String symbol,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String capacity,
      @RequestParam(defaultValue = "") String recipients,
      @RequestParam int revision,
      Model model,
      RedirectAttributes next,
      Locale locale) {
    Area area = areas.get(id, viewer);
    viewer.mustSeeAll();
    IssuerForm typed =
        new IssuerForm(superior, issuer, symbol, place, capacity, recipients, revision);
    try {
      issuers.set(area, typed);
    } catch (Refusal refusal) {
      boolean overtaken = refusal.status() == HttpStatus.CONFLICT.value();
      if (overtaken) { // What was typed stays; sent once more it goes over what is shown beside it.
        IssuerForm now = issuers.form(area.id());
        model.addAttribute("now", now);
        typed =
            new IssuerForm(superior, issuer, symbol, place, capacity, recipients, now.revision());
      }
      model.addAttribute(
          "error", texts.text(locale, "refusal." + refusal.key(), refusal.arguments().toArray()));
      String view = page(viewer, area, typed, model);
      return new ModelAndView(view, model.asMap(), HttpStatus.valueOf(refusal.status()));
    }
    next.addFlashAttribute("notice", texts.text(locale, "lists.issuer.saved"));
    return "redirect:/areas/" + area.id() + "/issuer";
  }
}
