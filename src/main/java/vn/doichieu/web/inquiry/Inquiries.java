package vn.doichieu.web.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.inquiry.Inquiry.Message;
import vn.doichieu.web.inquiry.Inquiry.State;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.FreeText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.store.Store;

/** Asking, answering and accepting. */
@Component
public class Inquiries {

  private final Store store;
  private final Areas areas;
  private final AuditLog log;
  private final Clock clock;
  private final Times times;
  private final Threads threads;
  private final ToldFindings told;

  Inquiries(
      Store store,
      Areas areas,
      AuditLog log,
      Clock clock,
      Times times,
      Threads threads,
      ToldFindings told) {
    this.store = store;
    this.areas = areas;
    this.log = log;
    this.clock = clock;
    this.times = times;
    this.threads = threads;
    this.told = told;
  }

  /**
   * What a leader asks.
   *
   * @param due the last day for an answer; null for none
   */
  public record Question(String text, @Nullable LocalDate due) {}

  /**
   * Asks the unit of a finding to explain it; gives the number of the inquiry.
   *
   * @throws Refusal if the finding has been asked about before: then it is asked again there
   */
  public long ask(Viewer viewer, Judged judged, Finding finding, Question question) {
    mustBe(viewer, Role.LEADER);
    String text = FreeText.needed(question.text());
    mustBeAhead(question.due());
    long area = judged.area().id();
    String plan = judged.version().planId();
    return store.write(
        () -> {
          areas.lock(area);
          Optional<Inquiry> known = threads.find(area, plan, finding);
          if (known.isPresent()) {
            throw Refusal.conflict("inquiry_known", known.get().id());
          }
          long id =
              store.insert(
                  "insert into inquiry (area_id, plan_id, target, unit, period, state, made_by,"
                      + " made_at, due, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                  area,
                  plan,
                  finding.target().id(),
                  finding.unit().code(),
                  finding.period().text(),
                  State.OPEN.code(),
                  viewer.id(),
                  clock.instant().atOffset(ZoneOffset.UTC),
                  question.due());
          long message = add(viewer, id, Message.Kind.QUESTION, text, question.due());
          told.keep(message, Told.of(judged, finding));
          log(threads.get(id), "inquiry.asked");
          return id;
        });
  }

  /** Answers for the unit, as often as there is something to say and it is not accepted yet. */
  public void answer(Viewer viewer, long id, String answer) {
    mustBe(viewer, Role.CLERK);
    String text = FreeText.needed(answer);
    say(
        viewer,
        id,
        Message.Kind.ANSWER,
        text,
        inquiry -> {
          if (inquiry.state() == State.ACCEPTED) {
            throw Refusal.conflict("inquiry_accepted");
          }
          return State.ANSWERED;
        });
  }

  /** Adds a remark of the area's office, which changes nothing. */
  public void note(Viewer viewer, long id, String note) {
    mustBe(viewer, Role.STAFF);
    say(viewer, id, Message.Kind.NOTE, FreeText.needed(note), Inquiry::state);
  }

  /**
   * Accepts what was answered.
   *
   * @param revision the inquiry as the leader has read it
   * @param remark may be blank
   * @throws Refusal if there is no answer yet, or something was said since
   */
  public void accept(Viewer viewer, long id, int revision, String remark) {
    mustBe(viewer, Role.LEADER);
    String text = FreeText.optional(remark);
    say(
        viewer,
        id,
        Message.Kind.ACCEPTANCE,
        text,
        inquiry -> {
          if (inquiry.state() != State.ANSWERED) {
            boolean open = inquiry.state() == State.OPEN;
            throw Refusal.conflict(open ? "inquiry_not_answered" : "inquiry_accepted");
          } else if (inquiry.revision() != revision) {
            throw Refusal.conflict("inquiry_moved");
          }
          return State.ACCEPTED;
        });
  }

  /** Asks again, also what was accepted before. The finding as it stands is kept with it. */
  public void askAgain(Viewer viewer, long id, Question question) {
    mustBe(viewer, Role.LEADER);
    String text = FreeText.needed(question.text());
    mustBeAhead(question.due());
    Optional<Told> now = told.now(threads.get(id, viewer));
    store.write(
        () -> {
          Inquiry inquiry = threads.locked(id, viewer);
          if (threads.repeats(id, viewer, Message.Kind.AGAIN, text)) {
            return;
          }
          long message = add(viewer, id, Message.Kind.AGAIN, text, question.due());
          now.ifPresent(stands -> told.keep(message, stands));
          move(inquiry, State.OPEN, question.due());
          log(inquiry, "inquiry.asked_again");
        });
  }

  private void say(
      Viewer viewer, long id, Message.Kind kind, String text, Function<Inquiry, State> next) {
    store.write(
        () -> {
          Inquiry inquiry = threads.locked(id, viewer);
          if (threads.repeats(id, viewer, kind, text)) {
            return; // The button was pressed twice.
          }
          State state = next.apply(inquiry);
          add(viewer, id, kind, text, null);
          move(inquiry, state, inquiry.due());
          log(inquiry, "inquiry." + kind.code());
        });
  }

  private long add(
      Viewer viewer, long id, Message.Kind kind, String text, @Nullable LocalDate due) {
    return store.insert(
        "insert into inquiry_message (inquiry_id, kind, made_by, made_at, due, text)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        kind.code(),
        viewer.id(),
        clock.instant().atOffset(ZoneOffset.UTC),
        due,
        text);
  }

  private void move(Inquiry inquiry, State state, @Nullable LocalDate due) {
    store
        .sql()
        .sql("update inquiry set state = ?, due = ?, revision = revision + 1 where id = ?")
        .params(Arrays.asList(state.code(), due, inquiry.id()))
        .update();
  }

  /** What was said stands in the inquiry; the log tells that it was. */
  private void log(Inquiry inquiry, String action) {
    String subject =
        String.join(
            " ",
            List.of(
                areas.get(inquiry.areaId()).code(),
                inquiry.planId(),
                inquiry.target(),
                inquiry.unit(),
                inquiry.period()));
    log.add(action, subject, "inquiry " + inquiry.id());
  }

  private static void mustBe(Viewer viewer, Role role) {
    if (!viewer.is(role)) {
      throw Refusal.forbidden("inquiry_role");
    }
  }

  private void mustBeAhead(@Nullable LocalDate due) {
    if (due != null && due.isBefore(times.today())) {
      throw Refusal.invalid("inquiry_due");
    }
  }
}
