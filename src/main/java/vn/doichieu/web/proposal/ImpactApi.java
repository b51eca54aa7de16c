package vn.doichieu.web.proposal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Tag;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.rulebook.RuleFileSet;

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
    RuleFileSet files = drafts.files(of);
    Optional<ImpactRecord> known = impacts.known(of, files);
    if (known.isPresent()) {
      return answer(known.get(), locale);
    }
    Impacts.State state = impacts.state(of, files).orElseThrow(Refusal::notFound);
    boolean running = state instanceof Impacts.State.Running;
    return ResponseEntity.ok(ImpactJson.without(running ? "running" : "failed"));
  }

  private static ResponseEntity<ImpactJson> answer(ImpactRecord record, Locale locale) {
    return Tag.answer(
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
