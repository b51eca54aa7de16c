package vn.doichieu.web.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;

/**
 * Keeps results: after every submission, publication of rules and change of units, and on demand.
 *
 * <p>What is still to be kept is no queue of its own: it follows from which submissions, versions
 * and units have no record yet. So a submission does not wait until it is judged, and nothing is
 * forgotten by a crash in between. What is kept late is judged as of the day it belongs to.
 */
@Component
class Recorder {

  /** After which a failure is tried again though nothing changed: the database may be back. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Store store;
  private final Areas areas;
  private final RulesVersions versions;
  private final Redoing redoing;
  private final AuditLog log;
  private final Clock clock;
  private final Map<Pending, Failure> failures = new ConcurrentHashMap<>();

  Recorder(
      Store store,
      Areas areas,
      RulesVersions versions,
      Redoing redoing,
      AuditLog log,
      Clock clock) {
    this.store = store;
    this.areas = areas;
    this.versions = versions;
    this.redoing = redoing;
    this.log = log;
    this.clock = clock;
  }

  /** Something that has no record yet. */
  private record Pending(
      long area,
      String plan,
      ResultRecord.Cause cause,
      long version,
      int units,
      long upTo,
      Instant at) {}

  /**
   * What could not be kept.
   *
   * @param revision of the area when it failed
   */
  private record Failure(int revision, Instant at) {}

  /** What a result is made of: never changes, and so is judged outside of the area's turn. */
  private record Basis(Area area, RulesVersion version, int units, long upTo, Inputs inputs) {}

  /** Keeps the result of a moment, because somebody asks for it; gives its number. */
  long keep(Viewer viewer, Area area, String plan, Moment moment) {
    Basis basis =
        store.write(
            () -> {
              areas.lock(area.id());
              Area now = areas.get(area.id());
              long last = last(now.id());
              return basis(now, versions.current(plan), now.unitsRevision(), last);
            });
    Evaluation evaluation = judge(basis, moment);
    byte[] document = redoing.document(evaluation);
    return store.write(
        () -> {
          areas.lock(area.id());
          long id = insert(basis, evaluation, document, ResultRecord.Cause.DEMAND, viewer.id());
          log.add("result.kept", area.code() + " " + plan, "no. " + id + ", " + moment.asOf());
          return id;
        });
  }

  /**
   * Keeps everything that has no record yet, of all areas. What fails is tried again when its area
   * has changed, after a while, and at the next start.
   */
  synchronized void catchUp() {
    List<Pending> all = pending();
    failures.keySet().retainAll(all);
    for (Pending pending : all) {
      int revision = areas.get(pending.area()).revision();
      Failure before = failures.get(pending);
      if (before == null || before.revision() != revision || isLongAgo(before)) {
        try {
          keep(pending);
          failures.remove(pending);
        } catch (RuntimeException e) {
          // One area's trouble must not hold up the others.
          failures.put(pending, new Failure(revision, clock.instant()));
          LOG.error("no result kept of area {} and plan {}", pending.area(), pending.plan(), e);
        }
      }
    }
  }

  private boolean isLongAgo(Failure failure) {
    return failure.at().plus(PAUSE).isBefore(clock.instant());
  }

  /** How many results of an area and plan could not be kept. */
  int failed(long area, String plan) {
    return (int)
        failures.keySet().stream().filter(p -> p.area() == area && p.plan().equals(plan)).count();
  }

  /** How many results could not be kept. */
  int failed() {
    return failures.size();
  }

  private void keep(Pending pending) {
    RulesVersion version = versions.version(pending.version());
    Basis basis =
        store.write(
            () -> {
              areas.lock(pending.area());
              Area area = areas.get(pending.area());
              return basis(area, version, pending.units(), pending.upTo());
            });
    Moment moment = new Moment(LocalDate.ofInstant(pending.at(), Times.ZONE), false);
    Evaluation evaluation = judge(basis, moment);
    byte[] document = redoing.document(evaluation);
    store.write(
        () -> {
          areas.lock(pending.area());
          if (!isKept(pending)) {
            insert(basis, evaluation, document, pending.cause(), null);
          }
        });
  }

  private Basis basis(Area area, RulesVersion version, int units, long upTo) {
    return new Basis(area, version, units, upTo, redoing.now(area, version.planId(), upTo));
  }

  private Evaluation judge(Basis basis, Moment moment) {
    return redoing.judge(
        basis.area(), basis.version(), basis.units(), basis.inputs(), basis.upTo(), moment);
  }

