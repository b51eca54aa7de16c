package vn.doichieu.web.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.proposal.Rebase.Choice;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;

/** Moves a draft onto the version that counts, where another one was faster. */
@Controller
@RequestMapping("/rules/{plan}/drafts/{draft}/rebase")
class RebasePages implements Routes {

  private static final String CHOICE = "choice.";

  private final Drafts drafts;
  private final RulesVersions versions;
  private final Rebase rebase;
  private final PageText texts;

  RebasePages(Drafts drafts, RulesVersions versions, Rebase rebase, PageText texts) {
    this.drafts = drafts;
    this.versions = versions;
    this.rebase = rebase;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/rules/*/drafts/*/rebase", OFFICE),
        Route.post("/rules/*/drafts/*/rebase", Role.AUDITOR));
  }

  /** What both sides have changed. */
  @GetMapping
  ModelAndView conflicts(@PathVariable String plan, @PathVariable long draft) {
    Draft of = drafts.get(plan, draft);
    RulesVersion onto = versions.current(plan);
    RulesVersion base = versions.version(of.basedOn());
    Rebase.Merged merged =
        rebase.merged(versions.files(base), drafts.files(of), versions.files(onto), Map.of());
    return new ModelAndView(
        "proposal/rebase",
        Map.of("draft", of, "base", base, "onto", onto, "conflicts", merged.conflicts()));
  }

  /**
   * Moves the draft.
   *
   * @param onto the version that counted when the page was made
   */
  @PostMapping
  String rebase(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam int onto,
      @RequestParam Map<String, String> form,
      RedirectAttributes next,
      Locale locale) {
    Draft of = drafts.get(plan, draft);
    RulesVersion current = versions.current(plan);
    if (current.number() != onto) {
      throw Refusal.conflict("draft_overtaken");
    }
    RuleFileSet base = versions.files(versions.version(of.basedOn()));
    Map<String, Choice> choices = choices(form);
    drafts.rebase(
        viewer,
        of,
        current,
        files -> {
          Rebase.Merged merged = rebase.merged(base, files, versions.files(current), choices);
          if (merged.conflicts().stream().anyMatch(c -> !choices.containsKey(c.name()))) {
            throw Refusal.conflict("rebase_open");
          }
          return merged.files();
        });
    next.addFlashAttribute("notice", texts.text(locale, "proposal.rebased", onto));
    return "redirect:/rules/" + of.planId() + "/drafts/" + of.id();
  }

  private static Map<String, Choice> choices(Map<String, String> form) {
    Map<String, Choice> choices = new HashMap<>();
    form.forEach(
        (name, value) -> {
          if (name.startsWith(CHOICE)) {
            choices.put(
                name.substring(CHOICE.length()),
                value.equals("mine") ? Choice.MINE : Choice.THEIRS);
          }
        });
    return choices;
  }
}
