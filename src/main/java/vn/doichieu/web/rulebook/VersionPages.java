package vn.doichieu.web.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.doichieu.web.page.Download;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** One version of a plan's rules, and what lies between two. */
@Controller
class VersionPages implements Routes {

  private final RulesVersions versions;
  private final VersionViews views;
  private final VersionFiles files;
  private final PageText texts;

  VersionPages(RulesVersions versions, VersionViews views, VersionFiles files, PageText texts) {
    this.versions = versions;
    this.views = views;
    this.files = files;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/rules/*/versions/*", ANYONE),
        Route.get("/rules/*/versions/*/files.zip", ANYONE),
        Route.get("/rules/*/compare", ANYONE));
  }

  @GetMapping("/rules/{plan}/versions/{number}")
  ModelAndView version(
      Viewer viewer, @PathVariable String plan, @PathVariable int number, Locale locale) {
    RulesVersion version = versions.get(plan, number);
    return new ModelAndView(
        "rulebook/version",
        Map.of(
            "listed",
            views.listed(version),
            "rows",
            views.rows(version, texts.messages(locale)),
            "drl",
            VersionViews.drl(versions.files(version)),
            "mayEdit",
            viewer.is(Role.AUDITOR, Role.ADMINISTRATOR)));
  }

  @GetMapping("/rules/{plan}/versions/{number}/files.zip")
  ResponseEntity<byte[]> zip(@PathVariable String plan, @PathVariable int number) {
    RulesVersion version = versions.get(plan, number);
    return zip(version, files.zip(version));
  }

  static ResponseEntity<byte[]> zip(RulesVersion version, byte[] content) {
    String name = version.planId() + "-" + version.number() + ".zip";
    return ResponseEntity.ok().headers(Download.headers(name)).eTag(version.hash()).body(content);
  }

  @GetMapping("/rules/{plan}/compare")
  ModelAndView compare(
      @PathVariable String plan, @RequestParam int before, @RequestParam int after, Locale locale) {
    RulesVersion one = versions.get(plan, before);
    RulesVersion other = versions.get(plan, after);
    return new ModelAndView(
        "rulebook/compare",
        Map.of(
            "before",
            one,
            "after",
            other,
            "versions",
            versions.all(plan),
            "edits",
            EditWords.of(views.edits(one, other), texts.messages(locale))));
  }
}
