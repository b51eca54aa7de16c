package vn.doichieu.web.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import vn.doichieu.edition.ListFiles;
import vn.doichieu.edition.ListFormat;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.lists.ListJob.Choice;
import vn.doichieu.web.lists.ListJob.State;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;

/** All lists that were asked for, and the files of those that are done. */
@Component
public class ListJobs implements InitializingBean {

  private static final String JOBS =
      "select j.id, j.area_id, j.plan_id, j.as_of, j.closed, j.formats, j.masked, j.language,"
          + " j.state, j.done, j.made_by, a.title, j.made_at, j.ended_at from list_job j"
          + " join account a on a.id = j.made_by ";
  private static final String OPEN = " and state in ('waiting', 'running')";

  private final Store store;
  private final AuditLog log;
  private final Clock clock;

  ListJobs(Store store, AuditLog log, Clock clock) {
    this.store = store;
    this.log = log;
    this.clock = clock;
  }

  /** Nobody makes any more what an earlier server was making when it ended. */
  @Override
  public void afterPropertiesSet() {
    store.write(
        () -> {
          store
              .sql()
              .sql("update list_job set state = 'interrupted', ended_at = ? where true" + OPEN)
              .param(now())
              .update();
        });
  }

  /**
   * Notes that a list is wanted.
   *
   * @throws Refusal if the viewer waits for another one already
   */
  ListJob ask(Viewer viewer, Area area, String planId, Choice choice) {
    if (choice.formats().isEmpty()) {
      throw Refusal.invalid("lists_format");
    }
    return store.write(
        () -> {
          store
              .sql()
              .sql("select id from account where id = ? for update")
              .param(viewer.id())
              .query()
              .singleRow();
          if (open(viewer) > 0) {
            throw Refusal.conflict("lists_one");
          }
          long id =
              store.insert(
                  "insert into list_job (area_id, plan_id, as_of, closed, formats, masked, language,"
                      + " state, done, made_by, made_at)"
                      + " values (?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?)",
                  area.id(),
                  planId,
                  choice.asOf(),
                  choice.closed(),
                  choice.words(),
                  choice.masked(),
                  choice.language(),
                  viewer.id(),
                  now());
          log.add("list.asked", area.code() + " " + planId, told(id, choice));
          return get(area, planId, id);
        });
  }

  private static String told(long id, Choice choice) {
    return "no. "
        + id
        + ", "
        + choice.asOf()
        + (choice.closed() ? ", closed" : "")
        + (choice.masked() ? ", masked" : "")
        + ", "
        + choice.words();
  }

  private long open(Viewer viewer) {
    return store
        .sql()
        .sql("select count(*) from list_job where made_by = ?" + OPEN)
        .param(viewer.id())
        .query(Long.class)
        .single();
  }

  /** Takes a waiting one up; false if it is wanted no more. */
  boolean begin(long id) {
    return store.write(
            () ->
                store
                    .sql()
                    .sql("update list_job set state = 'running' where id = ? and state = 'waiting'")
                    .param(id)
                    .update())
        > 0;
  }

  /** Notes that a step is done; false if the list is wanted no more. */
  boolean step(long id) {
    return store.write(
            () ->
                store
                    .sql()
                    .sql("update list_job set done = done + 1 where id = ? and state = 'running'")
                    .param(id)
                    .update())
        > 0;
  }

  /** Keeps the files of a list that is done; all of them, or none where it is wanted no more. */
  void finish(ListJob job, Area area, SortedMap<String, byte[]> files) {
    store.write(
        () -> {
          if (end(job.id(), State.DONE) == 0) {
            return;
          }
          store
              .sql()
              .sql("update list_job set done = ? where id = ?")
              .params(job.steps(), job.id())
              .update();
          files.forEach(
              (name, content) ->
                  store
                      .sql()
                      .sql("insert into list_file (job_id, name, content) values (?, ?, ?)")
                      .params(job.id(), name, content)
                      .update());
          log.add("list.made", area.code() + " " + job.planId(), told(job.id(), job.choice()));
        });
  }