  private boolean isKept(Pending pending) {
    return store
            .sql()
            .sql(
                "select count(*) from result_record where area_id = ? and plan_id = ? and cause = ?"
                    + " and version_id = ? and submission_id = ?"
                    + " and (cause <> 'units' or units_revision = ?)")
            .params(
                pending.area(),
                pending.plan(),
                pending.cause().code(),
                pending.version(),
                pending.upTo(),
                pending.units())
            .query(Integer.class)
            .single()
        > 0;
  }

  private long last(long area) {
    return store
        .sql()
        .sql("select coalesce(max(id), 0) from submission where area_id = ?")
        .param(area)
        .query(Long.class)
        .single();
  }

  private long insert(
      Basis basis,
      Evaluation evaluation,
      byte[] document,
      ResultRecord.Cause cause,
      @Nullable Long by) {
    long failing = evaluation.findings().stream().filter(Finding::failsCheck).count();
    return store.insert(
        "insert into result_record (area_id, plan_id, version_id, units_revision, as_of, closed,"
            + " submission_id, made_at, cause, hash, summary, made_by, inputs, content)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        basis.area().id(),
        basis.version().planId(),
        basis.version().id(),
        basis.units(),
        evaluation.asOf(),
        evaluation.closed(),
        basis.upTo(),
        clock.instant().atOffset(ZoneOffset.UTC),
        cause.code(),
        Packed.sha256(document),
        failing + " " + evaluation.findings().size(),
        by,
        basis.inputs().packed(),
        Packed.pack(document));
  }

  /** Submissions without a record by the rules of then; versions without one; units likewise. */
  private List<Pending> pending() {
    List<Pending> all = new ArrayList<>();
    add(
        all,
        ResultRecord.Cause.SUBMISSION,
        "select s.area_id, p.plan_id, (select v.id from rules_version v where"
            + " v.plan_id = p.plan_id and v.published_at <= s.made_at order by v.number desc"
            + " limit 1), s.id, s.made_at, "
            + unitsAt("s.made_at")
            + " from submission s join area_plan p"
            + " on p.area_id = s.area_id"
            + " where not exists (select 1 from result_record r"
            + " where r.area_id = s.area_id and r.plan_id = p.plan_id"
            + " and r.submission_id = s.id and r.cause = 'submission')"
            + " order by s.id, p.plan_id");
    add(
        all,
        ResultRecord.Cause.PUBLICATION,
        "select p.area_id, p.plan_id, v.id, (select coalesce(max(s.id), 0)"
            + " from submission s where s.area_id = p.area_id and s.made_at <= v.published_at),"
            + " v.published_at, "
            + unitsAt("v.published_at")
            + " from rules_version v join area_plan p on p.plan_id = v.plan_id"
            + " join area a on a.id = p.area_id"
            + " where v.number > 1 and v.published_at >= a.created_at and not exists (select 1"
            + " from result_record r where r.area_id = p.area_id and r.version_id = v.id"
            + " and r.cause = 'publication') order by v.id, p.area_id");
    add(
        all,
        ResultRecord.Cause.UNITS,
        "select p.area_id, p.plan_id, (select v.id from rules_version v where"
            + " v.plan_id = p.plan_id and v.published_at <= u.since order by v.number desc"
            + " limit 1), (select coalesce(max(s.id), 0) from submission s"
            + " where s.area_id = p.area_id and s.made_at <= u.since), u.since, u.revision"
            + " from unit_list u join area_plan p on p.area_id = u.area_id"
            + " where u.revision > 1 and not exists (select 1 from result_record r"
            + " where r.area_id = p.area_id and r.plan_id = p.plan_id"
            + " and r.units_revision = u.revision and r.cause = 'units')"
            + " order by u.id, p.plan_id");
    return all;
  }

  /** The units that counted at a time, which is a column of a table with areas of plans as p. */
  private static String unitsAt(String column) {
    return "(select coalesce(max(u.revision), 1) from unit_list u where u.area_id = p.area_id"
        + " and u.since <= "
        + column
        + ")";
  }

  /**
   * Adds what a statement finds.
   *
   * @param statement gives area, plan, version, last submission, time, and revision of the units
   */
  private void add(List<Pending> all, ResultRecord.Cause cause, String statement) {
    store
        .sql()
        .sql(statement)
        .query(
            (row, n) ->
                row.getObject(3) != null
                    && all.add(
                        new Pending(
                            row.getLong(1),
                            row.getString(2),
                            cause,
                            row.getLong(3),
                            row.getInt(6),
                            row.getLong(4),
                            row.getTimestamp(5).toInstant())))
        .list();
  }
}
