package vn.doichieu.web.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.submission.Delivery.Withdrawal;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.audit.AuditEntry;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.audit.AuditSearch;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;

@Tag("web")
class OldTrialsTest {

  private static final OffsetDateTime NOW =
      TestServer.TODAY.atTime(12, 0).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toOffsetDateTime();

  /** Longer than what H2 keeps within the row. */
  private static final String FIGURES =
      "unit,item,period,value\n" + "HOC_MON,workers_total,2024,412\n".repeat(1000);

  private static TestServer server;
  private static Viewer staff;
  private static Area area;
  private static Store store;
  private static Filings filings;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.emptyArea("hoc_mon_2024");
    staff = server.account("hand", Role.STAFF, null, null).viewer(true);
    store = server.part(Store.class);
    filings = server.part(Filings.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static long trial(Duration age) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("figures.csv", FIGURES.getBytes(StandardCharsets.UTF_8));
    Set<Withdrawal> taken = Set.of(new Withdrawal("HOC_MON", "workers_total", "2024"));
    long id = filings.keep(staff, area, null, Upload.Kind.FOLDER, files, taken);
    store
        .sql()
        .sql("update upload set made_at = ? where id = ?")
        .params(NOW.minus(age), id)
        .update();
    return id;
  }

  private static long count(String table, String key, long upload) {
    return store
        .sql()
        .sql("select count(*) from " + table + " where " + key + " = ?")
        .param(upload)
        .query(Long.class)
        .single();
  }

  private static List<AuditEntry> told() {
    return server
        .part(AuditLog.class)
        .page(new AuditSearch("", "upload.cleared", ""), 9, Long.MAX_VALUE);
  }

  @Test
  void onlyWhatNobodySubmittedWithinThirtyDaysIsDeleted() {
    long submitted = trial(Duration.ofDays(400));
    filings.submit(staff, filings.upload(submitted), "", null);
    long young = trial(OldTrials.KEPT);
    long old = trial(OldTrials.KEPT.plusMillis(1));
    int before = told().size();

    server.part(OldTrials.class).delete();
    server.part(OldTrials.class).delete();

    assertThat(List.of(count("upload", "id", submitted), count("upload", "id", young)))
        .containsOnly(1L);
    assertThat(count("upload_file", "upload_id", submitted)).isOne();
    assertThat(count("upload_withdrawal", "upload_id", young)).isOne();
    assertThat(count("upload", "id", old)).isZero();
    assertThat(count("upload_file", "upload_id", old)).isZero();
    assertThat(count("upload_withdrawal", "upload_id", old)).isZero();
    assertThat(told()).hasSize(before + 1);
    assertThat(told().get(0).subject()).isEqualTo(area.code());
    assertThat(told().get(0).detail()).isEqualTo("1 uploads");
  }

  @Test
  void moreThanAreDeletedAtOnceAreDeletedToo() {
    store.write(
        () -> {
          for (int i = 0; i <= OldTrials.AT_ONCE; i++) {
            trial(Duration.ofDays(31));
          }
        });

    server.part(OldTrials.class).delete();

    String left = "select count(*) from upload where made_at < ? and id not in";
    long old =
        store
            .sql()
            .sql(left + " (select upload_id from submission)")
            .param(NOW.minusDays(30))
            .query(Long.class)
            .single();
    assertThat(old).isZero();
    assertThat(told().stream().map(AuditEntry::detail)).contains("200 uploads");
  }

  @Test
  void whatIsDeletedWhileItIsLookedAtIsSubmittedNoMore() {
    Upload seen = filings.upload(trial(Duration.ofDays(31)));

    server.part(OldTrials.class).delete();

    assertThatThrownBy(() -> filings.submit(staff, seen, "", null))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("not_found"));
  }

  @Test
  void whoReadsAllAsOfOneMomentStillReadsTheirFiles() {
    long old = trial(Duration.ofDays(31));

    byte[] content =
        store.read(
            () -> {
              assertThat(count("upload", "id", old)).isOne();
              CompletableFuture.runAsync(server.part(OldTrials.class)::delete).join();
              return server.part(Uploads.class).file(old, "figures.csv");
            });

    assertThat(content).isEqualTo(FIGURES.getBytes(StandardCharsets.UTF_8));
    assertThat(count("upload", "id", old)).isZero();
  }
}