  /** Notes that it could not be made. */
  void fail(ListJob job) {
    store.write(() -> end(job.id(), State.FAILED));
  }

  /**
   * Gives one up.
   *
   * @throws Refusal if somebody else asked for it, or it has ended
   */
  void cancel(Viewer viewer, Area area, ListJob job) {
    if (job.madeBy() != viewer.id() && !viewer.is(Role.ADMINISTRATOR)) {
      throw Refusal.forbidden("lists_other");
    }
    store.write(
        () -> {
          if (end(job.id(), State.CANCELLED) == 0) {
            throw Refusal.conflict("lists_ended");
          }
          log.add("list.cancelled", area.code() + " " + job.planId(), "no. " + job.id());
        });
  }

  private int end(long id, State state) {
    return store
        .sql()
        .sql("update list_job set state = ?, ended_at = ? where id = ?" + OPEN)
        .params(state.code(), now(), id)
        .update();
  }

  /** The latest of an area and plan, the newest first. */
  public List<ListJob> page(Area area, String planId, int size, int offset) {
    return store
        .sql()
        .sql(JOBS + "where j.area_id = ? and j.plan_id = ? order by j.id desc limit ? offset ?")
        .params(area.id(), planId, size, offset)
        .query(ListJobs::job)
        .list();
  }

  /** How many there are of an area and plan. */
  long count(Area area, String planId) {
    return store
        .sql()
        .sql("select count(*) from list_job where area_id = ? and plan_id = ?")
        .params(area.id(), planId)
        .query(Long.class)
        .single();
  }

  /**
   * One of an area and plan.
   *
   * @throws Refusal if there is none
   */
  public ListJob get(Area area, String planId, long id) {
    return store
        .sql()
        .sql(JOBS + "where j.area_id = ? and j.plan_id = ? and j.id = ?")
        .params(area.id(), planId, id)
        .query(ListJobs::job)
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /**
   * The result beside the last list before a day; empty if there was none. A list for which every
   * period counts as over is a trial: it is compared with others of its kind only.
   */
  Optional<byte[]> resultBefore(long area, String planId, LocalDate asOf, boolean closed) {
    return store
        .sql()
        .sql(
            "select f.content from list_job j join list_file f on f.job_id = j.id"
                + " where j.area_id = ? and j.plan_id = ? and j.state = 'done' and j.as_of < ?"
                + " and j.closed = ? and f.name = ? order by j.as_of desc, j.id desc limit 1")
        .params(area, planId, asOf, closed, ListFiles.RESULT)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  /** The names of the files that may be downloaded: of a masked list not its result. */
  public List<String> files(ListJob job) {
    return store
        .sql()
        .sql("select name from list_file where job_id = ? order by name")
        .param(job.id())
        .query(String.class)
        .list()
        .stream()
        .filter(name -> !job.choice().masked() || !name.equals(ListFiles.RESULT))
        .toList();
  }

  /**
   * A file, for download.
   *
   * @throws Refusal if there is none
   */
  public byte[] download(Area area, ListJob job, String name) {
    if (!files(job).contains(name)) {
      throw Refusal.notFound();
    }
    return store.write(
        () -> {
          log.add("list.downloaded", area.code() + " " + job.planId(), job.id() + " " + name);
          return store
              .sql()
              .sql("select content from list_file where job_id = ? and name = ?")
              .params(job.id(), name)
              .query((row, n) -> row.getBytes(1))
              .single();
        });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static ListJob job(ResultSet row, int number) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new ListJob(
        row.getLong("id"),
        row.getLong("area_id"),
        row.getString("plan_id"),
        new Choice(
            row.getObject("as_of", LocalDate.class),
            row.getBoolean("closed"),
            Arrays.stream(row.getString("formats").split(","))
                .map(word -> ListFormat.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet()),
            row.getBoolean("masked"),
            row.getString("language")),
        State.of(row.getString("state")),
        row.getInt("done"),
        row.getLong("made_by"),
        row.getString("title"),
        row.getTimestamp("made_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
