package vn.doichieu.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.StoredFolder;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;

@Tag("web")
class HistoryTest {

  private static final String PLAN = "hoc_mon_2024";

  private static TestServer server;
  private static Visitor leader;
  private static Account staff;
  private static int areas;
  private Area area;
  private String base;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    staff = server.account("other-staff", Role.STAFF, null, null);
    server.account("leader", Role.LEADER, null, null);
    leader = server.signedIn("leader");
  }

  @BeforeEach
  void newArea() {
    area = StoredFolder.put(server, PLAN, Path.of("sample-data", PLAN), "staff-" + ++areas);
    base = "/areas/" + area.id() + "/plans/" + PLAN + "/records";
  }

  /** The next test's area has the same code, which is known once only. */
  @AfterEach
  void freeTheCode() {
    server
        .part(Store.class)
        .sql()
        .sql("update area set code = ? where id = ?")
        .params("done-" + area.id(), area.id())
        .update();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private void submit(String lines) {
    Filings filings = server.part(Filings.class);
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("figures.csv", ("unit,item,period,value\n" + lines).getBytes(StandardCharsets.UTF_8));
    long upload = filings.keep(staff.viewer(true), area, null, Upload.Kind.FOLDER, files, Set.of());
    filings.submit(staff.viewer(true), filings.upload(upload), "", null);
  }

  private List<ResultRecord> records() {
    assertThat(leader.get(base).statusCode()).isEqualTo(200);
    return server.part(Records.class).page(area.id(), PLAN, 0, 50);
  }

  private String redone(ResultRecord record) {
    return leader.post(base + "/" + record.id() + "/redo", Map.of()).body();
  }

  @Test
  void everySubmissionIsKeptOnceAndRedoneToTheByte() {
    submit("HOC_MON,establishments_inspected,2024,80\n");

    List<ResultRecord> records = records();

    assertThat(records).extracting(ResultRecord::submissionNumber).containsExactly(2, 1);
    assertThat(records()).hasSize(2);
    for (ResultRecord record : records) {
      assertThat(redone(record)).contains("giống hệt, từng byte một");
    }
    String compared =
        leader
            .get(base + "/compare?from=" + records.get(0).id() + "&to=" + records.get(1).id())
            .body();
    assertThat(compared).contains("Đổi kết quả: 1.").contains("HM-N6");
  }

  @Test
  void whatWasKeptIsRedoneAsThenAfterWaiversUnitsAndRulesHaveChanged() {
    ResultRecord before = records().get(0);
    Store store = server.part(Store.class);
    store.write(
        () -> {
          store
              .sql()
              .sql("update waiver_request set state = 'revoked' where area_id = ?")
              .param(area.id())
              .update();
          store
              .sql()
              .sql(
                  "update area_unit set name = 'Xã Bà Điểm (mới)' where area_id = ?"
                      + " and code = 'BA_DIEM'")
              .param(area.id())
              .update();
          store
              .sql()
              .sql(
                  "update area set units_revision = units_revision + 1, revision = revision + 1"
                      + " where id = ?")
              .param(area.id())
              .update();
        });
    RulesVersions versions = server.part(RulesVersions.class);
    RuleFileSet files = versions.files(versions.current(PLAN));
    String targets = new String(files.files().get("targets.csv"), StandardCharsets.UTF_8);
    TreeMap<String, byte[]> other = new TreeMap<>(files.files());
    other.put(
        "targets.csv",
        targets
            .replaceFirst("(?m)^(?<one>HM-N6,.*>=,)20%", "${one}30%")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(other.get("targets.csv")).isNotEqualTo(files.files().get("targets.csv"));
    store.write(
        () -> versions.publish(PLAN, "Kế hoạch", new RuleFileSet(other), "", null, null, null));

    List<ResultRecord> after = records();

    assertThat(after).hasSize(2);
    assertThat(after.get(0).cause()).isEqualTo(ResultRecord.Cause.PUBLICATION);
    assertThat(after.get(0).version()).isEqualTo(2);
    assertThat(after.get(0).hash()).isNotEqualTo(before.hash());
    assertThat(redone(before)).contains("giống hệt, từng byte một");
    assertThat(redone(after.get(0))).contains("giống hệt, từng byte một");
    // The other tests read the plan as it was.
    store.write(() -> versions.publish(PLAN, "Kế hoạch", files, "", null, null, null));
  }

  @Test
  void onDemandAMomentIsKeptAndDownloadedAsItWas() {
    leader.post(base, Map.of("asOf", "2024-06-01", "closed", "false"));

    ResultRecord record = records().get(0);

    assertThat(record.cause()).isEqualTo(ResultRecord.Cause.DEMAND);
    assertThat(record.asOf()).hasToString("2024-06-01");
    assertThat(record.madeBy()).isEqualTo("Tài khoản leader");
    byte[] file = leader.file(base + "/" + record.id() + "/result.json").body();
    assertThat(Packed.sha256(file)).isEqualTo(record.hash());
  }

  @Test
  void aRecordThatSomebodyChangedIsToldToBeSo() {
    ResultRecord record = records().get(0);
    byte[] forged =
        new String(server.part(Records.class).content(record), StandardCharsets.UTF_8)
            .replace("\"not_met\"", "\"met\"")
            .getBytes(StandardCharsets.UTF_8);
    server
        .part(Store.class)
        .sql()
        .sql("update result_record set content = ? where id = ?")
        .params(Packed.pack(forged), record.id())
        .update();

    assertThat(leader.get(base + "/" + record.id()).body()).contains("không còn khớp mã băm");
    assertThat(redone(record)).contains("khác bản đã lưu");
  }

  @Test
  void clerksSeeNoneOfIt() {
    server.account("clerk", Role.CLERK, area, "BA_DIEM");
    Visitor clerk = server.signedIn("clerk");
    ResultRecord record = records().get(0);

    assertThat(clerk.get(base).statusCode()).isEqualTo(403);
    assertThat(clerk.get(base + "/" + record.id()).statusCode()).isEqualTo(403);
    assertThat(clerk.get(base + "/" + record.id() + "/result.json").statusCode()).isEqualTo(403);
  }
}
