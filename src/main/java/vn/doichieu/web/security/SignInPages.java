package vn.doichieu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.account.Passwords;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** Signing in, and changing one's password. */
@Controller
class SignInPages implements Routes {

  private final Accounts accounts;
  private final Passwords passwords;
  private final PageText texts;
  private final Clock clock;

  SignInPages(Accounts accounts, Passwords passwords, PageText texts, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get("/password", ANYONE), Route.post("/password", ANYONE));
  }

  @GetMapping("/login")
  String login() {
    return "account/login";
  }

  @GetMapping("/password")
  String password() {
    return "account/password";
  }

  @PostMapping("/password")
  String change(
      Viewer viewer,
      @RequestParam("old") String old,
      @RequestParam("new") String wanted,
      @RequestParam("again") String again,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    String error = error(viewer, old, wanted, again, locale);
    if (error != null) {
      model.addAttribute("error", error);
      return "account/password";
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    return "redirect:/login?changed";
  }

  private @Nullable String error(
      Viewer viewer, String old, String wanted, String again, Locale locale) {
    Account account = accounts.find(viewer.id()).orElseThrow(Refusal::notFound);
    if (account.isLocked(clock.instant())) {
      return texts.text(locale, "account.failed");
    }
    if (!passwords.matches(old, account.passwordHash())) {
      accounts.failed(account); // Somebody else may sit before an open session.
      return texts.text(locale, "account.old_wrong");
    }
    if (!wanted.equals(again)) {
      return texts.text(locale, "account.not_same");
    }
    try {
      accounts.changePassword(account, wanted);
      return null;
    } catch (Refusal refusal) {
      return texts.refusal(locale, refusal);
    }
  }
}
