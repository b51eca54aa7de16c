package vn.doichieu.web.lock;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Target;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.AreaPlan;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.filing.AreaRules;
import vn.doichieu.web.filing.AreaRules.Ruled;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.FreeText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;

/** Until when figures are taken, and who may hand them in later. */
@Component
public class Locks {

  /** Days after the last period is over for which figures are taken, unless staff says else. */
  private static final int DAYS_AFTER_CLOSING = 31;

  private static final int SHORTEST_REASON = 10;
  private static final int LONGEST_REASON = 1000;

  private final Store store;
  private final Areas areas;
  private final AreaRules rules;
  private final AuditLog log;
  private final Clock clock;
  private final Times times;

  /** Locks in the store. */
  public Locks(Store store, Areas areas, AreaRules rules, AuditLog log, Clock clock, Times times) {
    this.store = store;
    this.areas = areas;
    this.rules = rules;
    this.log = log;
    this.clock = clock;
    this.times = times;
  }

  /**
   * Leave to submit after the lock.
   *
   * @param unit the unit's code
   * @param until the last day
   * @param grantedBy the title of the account that granted it
   */
  public record Leave(
      long id,
      String unit,
      LocalDate until,
      String reason,
      String grantedBy,
      java.time.Instant grantedAt) {}

  /** The day from which a plan is locked if nobody says else. */
  public static LocalDate proposal(Ruled plan) {
    return plan.rules().plan().targets().stream()
        .map(Target::closesOn)
        .max(LocalDate::compareTo)
        .orElse(LocalDate.of(plan.rules().plan().year() + 1, 1, 1))
        .plusDays(DAYS_AFTER_CLOSING);
  }

  /** Whether a plan takes no more figures today, but by leave. */
  public boolean isLocked(Ruled plan) {
    return isLocked(plan.plan());
  }

  private boolean isLocked(AreaPlan plan) {
    LocalDate day = plan.locksOn();
    return day != null && !times.today().isBefore(day);
  }

  /**
   * Sets from which day on a plan is locked; null for none.
   *
   * @throws Refusal if it is locked already, and who asks is not an approver: otherwise whoever
   *     hands in could unlock for themselves
   */
  public void set(Viewer viewer, Area area, String planId, @Nullable LocalDate day) {
    AreaPlan plan = areas.plan(area.id(), planId);
    if (isLocked(plan) && !viewer.is(Role.APPROVER)) {
      throw Refusal.forbidden("lock_over");
    }
    areas.attach(area.id(), planId, day);
  }

  /**
   * Lets an area be judged by a plan.
   *
   * @param day from which it is locked; null for the day that is proposed, unless that is over. Of
   *     a plan that is there already the lock stays where no day is given.
   */
  public void attach(Viewer viewer, Area area, String planId, @Nullable LocalDate day) {
    if (areas.plans(area.id()).stream().anyMatch(plan -> plan.planId().equals(planId))) {
      if (day != null) {
        set(viewer, area, planId, day);
      }
      return;
    }
    store.write(
        () -> {
          areas.attach(area.id(), planId, day);
          if (day == null) {
            rules.of(area).stream()
                .filter(plan -> plan.plan().planId().equals(planId))
                .map(Locks::proposal)
                .filter(proposed -> proposed.isAfter(times.today()))
                .forEach(proposed -> areas.attach(area.id(), planId, proposed));
          }
        });
  }

  /** Whether a unit may submit today although plans are locked. */
  public boolean hasLeave(long area, String unit) {
    return leaves(area).stream()
        .anyMatch(leave -> leave.unit().equals(unit) && !times.today().isAfter(leave.until()));
  }

  /** Every leave that was ever granted in an area, the newest first. */
  public List<Leave> leaves(long area) {
    return store
        .sql()
        .sql(
            "select e.id, e.unit_code as unit, e.until, e.reason, a.title as granted_by,"
                + " e.granted_at from lock_exception e join account a on a.id = e.granted_by"
                + " where e.area_id = ? order by e.id desc")
        .param(area)
        .query(
            (row, n) ->
                new Leave(
                    row.getLong(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getString(4),
                    row.getString(5),
                    row.getTimestamp(6).toInstant()))
        .list();
  }

  /**
   * Lets a unit submit until a day, whatever is locked.
   *
   * @throws Refusal if there is no such unit, the day is over, or the reason says nothing
   */
  public void grant(Viewer viewer, Area area, String unit, LocalDate until, String reason) {
    if (areas.units(area).all().find(unit) == null) {
      throw Refusal.notFound();
    }
    String why = FreeText.clean(reason);
    if (until.isBefore(times.today())) {
      throw Refusal.invalid("leave_over");
    }
    if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
      throw Refusal.invalid("leave_reason", SHORTEST_REASON, LONGEST_REASON);
    }
    if (FreeText.holdsPersonalData(why)) {
      throw Refusal.invalid("text_personal");
    }
    store.write(
        () -> {
          store
              .sql()
              .sql(
                  "insert into lock_exception (area_id, unit_code, until, reason, granted_by,"
                      + " granted_at) values (?, ?, ?, ?, ?, ?)")
              .params(
                  area.id(),
                  unit,
                  until,
                  why,
                  viewer.id(),
                  clock.instant().atOffset(ZoneOffset.UTC))
              .update();
          log.add("lock.leave", area.code() + " " + unit, until + ": " + why);
        });
  }
}
