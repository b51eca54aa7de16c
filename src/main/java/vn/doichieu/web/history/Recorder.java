package vn.doichieu.web.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Store store;
  private final Areas areas;
  private final RulesVersions versions;
  private final Redoing redoing;
  private final AuditLog log;
  private final Clock clock;
  private final Set<Pending> failed = ConcurrentHashMap.newKeySet();

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

  /** Keeps the result of a moment, because somebody asks for it; gives its number. */
  long keep(Viewer viewer, Area area, String plan, Moment moment) {
    return store.write(
        () -> {
          areas.lock(area.id());
          RulesVersion version = versions.current(plan);
          int units = areas.get(area.id()).unitsRevision();
          long last = last(area.id());
          long id =
              insert(area, version, units, moment, last, ResultRecord.Cause.DEMAND, viewer.id());
          log.add("result.kept", area.code() + " " + plan, "no. " + id + ", " + moment.asOf());
          return id;
        });
  }

  /** Keeps everything that has no record yet, of all areas. */
  void catchUp() {
    for (Pending pending : pending()) {
      if (!failed.contains(pending)) {
        try {
          keep(pending);
        } catch (RuntimeException e) {
          // One area's trouble must not hold up the others; it is tried again at the next start.
          failed.add(pending);
          LOG.warn("no result kept of area {} and plan {}", pending.area(), pending.plan(), e);
        }
      }
    }
  }

  private void keep(Pending pending) {
    RulesVersion version = versions.version(pending.version());
    versions.prepared(version); // Compiled before the area is locked.
    store.write(
        () -> {
          areas.lock(pending.area());
          if (isKept(pending)) {
            return;
          }
          Area area = areas.get(pending.area());
          LocalDate day = LocalDate.ofInstant(pending.at(), Times.ZONE);
          Moment moment = new Moment(day, false);
          insert(area, version, pending.units(), moment, pending.upTo(), pending.cause(), null);
        });
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
      Area area,
      RulesVersion version,
      int units,
      Moment moment,
      long upTo,
      ResultRecord.Cause cause,
      @Nullable Long by) {
    Inputs inputs = redoing.now(area, version.planId(), upTo);
    Evaluation evaluation = redoing.judge(area, version, units, inputs, upTo, moment);
    byte[] document = redoing.document(evaluation);
    long failing = evaluation.findings().stream().filter(Finding::failsCheck).count();
    return store.insert(
        "insert into result_record (area_id, plan_id, version_id, units_revision, as_of, closed,"
            + " submission_id, made_at, cause, hash, summary, made_by, inputs, content)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        area.id(),
        version.planId(),
        version.id(),
        units,
        moment.asOf(),
        moment.closed(),
        upTo,
        clock.instant().atOffset(ZoneOffset.UTC),
        cause.code(),
        Packed.sha256(document),
        failing + " " + evaluation.findings().size(),
        by,
        inputs.packed(),
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
            + " where s.id > (select coalesce(max(r.submission_id), 0) from result_record r"
            + " where r.area_id = s.area_id and r.plan_id = p.plan_id"
            + " and r.cause = 'submission') order by s.id, p.plan_id");
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
