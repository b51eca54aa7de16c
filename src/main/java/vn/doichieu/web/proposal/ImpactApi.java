package vn.doichieu.web.proposal;

import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Routes;

/** The impact of drafts, as it was recorded or worked out last, for programs. */
@RestController
@RequestMapping("/api/v1/rules/{plan}/drafts")
class ImpactApi implements Routes {

  private final Drafts drafts;
  private final Impacts impacts;

  ImpactApi(Drafts drafts, Impacts impacts) {
    this.drafts = drafts;
    this.impacts = impacts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/rules/*/drafts", OFFICE),
        Route.get("/api/v1/rules/*/drafts/*/impact", OFFICE));
  }

  /** A draft; moments are in UTC. */
  record DraftJson(
      long id, String plan, int revision, String state, String note, String changedAt) {}

  /** An impact, and how far it is: {@code running}, {@code failed}, {@code done}. */
  record ImpactJson(
      String state,
      String asOf,
      boolean closed,
      long flips,
      int units,
      List<String> by,
      List<String> unreadable,
      List<ImpactWords.OfArea> areas) {

    static ImpactJson without(String state) {
      return new ImpactJson(state, "", false, 0, 0, List.of(), List.of(), List.of());
    }
  }

  /** The drafts of a plan, the latest first. */
  @GetMapping
  List<DraftJson> all(@PathVariable String plan) {
    return drafts.of(plan).stream()
        .map(
            draft ->
                new DraftJson(
                    draft.id(),
                    draft.planId(),
                    draft.revision(),
                    draft.state().code(),
                    draft.note(),
                    draft.changedAt().toString()))
        .toList();
  }

  /** The impact of a draft as it stands. */
  @GetMapping("/{draft}/impact")
  ResponseEntity<ImpactJson> impact(
      @PathVariable String plan, @PathVariable long draft, Locale locale) {
    Draft of = drafts.get(plan, draft);
    var state = impacts.state(of, drafts.files(of));
    if (state.isPresent() && state.get() instanceof Impacts.State.Done done) {
      return answer(of, done.record(), locale);
    } else if (state.isPresent()) {
      boolean running = state.get() instanceof Impacts.State.Running;
      return ResponseEntity.ok(ImpactJson.without(running ? "running" : "failed"));
    } else if (!of.impact().isEmpty()) {
      return answer(of, ImpactRecord.ofJson(of.impact()), locale);
    }
    throw Refusal.notFound();
  }

  private static ResponseEntity<ImpactJson> answer(
      Draft draft, ImpactRecord record, Locale locale) {
    return ResponseEntity.ok()
        .eTag(record.files() + "-" + draft.revision() + "-" + PageText.language(locale).code())
        .body(
            new ImpactJson(
                "done",
                record.asOf().toString(),
                record.closed(),
                record.flips(),
                record.units(),
                record.by(),
                record.unreadable(),
                record.words(PageText.language(locale)).areas()));
  }
}
