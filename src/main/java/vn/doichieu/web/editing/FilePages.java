package vn.doichieu.web.editing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Provenance;
import vn.doichieu.validation.Validation;
import vn.doichieu.web.draft.Checks;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.wording.ProblemText;

/** A file of a draft as text, with what is wrong with it line by line: plan, cases, DRL. */
@Controller
@RequestMapping("/rules/{plan}/drafts/{draft}/file")
class FilePages implements Routes {

  /** What every plan has. */
  private static final String NEEDED = "plan.yaml";

  private final Drafts drafts;
  private final Checks checks;
  private final PageText texts;

  FilePages(Drafts drafts, Checks checks, PageText texts) {
    this.drafts = drafts;
    this.checks = checks;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/rules/*/drafts/*/file", OFFICE),
        Route.post("/rules/*/drafts/*/file", Role.AUDITOR, Role.ADMINISTRATOR),
        Route.post("/rules/*/drafts/*/file/delete", Role.AUDITOR, Role.ADMINISTRATOR));
  }

  @GetMapping
  ModelAndView file(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam String name,
      Locale locale) {
    Draft of = drafts.get(plan, draft);
    RuleFileSet files = drafts.files(of);
    String known = known(files, name);
    return page(viewer, of, known, files.text(known), files, "", locale);
  }

  /** A name of a text file, there already or allowed to be. */
  private static String known(RuleFileSet files, String name) {
    if (!DraftViews.isText(name)) {
      throw Refusal.notFound();
    }
    files.with(name, new byte[0]); // Checks the name.
    return name;
  }

  private ModelAndView page(
      Viewer viewer,
      Draft draft,
      String name,
      String text,
      RuleFileSet files,
      String refused,
      Locale locale) {
    boolean drl = RuleFileSet.isDrl(name);
    boolean mayEdit = draft.isEditable() && viewer.is(drl ? Role.ADMINISTRATOR : Role.AUDITOR);
    Validation validation = checks.validation(draft.planId(), files);
    ProblemText sentences = new ProblemText(texts.messages(locale));
    List<Problem> problems =
        validation.errors().stream().filter(p -> p.location().file().equals(name)).toList();
    return new ModelAndView(
        "editing/file",
        Map.of(
            "draft", draft,
            "name", name,
            "text", text,
            "seen", seen(files, name),
            "drl", drl,
            "mayEdit", mayEdit,
            "mayDelete", mayEdit && files.files().containsKey(name) && !name.equals(NEEDED),
            "refused", refused,
            "problems", problems.stream().map(sentences::sentence).toList()));
  }

  private static String seen(RuleFileSet files, String name) {
    byte[] content = files.files().get(name);
    return content == null ? "" : HexFormat.of().formatHex(Provenance.newSha256().digest(content));
  }

  /** Keeps a file, right or wrong. What is refused stays on the page as it was typed. */
  @PostMapping
  ModelAndView save(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam String name,
      @RequestParam String text,
      @RequestParam String seen,
      RedirectAttributes next,
      Locale locale) {
    Draft of = drafts.get(plan, draft);
    known(drafts.files(of), name);
    try {
      drafts.change(viewer, of, name, files -> changed(files, name, text, seen));
    } catch (Refusal refusal) {
      return overtaken(viewer, of, name, text, refusal, locale);
    }
    next.addFlashAttribute("notice", texts.text(locale, "draft.file_saved", name));
    next.addAttribute("name", name);
    return new ModelAndView("redirect:/rules/" + of.planId() + "/drafts/" + of.id() + "/file");
  }

  /** Takes a file out. Where that is refused, what stands there now is shown. */
  @PostMapping("/delete")
  ModelAndView delete(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam String name,
      @RequestParam String seen,
      RedirectAttributes next,
      Locale locale) {
    Draft of = drafts.get(plan, draft);
    if (name.equals(NEEDED) || !drafts.files(of).files().containsKey(name)) {
      throw Refusal.notFound();
    }
    try {
      drafts.change(viewer, of, "without " + name, files -> without(files, name, seen));
    } catch (Refusal refusal) {
      return overtaken(viewer, of, name, drafts.files(of).text(name), refusal, locale);
    }
    next.addFlashAttribute("notice", texts.text(locale, "draft.file_deleted", name));
    return new ModelAndView("redirect:/rules/" + of.planId() + "/drafts/" + of.id());
  }

  private ModelAndView overtaken(
      Viewer viewer, Draft of, String name, String text, Refusal refusal, Locale locale) {
    String why = texts.text(locale, "refusal." + refusal.key(), refusal.arguments().toArray());
    Draft now = drafts.get(of.planId(), of.id());
    ModelAndView page = page(viewer, now, name, text, drafts.files(now), why, locale);
    page.setStatus(HttpStatus.valueOf(refusal.status()));
    return page;
  }

  private static RuleFileSet without(RuleFileSet files, String name, String seen) {
    known(files, name);
    if (!seen(files, name).equals(seen)) {
      throw Refusal.conflict("file_changed", name);
    }
    return files.without(name);
  }

  private static RuleFileSet changed(RuleFileSet files, String name, String text, String seen) {
    if (!seen(files, name).equals(seen)) {
      throw Refusal.conflict("file_changed", name);
    }
    String before = files.text(name);
    String typed = text.replace("\r\n", "\n");
    if (typed.equals(before.replace("\r\n", "\n"))) {
      return files;
    }
    String written = before.contains("\r\n") ? typed.replace("\n", "\r\n") : typed;
    return files.with(name, written.getBytes(StandardCharsets.UTF_8));
  }
}
