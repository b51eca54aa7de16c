package vn.doichieu.web.profile;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.page.Navigation;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.FreeText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** A viewer's own tokens. They are made and taken back by pages only, never by another token. */
@Controller
class TokenPages implements Routes {

  private static final String PATH = "/tokens";

  private final ApiTokens tokens;
  private final PageText texts;
  private final Clock clock;

  TokenPages(ApiTokens tokens, PageText texts, Clock clock) {
    this.tokens = tokens;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(PATH, ANYONE), Route.post(PATH, ANYONE), Route.post(PATH + "/*/revoke", ANYONE));
  }

  /** The place in the menu. */
  @Component
  static class Menu implements Navigation {

    @Override
    public List<Place> places(Viewer viewer) {
      return List.of(new Place(90, PATH, "tokens.title"));
    }
  }

  @GetMapping(PATH)
  String list(Viewer viewer, Model model) {
    model.addAttribute("tokens", tokens.of(viewer));
    model.addAttribute("now", clock.instant());
    return "profile/tokens";
  }

  @PostMapping(PATH)
  Object create(
      Viewer viewer,
      @RequestParam("name") String name,
      @RequestParam("scope") String scope,
      @RequestParam("days") String days,
      Model model,
      Locale locale) {
    try {
      if (FreeText.holdsPersonalData(name)) {
        throw Refusal.invalid("personal_title");
      }
      model.addAttribute("token", tokens.create(viewer, name, scope(scope), number(days)));
      return list(viewer, model);
    } catch (Refusal refusal) {
      list(viewer, model);
      model.addAttribute("error", texts.refusal(locale, refusal));
      return new ModelAndView(
          "profile/tokens", model.asMap(), HttpStatus.valueOf(refusal.status()));
    }
  }

  private static ApiTokens.Scope scope(String code) {
    return code.equals(ApiTokens.Scope.WRITE.code()) ? ApiTokens.Scope.WRITE : ApiTokens.Scope.READ;
  }

  /** The number, or 0, which is no term. */
  private static int number(String days) {
    return days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : 0;
  }

  @PostMapping(PATH + "/{id}/revoke")
  String revoke(
      Viewer viewer, @PathVariable("id") long id, RedirectAttributes after, Locale locale) {
    tokens.revoke(viewer, id);
    after.addFlashAttribute("notice", texts.text(locale, "tokens.revoked_now"));
    return "redirect:" + PATH;
  }
}
