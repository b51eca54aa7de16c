package vn.doichieu.web.exemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.exemption.WaiverRequest.Act;
import vn.doichieu.web.exemption.WaiverRequest.Row;
import vn.doichieu.web.exemption.WaiverRequest.State;
import vn.doichieu.web.request.FreeText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;
import vn.doichieu.wording.PlainText;

/** Asking for waivers, deciding, taking back, ending. */
@Component
class WaiverRequests {

  private final Store store;
  private final Areas areas;
  private final AuditLog log;
  private final Clock clock;
  private final WaiverEffects effects;

  WaiverRequests(Store store, Areas areas, AuditLog log, Clock clock, WaiverEffects effects) {
    this.store = store;
    this.areas = areas;
    this.log = log;
    this.clock = clock;
    this.effects = effects;
  }

  /**
   * A row as it would be asked for: bounded, without personal data, and with something to waive.
   *
   * @throws Refusal if it is not; with what the reader of waivers.csv would say of it
   */
  Row checked(Viewer viewer, Area area, String planId, Row sent) {
    if (!viewer.is(Role.CLERK, Role.STAFF)) {
      throw Refusal.forbidden("waiver_role");
    }
    viewer.mustSee(area.id(), sent.unit());
    Row row =
        new Row(
            PlainText.of(sent.unit()).strip(),
            PlainText.of(sent.target()).strip(),
            PlainText.of(sent.until()).strip(),
            FreeText.needed(sent.reason()),
            FreeText.line(sent.approvedBy()),
            FreeText.line(sent.decision()),
            PlainText.of(sent.period()).strip());
    return effects.checked(area, planId, row);
  }

  /**
   * Asks for a waiver; gives its number. Throws as above.
   *
   * @throws Refusal also if the very same was asked for and nobody has decided yet
   */
  long request(Viewer viewer, Area area, String planId, Row sent) {
    Row row = checked(viewer, area, planId, sent);
    return store.write(
        () -> {
          areas.lock(area.id());
          refuseIfPending(area, planId, row);
          long id =
              store.insert(
                  "insert into waiver_request (area_id, plan_id, unit, target, period, until,"
                      + " reason, decision, approved_by, state, requested_by, requested_at, answer,"
                      + " end_reason, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '',"
                      + " 1)",
                  area.id(),
                  planId,
                  row.unit(),
                  row.target(),
                  row.period(),
                  row.until(),
                  row.reason(),
                  row.decision(),
                  row.approvedBy(),
                  State.REQUESTED.code(),
                  viewer.id(),
                  now());
          log(get(id), "waiver.requested");
          return id;
        });
  }

  private void refuseIfPending(Area area, String planId, Row row) {
    store
        .sql()
        .sql(
            "select id from waiver_request where area_id = ? and plan_id = ? and unit = ?"
                + " and target = ? and period = ? and state = 'requested' order by id limit 1")
        .params(area.id(), planId, row.unit(), row.target(), row.period())
        .query(Long.class)
        .optional()
        .ifPresent(
            id -> {
              throw Refusal.conflict("waiver_pending", id);
            });
  }

  /** Approves: from now on it counts. Never one's own, whatever role one has now. */
  void approve(Viewer viewer, long id, String remark) {
    String answer = FreeText.optional(remark);
    decide(
        viewer,
        id,
        State.APPROVED,
        answer,
        request -> {
          Area area = areas.get(request.areaId());
          effects.checked(area, request.planId(), request.row()); // The rules may be others by now.
          areas.changed(request.areaId());
        });
  }

  /** Refuses with a reason. Otherwise as above. */
  void refuse(Viewer viewer, long id, String reason) {
    decide(viewer, id, State.REFUSED, FreeText.needed(reason), request -> {});
  }

  private void decide(Viewer viewer, long id, State state, String answer, Effect effect) {
    mustDecide(viewer);
    store.write(
        () -> {
          WaiverRequest request = locked(id, viewer);
          if (request.requestedBy() == viewer.id()) {
            throw Refusal.forbidden("waiver_own");
          }
          mustBe(request, State.REQUESTED, "waiver_decided");
          effect.on(request);
          store
              .sql()
              .sql(
                  "update waiver_request set state = ?, decided_by = ?, decided_at = ?, answer = ?,"
                      + " revision = revision + 1 where id = ?")
              .params(state.code(), viewer.id(), now(), answer, id)
              .update();
          log(request, "waiver." + state.code());
        });
  }

