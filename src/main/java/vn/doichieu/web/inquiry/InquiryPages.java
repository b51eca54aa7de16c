package vn.doichieu.web.inquiry;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.inquiry.Inquiries.Question;
import vn.doichieu.web.matter.Matters;
import vn.doichieu.web.matter.Wanted;
import vn.doichieu.web.page.Navigation;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.SentDay;
import vn.doichieu.web.page.SentForm;
import vn.doichieu.web.page.SentForm.Typed;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Moment;

/** The pages of questions and answers. */
@Controller
class InquiryPages implements Routes, Navigation {

  private final Inquiries inquiries;
  private final Threads threads;
  private final InquiryViews views;
  private final Matters matters;
  private final FindingLookup findings;
  private final SentForm forms;
  private final Times times;

  InquiryPages(
      Inquiries inquiries,
      Threads threads,
      InquiryViews views,
      Matters matters,
      FindingLookup findings,
      SentForm forms,
      Times times) {
    this.inquiries = inquiries;
    this.threads = threads;
    this.views = views;
    this.matters = matters;
    this.findings = findings;
    this.forms = forms;
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
  String list(Viewer viewer, Wanted wanted, Model model, Locale locale) {
    model.addAttribute("slice", views.list(viewer, wanted, locale));
    matters.choices(viewer, wanted, InquiryViews.KEPT, model);
    return "inquiry/list";
  }

  @GetMapping("/inquiries/{id}")
  ModelAndView one(Viewer viewer, @PathVariable("id") long id, Locale locale) {
    return new ModelAndView("inquiry/inquiry")
        .addObject("whole", views.whole(threads.get(id, viewer), locale))
        .addObject("language", PageText.language(locale))
        .addObject("today", times.today());
  }

  @PostMapping("/inquiries")
  ModelAndView ask(
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
      RedirectAttributes after,
      Locale locale) {
    LocalDate day = SentDay.of(asOf);
    Judged judged =
        findings.judged(viewer, area, plan, new Moment(day == null ? times.today() : day, closed));
    Finding finding =
        FindingLookup.find(judged, target, unit, period).orElseThrow(Refusal::notFound);
    return forms.answer(
        new Typed("question", text, "inquiry.done.asked"),
        () -> path(inquiries.ask(viewer, judged, finding, new Question(text, SentDay.of(due)))),
        () ->
            new ModelAndView("inquiry/ask", "m", InquirySection.asking(judged, finding))
                .addObject("target", finding.target()),
        after,
        locale);
  }

  @PostMapping("/inquiries/{id}/answers")
  ModelAndView answer(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("text") String text,
      RedirectAttributes after,
      Locale locale) {
    Said said = new Said(viewer, id, "answer", text);
    return said(said, () -> inquiries.answer(viewer, id, text), after, locale);
  }

  @PostMapping("/inquiries/{id}/notes")
  ModelAndView note(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("text") String text,
      RedirectAttributes after,
      Locale locale) {
    Said said = new Said(viewer, id, "note", text);
    return said(said, () -> inquiries.note(viewer, id, text), after, locale);
  }

  @PostMapping("/inquiries/{id}/acceptance")
  ModelAndView accept(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("revision") int revision,
      @RequestParam(name = "text", defaultValue = "") String text,
      RedirectAttributes after,
      Locale locale) {
    Said said = new Said(viewer, id, "acceptance", text);
    return said(said, () -> inquiries.accept(viewer, id, revision, text), after, locale);
  }

  @PostMapping("/inquiries/{id}/questions")
  ModelAndView askAgain(
      Viewer viewer,
      @PathVariable("id") long id,
      @RequestParam("text") String text,
      @RequestParam(name = "due", defaultValue = "") String due,
      RedirectAttributes after,
      Locale locale) {
    Said said = new Said(viewer, id, "question", text);
    return said(
        said,
        () -> inquiries.askAgain(viewer, id, new Question(text, SentDay.of(due))),
        after,
        locale);
  }

  /**
   * Something that somebody says.
   *
   * @param what the form that it was typed into
   */
  private record Said(Viewer viewer, long id, String what, String text) {}

  private ModelAndView said(Said said, Runnable action, RedirectAttributes after, Locale locale) {
    return forms.answer(
        new Typed(said.what(), said.text(), "inquiry.done." + said.what()),
        () -> {
          action.run();
          return path(said.id());
        },
        () -> one(said.viewer(), said.id(), locale),
        after,
        locale);
  }

  private static String path(long id) {
    return "/inquiries/" + id;
  }
}
