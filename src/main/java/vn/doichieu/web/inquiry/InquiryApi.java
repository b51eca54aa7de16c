package vn.doichieu.web.inquiry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.inquiry.Inquiries.Question;
import vn.doichieu.web.inquiry.Inquiry.Message;
import vn.doichieu.web.matter.Wanted;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.SentDay;
import vn.doichieu.web.page.Tag;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.result.Slice;

/** Questions and answers for programs. */
@RestController
class InquiryApi implements Routes {

  private final Inquiries inquiries;
  private final Threads threads;
  private final InquiryViews views;
  private final FindingLookup findings;
  private final Times times;

  InquiryApi(
      Inquiries inquiries,
      Threads threads,
      InquiryViews views,
      FindingLookup findings,
      Times times) {
    this.inquiries = inquiries;
    this.threads = threads;
    this.views = views;
    this.findings = findings;
    this.times = times;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/areas/*/plans/*/inquiries", ANYONE),
        Route.post("/api/v1/areas/*/plans/*/inquiries", Role.LEADER),
        Route.get("/api/v1/inquiries/*", ANYONE),
        Route.post("/api/v1/inquiries/*/messages", Role.CLERK, Role.STAFF, Role.LEADER));
  }

  /** Inquiries of a plan at an area. */
  record Page(int page, int size, long total, List<Line> inquiries) {}

  /** An inquiry. */
  record Line(
      long id,
      String target,
      String unit,
      @JsonProperty("unit_name") String unitName,
      String period,
      String state,
      boolean overdue,
      @Nullable LocalDate due,
      int revision,
      int messages) {}

  /** An inquiry with all that was said, and the finding as it stands now. */
  record Talk(
      long area, String plan, Line inquiry, List<Words> messages, @Nullable Stood finding) {}

  /** Something that was said. */
  record Words(
      long id,
      String kind,
      String by,
      Instant at,
      @Nullable LocalDate due,
      String text,
      @Nullable Stood finding) {}

  /** A finding as it stood at some time. */
  record Stood(
      @JsonProperty("as_of") LocalDate asOf,
      boolean closed,
      @JsonProperty("rules_version") long version,
      @JsonProperty("last_submission") long submission,
      String result,
      String reason,
      boolean binding,
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable Long shortfall,
      String message) {}

  /** A new question. */
  record NewQuestion(
      @Nullable String target,
      @Nullable String unit,
      @Nullable String period,
      @Nullable String text,
      @Nullable String due,
      @JsonProperty("as_of") @Nullable String asOf,
      @Nullable Boolean closed) {}

  /**
   * Something to be said.
   *
   * @param kind answer, note, acceptance or again
   * @param revision the inquiry as it was read; for an acceptance only
   */
  record NewMessage(
      @Nullable String kind,
      @Nullable String text,
      @Nullable String due,
      @Nullable Integer revision) {}

  @GetMapping("/api/v1/areas/{area}/plans/{plan}/inquiries")
  ResponseEntity<Page> list(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("plan") String plan,
      @RequestParam(name = "unit", defaultValue = "") String unit,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "page", defaultValue = "0") int page,
      @RequestParam(name = "size", defaultValue = "50") int size,
      Locale locale) {
    findings.plan(viewer, area, plan);
    Slice<InquiryViews.Named> slice =
        views.list(viewer, new Wanted(area, plan, unit, state, page, size), locale);
    return Tag.answer(
        new Page(
            slice.page(),
            slice.size(),
            slice.total(),
            slice.items().stream().map(InquiryApi::line).toList()));
  }

  @GetMapping("/api/v1/inquiries/{id}")
  ResponseEntity<Talk> one(Viewer viewer, @PathVariable("id") long id, Locale locale) {
    return Tag.answer(talk(viewer, id, locale));
  }

  @PostMapping("/api/v1/areas/{area}/plans/{plan}/inquiries")
  ResponseEntity<Talk> ask(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("plan") String plan,
      @RequestBody NewQuestion sent,
      Locale locale) {
    LocalDate asOf = SentDay.of(sent.asOf());
    Judged judged =
        findings.judged(
            viewer,
            area,
            plan,
            new Moment(asOf == null ? times.today() : asOf, Boolean.TRUE.equals(sent.closed())));
    Finding finding =
        FindingLookup.find(judged, text(sent.target()), text(sent.unit()), text(sent.period()))
            .orElseThrow(Refusal::notFound);
    Question question = new Question(text(sent.text()), SentDay.of(sent.due()));
    long id = inquiries.ask(viewer, judged, finding, question);
    return ResponseEntity.created(URI.create("/api/v1/inquiries/" + id))
        .body(talk(viewer, id, locale));
  }

  @PostMapping("/api/v1/inquiries/{id}/messages")
  ResponseEntity<Talk> say(
      Viewer viewer, @PathVariable("id") long id, @RequestBody NewMessage sent, Locale locale) {
    String text = text(sent.text());
    switch (text(sent.kind())) {
      case "answer" -> inquiries.answer(viewer, id, text);
      case "note" -> inquiries.note(viewer, id, text);
      case "acceptance" -> inquiries.accept(viewer, id, revision(sent), text);
      case "again" -> inquiries.askAgain(viewer, id, new Question(text, SentDay.of(sent.due())));
      default -> throw Refusal.invalid("inquiry_kind");
    }
    return ResponseEntity.created(URI.create("/api/v1/inquiries/" + id))
        .body(talk(viewer, id, locale));
  }

  /** None is that of no inquiry: who accepts has to say what they have read. */
  private static int revision(NewMessage sent) {
    Integer revision = sent.revision();
    return revision == null ? 0 : revision;
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent;
  }

  private Talk talk(Viewer viewer, long id, Locale locale) {
    Inquiry inquiry = threads.get(id, viewer);
    InquiryViews.Whole whole = views.whole(inquiry, locale);
    return new Talk(
        inquiry.areaId(),
        inquiry.planId(),
        line(whole.named()),
        whole.messages().stream().map(message -> words(message, locale)).toList(),
        stood(whole.now(), locale));
  }

  private static Line line(InquiryViews.Named named) {
    Inquiry inquiry = named.inquiry();
    return new Line(
        inquiry.id(),
        inquiry.target(),
        inquiry.unit(),
        named.about().unit(),
        inquiry.period(),
        inquiry.state().code(),
        named.overdue(),
        inquiry.due(),
        inquiry.revision(),
        named.said());
  }

  private static Words words(Message message, Locale locale) {
    return new Words(
        message.id(),
        message.kind().code(),
        message.by(),
        message.madeAt(),
        message.due(),
        message.text(),
        stood(message.told(), locale));
  }

  private static @Nullable Stood stood(@Nullable Told told, Locale locale) {
    return told == null
        ? null
        : new Stood(
            told.asOf(),
            told.closed(),
            told.versionId(),
            told.submission(),
            told.result(),
            told.reason(),
            told.binding(),
            told.numerator(),
            told.denominator(),
            told.shortfall(),
            told.in(PageText.language(locale)).sentence());
  }
}
