package vn.doichieu.web.proposal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import vn.doichieu.web.page.SentDay;
import vn.doichieu.web.page.SentForm;
import vn.doichieu.web.page.SentForm.Typed;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** What a draft would change, and the decision on it. */
@Controller
@RequestMapping("/rules/{plan}/drafts/{draft}")
class ProposalPages implements Routes {

  private final Drafts drafts;
  private final Impacts impacts;
  private final Proposals proposals;
  private final ProposalViews views;
  private final SentForm forms;
  private final Times times;

  ProposalPages(
      Drafts drafts,
      Impacts impacts,
      Proposals proposals,
      ProposalViews views,
      SentForm forms,
      Times times) {
    this.drafts = drafts;
    this.impacts = impacts;
    this.proposals = proposals;
    this.views = views;
    this.forms = forms;
    this.times = times;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/rules/*/drafts/*/proposal", OFFICE),
        Route.get("/rules/*/drafts/*/impact", OFFICE),
        Route.post("/rules/*/drafts/*/impact", OFFICE),
        Route.post("/rules/*/drafts/*/propose", Role.AUDITOR),
        Route.post("/rules/*/drafts/*/withdraw", Role.AUDITOR),
        Route.post("/rules/*/drafts/*/publish", Role.APPROVER),
        Route.post("/rules/*/drafts/*/reject", Role.APPROVER));
  }

  /** What differs, what it changes of all findings, and what can be done now. */
  @GetMapping("/proposal")
  ModelAndView proposal(
      Viewer viewer, @PathVariable String plan, @PathVariable long draft, Locale locale) {
    return page(viewer, drafts.get(plan, draft), locale);
  }

  private ModelAndView page(Viewer viewer, Draft draft, Locale locale) {
    return new ModelAndView("proposal/proposal", views.of(viewer, draft, locale));
  }

  /** How far the impact is. */
  @GetMapping("/impact")
  ModelAndView impact(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    ModelAndView page = page(viewer, drafts.get(plan, draft), locale);
    if (request.getHeader("HX-Request") != null) {
      page.setViewName("proposal/impact :: impact");
      if (!Boolean.TRUE.equals(page.getModel().get("running"))) {
        response.setHeader("HX-Refresh", "true"); // The rest of the page depends on it, too.
      }
    }
    return page;
  }

  /** Begins to work the impact out. */
  @PostMapping("/impact")
  String begin(
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam(defaultValue = "") String asOf,
      @RequestParam(defaultValue = "false") boolean closed) {
    Draft of = drafts.get(plan, draft);
    if (of.isOver()) {
      throw Refusal.conflict("draft_not_open");
    }
    LocalDate day = SentDay.of(asOf);
    impacts.start(of, day == null ? times.today() : day, closed);
    return "redirect:" + path(of);
  }

  @PostMapping("/propose")
  ModelAndView propose(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam int revision,
      @RequestParam String note,
      RedirectAttributes next,
      Locale locale) {
    Draft of = drafts.get(plan, draft);
    return decided(
        viewer,
        of,
        new Typed("", note, "proposal.proposed"),
        () -> proposals.propose(viewer, of, revision, note),
        next,
        locale);
  }

  @PostMapping("/withdraw")
  String withdraw(Viewer viewer, @PathVariable String plan, @PathVariable long draft) {
    Draft of = drafts.get(plan, draft);
    proposals.withdraw(viewer, of);
    return "redirect:/rules/" + of.planId() + "/drafts/" + of.id();
  }

  @PostMapping("/publish")
  ModelAndView publish(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam int revision,
      @RequestParam(defaultValue = "") String impact,
      @RequestParam(defaultValue = "false") boolean otherDay,
      RedirectAttributes next,
      Locale locale) {
    Draft of = drafts.get(plan, draft);
    Proposals.Seen seen = new Proposals.Seen(revision, impact, otherDay);
    return decided(
        viewer,
        of,
        new Typed("", "", "proposal.published"),
        () -> proposals.publish(viewer, of, seen),
        next,
        locale);
  }

  @PostMapping("/reject")
  ModelAndView reject(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam int revision,
      @RequestParam String reason,
      RedirectAttributes next,
      Locale locale) {
    Draft of = drafts.get(plan, draft);
    return decided(
        viewer,
        of,
        new Typed("", reason, "proposal.rejected"),
        () -> proposals.reject(viewer, of, revision, reason),
        next,
        locale);
  }

  /** Does it, or shows the page again with why not and with what was typed. */
  private ModelAndView decided(
      Viewer viewer,
      Draft draft,
      Typed typed,
      Runnable decision,
      RedirectAttributes next,
      Locale locale) {
    return forms.answer(
        typed,
        () -> {
          decision.run();
          return path(draft);
        },
        () -> page(viewer, drafts.get(draft.planId(), draft.id()), locale),
        next,
        locale);
  }

  private static String path(Draft draft) {
    return "/rules/" + draft.planId() + "/drafts/" + draft.id() + "/proposal";
  }
}