  /** What a decision does besides. */
  private interface Effect {
    void on(WaiverRequest request);
  }

  /** Takes back what one has asked for oneself, before anybody has decided. */
  void withdraw(Viewer viewer, long id) {
    store.write(
        () -> {
          WaiverRequest request = locked(id, viewer);
          if (request.requestedBy() != viewer.id()) {
            throw Refusal.forbidden("waiver_not_own");
          }
          mustBe(request, State.REQUESTED, "waiver_decided");
          store
              .sql()
              .sql("update waiver_request set state = ?, revision = revision + 1 where id = ?")
              .params(State.WITHDRAWN.code(), id)
              .update();
          log(request, "waiver.withdrawn");
        });
  }

  /** Ends an approved one: from now on it does not count. */
  void end(Viewer viewer, long id, String sent) {
    mustDecide(viewer);
    String reason = FreeText.needed(sent);
    store.write(
        () -> {
          WaiverRequest request = locked(id, viewer);
          mustBe(request, State.APPROVED, "waiver_not_approved");
          store
              .sql()
              .sql(
                  "update waiver_request set state = ?, ended_by = ?, ended_at = ?,"
                      + " end_reason = ?, revision = revision + 1 where id = ?")
              .params(State.ENDED.code(), viewer.id(), now(), reason, id)
              .update();
          areas.changed(request.areaId());
          log(request, "waiver.ended");
        });
  }

  private static void mustDecide(Viewer viewer) {
    if (!viewer.is(Role.APPROVER, Role.LEADER)) {
      throw Refusal.forbidden("waiver_role");
    }
  }

  private static void mustBe(WaiverRequest request, State state, String otherwise) {
    if (request.state() != state) {
      throw Refusal.conflict(otherwise);
    }
  }

  /** One that nobody else changes until the transaction ends. */
  private WaiverRequest locked(long id, Viewer viewer) {
    areas.lock(get(id, viewer).areaId());
    return get(id, viewer);
  }

  /**
   * One that a viewer may see.
   *
   * @throws Refusal if there is none
   */
  WaiverRequest get(long id, Viewer viewer) {
    WaiverRequest request = get(id);
    viewer.mustSee(request.areaId(), request.row().unit());
    return request;
  }

  private WaiverRequest get(long id) {
    return store
        .sql()
        .sql("select * from waiver_request where id = ?")
        .param(id)
        .query(WaiverRequests::request)
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /** Decision, unit and target stand in the log; the reasons do not. */
  private void log(WaiverRequest request, String action) {
    Row row = request.row();
    String subject =
        String.join(
            " ",
            List.of(
                areas.get(request.areaId()).code(),
                request.planId(),
                row.target(),
                row.unit(),
                row.period()));
    log.add(
        action,
        subject.strip(),
        "waiver " + request.id() + ", " + row.decision() + ", until " + row.until());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  static WaiverRequest request(ResultSet row, int number) throws SQLException {
    return new WaiverRequest(
        row.getLong("id"),
        row.getLong("area_id"),
        row.getString("plan_id"),
        new Row(
            row.getString("unit"),
            row.getString("target"),
            row.getString("until"),
            row.getString("reason"),
            row.getString("approved_by"),
            row.getString("decision"),
            row.getString("period")),
        State.of(row.getString("state")),
        row.getLong("requested_by"),
        row.getTimestamp("requested_at").toInstant(),
        act(row, "decided_by", "decided_at", "answer"),
        act(row, "ended_by", "ended_at", "end_reason"));
  }

  private static @Nullable Act act(ResultSet row, String by, String at, String reason)
      throws SQLException {
    Timestamp time = row.getTimestamp(at);
    return time == null ? null : new Act(row.getLong(by), time.toInstant(), row.getString(reason));
  }
}
