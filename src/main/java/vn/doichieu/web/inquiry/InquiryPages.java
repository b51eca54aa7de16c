package vn.doichieu.web.inquiry;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.inquiry.Inquiries.Question;
import vn.doichieu.web.inquiry.Inquiry.State;
import vn.doichieu.web.inquiry.InquiryViews.Filter;
import vn.doichieu.web.page.Navigation;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.SentDay;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.rulebook.RulesVersions;

/** The pages of questions and answers. */
@Controller
class InquiryPages implements Routes, Navigation {

  private static final int A_PAGE = 50;

  private final Inquiries inquiries;
  private final Threads threads;
  private final InquiryViews views;
  private final FindingLookup findings;
  private final Areas areas;
  private final RulesVersions versions;
  private final PageText texts;
  private final Times times;

  InquiryPages(
      Inquiries inquiries,
      Threads threads,
      InquiryViews views,
      FindingLookup findings,
      Areas areas,
      RulesVersions versions,
      PageText texts,
      Times times) {
    this.inquiries = inquiries;
    this.threads = threads;
    this.views = views;
    this.findings = findings;
    this.areas = areas;
    this.versions = versions;
    this.texts = texts;
    this.times = times;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/inquiries", ANYONE),
        Route.get("/inquiries/*", ANYONE),
        Route.post("/inquiries", Role.LEADER),
        Route.post("/inquiries/*/answers", Role.CLERK),
        Route.post("/inquiries/*/notes", Role.STAFF),
        Route.post("/inquiries/*/acceptance", Role.LEADER),
        Route.post("/inquiries/*/questions", Role.LEADER));
  }

  @Override
  public List<Place> places(Viewer viewer) {
    return List.of(new Place(50, "/inquiries", "inquiry.title"));
  }

  @GetMapping("/inquiries")
  String list(
      Viewer viewer,
      @RequestParam(name = "area", required = false) @Nullable Long area,
      @RequestParam(name = "plan", defaultValue = "") String plan,
      @RequestParam(name = "unit", defaultValue = "") String unit,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "page", defaultValue = "0") int page,
      Model model,
      Locale locale) {
    Filter filter = Filter.of(area, plan, unit, state, page, A_PAGE);
    model.addAttribute("filter", filter);
    model.addAttribute("some", views.some(viewer, filter, locale));
    model.addAttribute("areas", areas.visibleTo(viewer));
    model.addAttribute("plans", versions.plans());
    model.addAttribute("states", State.values());
    model.addAttribute(
        "units",
        area == null || viewer.unit() != null
            ? List.of()
            : areas.units(areas.get(area, viewer)).all().all());
    return "inquiry/list";
  }

  @GetMapping("/inquiries/{id}")
  String one(Viewer viewer, @PathVariable("id") long id, Model model, Locale locale) {
    show(viewer, id, model, locale);
    return "inquiry/inquiry";
  }

  private void show(Viewer viewer, long id, Model model, Locale locale) {
    model.addAttribute("whole", views.whole(threads.get(id, viewer), locale));
    model.addAttribute("language", PageText.language(locale));
    model.addAttribute("today", times.today());
  }

  @PostMapping("/inquiries")
  String ask(
      Viewer viewer,
      @RequestParam("area") long area,
      @RequestParam("plan") String plan,
      @RequestParam("target") String target,
      @RequestParam("unit") String unit,
      @RequestParam("period") String period,
      @RequestParam(name = "asOf", defaultValue = "") String asOf,
      @RequestParam(name = "closed", defaultValue = "false") boolean closed,
      @RequestParam("text") String text,
      @RequestParam(name = "due", defaultValue = "") String due,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after,
      Locale locale) {
    LocalDate day = SentDay.of(asOf);
    Judged judged = findings.judged(viewer, area, plan, day == null ? times.today() : day, closed);
    Finding finding =
        FindingLookup.find(judged, target, unit, period).orElseThrow(Refusal::notFound);
    try {
      long id = inquiries.ask(viewer, judged, finding, new Question(text, SentDay.of(due)));
      return done(id, "inquiry.done.asked", after, locale);
    } catch (Refusal refusal) {
      refused(refusal, text, "question", model, response, locale);
      model.addAttribute("m", InquirySection.asking(judged, finding));
      model.addAttribute("target", finding.target());
      return "inquiry/ask";
    }
  }

  @PostMapping("/inquiries/{id}/answers")
  String answer(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("text") String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after,
      Locale locale) {
    return said(
        new Said(id, "answer", text, () -> inquiries.answer(viewer, id, text)),
        viewer,
        model,
        response,
        after,
        locale);
  }

  @PostMapping("/inquiries/{id}/notes")
  String note(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("text") String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after,
      Locale locale) {
    return said(
        new Said(id, "note", text, () -> inquiries.note(viewer, id, text)),
        viewer,
        model,
        response,
        after,
        locale);
  }

  @PostMapping("/inquiries/{id}/acceptance")
  String accept(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("revision") int revision,
      @RequestParam(name = "text", defaultValue = "") String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after,
      Locale locale) {
    return said(
        new Said(id, "acceptance", text, () -> inquiries.accept(viewer, id, revision, text)),
        viewer,
        model,
        response,
        after,
        locale);
  }

  @PostMapping("/inquiries/{id}/questions")
  String askAgain(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("text") String text,
      @RequestParam(name = "due", defaultValue = "") String due,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after,
      Locale locale) {
    return said(
        new Said(
            id,
            "question",
            text,
            () -> inquiries.askAgain(viewer, id, new Question(text, SentDay.of(due)))),
        viewer,
        model,
        response,
        after,
        locale);
  }

  /**
   * Something that somebody says.
   *
   * @param what the form that it was typed into
   */
  private record Said(long id, String what, String text, Runnable action) {}

  private String said(
      Said said,
      Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after,
      Locale locale) {
    try {
      said.action().run();
      return done(said.id(), "inquiry.done." + said.what(), after, locale);
    } catch (Refusal refusal) {
      show(viewer, said.id(), model, locale);
      refused(refusal, said.text(), said.what(), model, response, locale);
      return "inquiry/inquiry";
    }
  }

  /** What was typed comes back with the page. */
  private void refused(
      Refusal refusal,
      String text,
      String what,
      Model model,
      HttpServletResponse response,
      Locale locale) {
    response.setStatus(refusal.status());
    model.addAttribute(
        "error", texts.text(locale, "refusal." + refusal.key(), refusal.arguments().toArray()));
    model.addAttribute("typed", text);
    model.addAttribute("typedInto", what);
  }

  private String done(long id, String key, RedirectAttributes after, Locale locale) {
    after.addFlashAttribute("notice", texts.text(locale, key));
    return "redirect:/inquiries/" + id;
  }
}
