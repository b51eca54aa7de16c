package vn.doichieu.web.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.domain.Plan;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Draft.State;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.draft.Tables;
import vn.doichieu.web.page.PlanTitle;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.FreeText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;
import vn.doichieu.web.store.WorkFolder;

/** Drafts on their way to becoming the version that counts: proposed by one, decided by another. */
@Component
public class Proposals {

  static final int LONGEST_NOTE = 2_000;

  private final Store store;
  private final Drafts drafts;
  private final Tables tables;
  private final Soundness soundness;
  private final Impacts impacts;
  private final RulesVersions versions;
  private final Areas areas;
  private final AuditLog log;
  private final Clock clock;
  private final WorkFolder work;

  Proposals(
      Store store,
      Drafts drafts,
      Tables tables,
      Soundness soundness,
      Impacts impacts,
      RulesVersions versions,
      Areas areas,
      AuditLog log,
      Clock clock,
      WorkFolder work) {
    this.store = store;
    this.drafts = drafts;
    this.tables = tables;
    this.soundness = soundness;
    this.impacts = impacts;
    this.versions = versions;
    this.areas = areas;
    this.log = log;
    this.clock = clock;
    this.work = work;
  }

  /**
   * Proposes a draft as it was seen.
   *
   * @param revision the draft's revision on the page
   * @param note why; names every target whose confirmed cases fail
   * @throws Refusal saying what is missing
   */
  public void propose(Viewer viewer, Draft draft, int revision, String note) {
    mustBe(viewer, Role.AUDITOR);
    String text = text(note);
    RuleFileSet files = drafts.files(draft);
    soundness.mustBe(draft, files, text);
    store.write(
        () -> {
          Draft locked = seen(draft, revision);
          if (!locked.isEditable()) {
            throw Refusal.conflict("draft_not_open");
          }
          mustCount(locked);
          ImpactRecord impact = ofNow(locked, files);
          drafts.addAuthor(locked.id(), viewer);
          store
              .sql()
              .sql(
                  "update rules_draft set state = 'proposed', note = ?, impact = ?,"
                      + " proposed_by = ?, decision = '', decided_by = null, decided_at = null"
                      + " where id = ?")
              .params(text, impact.json(), viewer.id(), locked.id())
              .update();
          log.add("rules.proposed", subject(locked), "flips " + impact.flips());
        });
  }

  private ImpactRecord ofNow(Draft draft, RuleFileSet files) {
    ImpactRecord impact =
        impacts.known(draft, files).orElseThrow(() -> Refusal.conflict("impact_first"));
    if (!impacts.isOfNow(impact, draft.planId())) {
      throw Refusal.conflict("impact_old");
    }
    return impact;
  }

  /** Takes a proposal back, to edit the draft again. */
  public void withdraw(Viewer viewer, Draft draft) {
    mustBe(viewer, Role.AUDITOR);
    store.write(
        () -> {
          Draft locked = drafts.locked(draft.planId(), draft.id());
          mustBeProposed(locked);
          drafts.become(locked, State.OPEN);
          log.add("rules.withdrawn", subject(locked), "");
        });
  }

  /**
   * What somebody saw of a proposal who lets it count.
   *
   * @param revision the draft's revision
   * @param impact the {@link ImpactRecord#tag()} of its impact
   * @param otherDay whether it was understood that the impact is not as of today
   */
  public record Seen(int revision, String impact, boolean otherDay) {}

