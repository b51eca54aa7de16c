package vn.doichieu.web.editing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.draft.Checks;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.draft.Workbooks;
import vn.doichieu.web.page.Download;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RulesVersions;

/**
 * A draft as a whole: its rows and files, what is wrong with it, its cases; workbooks in and out.
 */
@Controller
@RequestMapping("/rules/{plan}/drafts")
class DraftPages implements Routes {

  private final Drafts drafts;
  private final DraftViews views;
  private final Workbooks workbooks;
  private final RulesVersions versions;
  private final Accounts accounts;
  private final PageText texts;

  DraftPages(
      Drafts drafts,
      DraftViews views,
      Workbooks workbooks,
      RulesVersions versions,
      Accounts accounts,
      PageText texts) {
    this.drafts = drafts;
    this.views = views;
    this.workbooks = workbooks;
    this.versions = versions;
    this.accounts = accounts;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    Role[] editors = {Role.AUDITOR, Role.ADMINISTRATOR};
    return List.of(
        Route.post("/rules/*/drafts", editors),
        Route.get("/rules/*/drafts/*", OFFICE),
        Route.get("/rules/*/drafts/*/cases", OFFICE),
        Route.get("/rules/*/drafts/*/targets.xlsx", OFFICE),
        Route.post("/rules/*/drafts/*/upload", Role.AUDITOR),
        Route.post("/rules/*/drafts/*/drop", editors));
  }

  /** Starts a draft with the files of a version. */
  @PostMapping
  String start(Viewer viewer, @PathVariable String plan, @RequestParam int from) {
    long id = drafts.start(viewer, versions.get(plan, from));
    return "redirect:/rules/" + versions.current(plan).planId() + "/drafts/" + id;
  }

  @GetMapping("/{draft}")
  ModelAndView draft(@PathVariable String plan, @PathVariable long draft, Locale locale) {
    Draft of = drafts.get(plan, draft);
    boolean overtaken = !of.isOver() && versions.current(plan).id() != of.basedOn();
    return new ModelAndView(
        "editing/draft",
        Map.of(
            "draft",
            of,
            "view",
            views.of(of, locale),
            "base",
            versions.version(of.basedOn()),
            "author",
            accounts.find(of.madeBy()).map(Account::title).orElse(""),
            "overtaken",
            overtaken));
  }

  /** Runs all cases. */
  @GetMapping("/{draft}/cases")
  ModelAndView cases(
      @PathVariable String plan,
      @PathVariable long draft,
      HttpServletRequest request,
      Locale locale) {
    Draft of = drafts.get(plan, draft);
    Checks.Cases cases = views.cases(of);
    CaseWords words = new CaseWords(views.messages(locale));
    String view =
        request.getHeader("HX-Request") == null ? "editing/cases" : "editing/cases :: cases";
    return new ModelAndView(
        view,
        Map.of(
            "draft",
            of,
            "ran",
            words.of(cases),
            "passed",
            cases.passed(),
            "problems",
            words.problems(cases)));
  }

  /** The tables as a workbook to edit. */
  @GetMapping("/{draft}/targets.xlsx")
  ResponseEntity<byte[]> workbook(
      @PathVariable String plan, @PathVariable long draft, Locale locale) {
    Draft of = drafts.get(plan, draft);
    String name = of.planId() + "-" + of.id() + ".xlsx";
    return Download.of(name, workbooks.written(of, texts.messages(locale)));
  }

  /** Takes the tables of a workbook or a CSV file. */
  @PostMapping("/{draft}/upload")
  String upload(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam MultipartFile file,
      @RequestParam String seen,
      @RequestParam(defaultValue = "false") boolean whole,
      RedirectAttributes next,
      Locale locale) {
    Draft of = drafts.get(plan, draft);
    int changes = workbooks.take(viewer, of, file, seen, whole);
    next.addFlashAttribute("notice", texts.text(locale, "draft.uploaded", changes));
    return "redirect:/rules/" + of.planId() + "/drafts/" + of.id();
  }

  @PostMapping("/{draft}/drop")
  String drop(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      RedirectAttributes next,
      Locale locale) {
    Draft of = drafts.get(plan, draft);
    drafts.drop(viewer, of);
    next.addFlashAttribute("notice", texts.text(locale, "draft.dropped", of.id()));
    return "redirect:/rules/" + of.planId();
  }
}
