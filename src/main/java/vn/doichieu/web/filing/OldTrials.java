package vn.doichieu.web.filing;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.store.Store;

/**
 * Deletes uploads that nobody submitted: else they would be kept, and in every backup, for good.
 */
@Component
public class OldTrials {

  static final Duration KEPT = Duration.ofDays(30);

  /** Uploads deleted at once: meanwhile nobody submits to their area. */
  static final int AT_ONCE = 200;

  private static final String OLD =
      " from upload u where made_at < ?"
          + " and not exists (select 1 from submission s where s.upload_id = u.id)";

  private final Store store;
  private final Areas areas;
  private final AuditLog log;
  private final Clock clock;

  OldTrials(Store store, Areas areas, AuditLog log, Clock clock) {
    this.store = store;
    this.areas = areas;
    this.log = log;
    this.clock = clock;
  }

  /** Deletes all that are too old; once a day, and soon after a start. */
  @Scheduled(initialDelay = 1, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
  public void delete() {
    OffsetDateTime before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    List<Long> touched =
        store
            .sql()
            .sql("select distinct area_id" + OLD + " order by area_id")
            .param(before)
            .query(Long.class)
            .list();
    for (long area : touched) {
      int deleted;
      do {
        deleted = deleteSome(area, before);
      } while (deleted == AT_ONCE);
    }
  }

  private int deleteSome(long area, OffsetDateTime before) {
    return store.write(
        () -> {
          areas.lock(area); // Whoever submits one of them at this moment is done, or has to wait.
          List<Long> old =
              store
                  .sql()
                  .sql("select id" + OLD + " and area_id = ? order by id limit " + AT_ONCE)
                  .params(before, area)
                  .query(Long.class)
                  .list();
          if (!old.isEmpty()) {
            delete("upload_file", "upload_id", old);
            delete("upload_withdrawal", "upload_id", old);
            delete("upload", "id", old);
            log.add("upload.cleared", areas.get(area).code(), old.size() + " uploads");
          }
          return old.size();
        });
  }

  private void delete(String table, String key, List<Long> uploads) {
    store
        .sql()
        .sql("delete from " + table + " where " + key + " in (:uploads)")
        .param("uploads", uploads)
        .update();
  }
}