  /**
   * Lets a draft be the version that counts.
   *
   * @throws Refusal if the viewer had a hand in it, or it or the figures are not what they were
   */
  public void publish(Viewer viewer, Draft draft, Seen seen) {
    mustBe(viewer, Role.APPROVER);
    RuleFileSet files = drafts.files(draft);
    Plan plan =
        tables.unpacked(
            draft.planId(),
            files,
            folder -> PreparedPlan.read(work.home(), folder).plan()); // Rules that do not compile
    store.write( // must never count, whatever was checked before.
        () -> {
          // Areas before the plan and the log, as whoever submits takes them: else each would wait
          // for the other.
          List<Area> judged =
              impacts.areas(draft.planId()).stream()
                  .sorted(Comparator.comparingLong(Area::id))
                  .toList();
          judged.forEach(area -> areas.lock(area.id()));
          store
              .sql()
              .sql("select id from plan where id = ? for update")
              .param(draft.planId())
              .query()
              .singleRow();
          Draft locked = decidable(viewer, draft, seen.revision());
          mustCount(locked);
          ImpactRecord impact = ofNow(locked, files);
          mustHaveSeen(impact, seen);
          decide(locked, State.PUBLISHED, viewer, ""); // Accounts before the log, as everywhere.
          long version =
              versions.publish(
                  locked.planId(),
                  PlanTitle.of(plan),
                  files,
                  locked.note(),
                  locked.basedOn(),
                  Objects.requireNonNull(locked.proposedBy()),
                  viewer.id());
          store
              .sql()
              .sql("update rules_draft set version_id = ?, impact = ? where id = ?")
              .params(version, impact.json(), locked.id())
              .update();
          judged.forEach(area -> areas.changed(area.id()));
        });
  }

  private void mustHaveSeen(ImpactRecord impact, Seen seen) {
    if (!impact.tag().equals(seen.impact())) {
      throw Refusal.conflict("impact_other");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Times.ZONE);
    if (!impact.isOf(today) && !seen.otherDay()) {
      throw Refusal.conflict("impact_day");
    }
  }

  /** Sends a draft back with a reason. Throws as above. */
  public void reject(Viewer viewer, Draft draft, int revision, String reason) {
    mustBe(viewer, Role.APPROVER);
    String text = text(reason);
    store.write(
        () -> {
          Draft locked = decidable(viewer, draft, revision);
          decide(locked, State.REJECTED, viewer, text);
          log.add("rules.rejected", subject(locked), "");
        });
  }

  private Draft decidable(Viewer viewer, Draft draft, int revision) {
    Draft locked = seen(draft, revision);
    mustBeProposed(locked);
    if (drafts.authors(locked).contains(viewer.id())) {
      throw Refusal.forbidden("own_draft");
    }
    return locked;
  }

  private void decide(Draft draft, State state, Viewer viewer, String reason) {
    drafts.become(draft, state);
    store
        .sql()
        .sql("update rules_draft set decided_by = ?, decided_at = ?, decision = ? where id = ?")
        .params(viewer.id(), now(), reason, draft.id())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private Draft seen(Draft draft, int revision) {
    Draft locked = drafts.locked(draft.planId(), draft.id());
    if (locked.revision() != revision) {
      throw Refusal.conflict("draft_changed");
    }
    return locked;
  }

  private static void mustBeProposed(Draft draft) {
    if (draft.state() != State.PROPOSED) {
      throw Refusal.conflict("draft_not_proposed");
    }
  }

  private void mustCount(Draft draft) {
    if (versions.current(draft.planId()).id() != draft.basedOn()) {
      throw Refusal.conflict("draft_overtaken");
    }
  }

  private static void mustBe(Viewer viewer, Role role) {
    if (!viewer.is(role)) {
      throw Refusal.forbidden("draft_role");
    }
  }

  private static String text(String typed) {
    String text = FreeText.clean(typed);
    if (text.isEmpty()) {
      throw Refusal.invalid("note_blank");
    } else if (text.length() > LONGEST_NOTE) {
      throw Refusal.tooMuch(413, "note_too_long", LONGEST_NOTE);
    } else if (FreeText.holdsPersonalData(text)) {
      throw Refusal.invalid("note_personal");
    }
    return text;
  }

  private static String subject(Draft draft) {
    return Drafts.subject(draft.planId(), draft.id());
  }
}
