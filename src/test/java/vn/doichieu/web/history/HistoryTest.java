package vn.doichieu.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.testing.web.StoredFolder;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.area.UnitLists;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.page.PlanTitle;
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
        });
    UnitLists lists = server.part(UnitLists.class);
    long list = lists.keep(area.id(), 1, renamed(lists.table(lists.get(area.id(), 1).id())));
    server.part(Areas.class).changeUnits(lists.get(list));
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
        () ->
            versions.publish(
                PLAN, new PlanTitle("Kế hoạch", ""), new RuleFileSet(other), "", null, null, null));

    List<ResultRecord> after = records();

    assertThat(after)
        .extracting(ResultRecord::cause)
        .containsExactly(
            ResultRecord.Cause.UNITS,
            ResultRecord.Cause.PUBLICATION,
            ResultRecord.Cause.SUBMISSION);
    assertThat(after).extracting(ResultRecord::units).containsExactly(2, 2, 1);
    assertThat(after.get(1).version()).isEqualTo(2);
    assertThat(after.get(1).hash()).isNotEqualTo(before.hash());
    for (ResultRecord record : after) {
      assertThat(redone(record)).contains("giống hệt, từng byte một");
    }
    assertThat(leader.get(base + "/" + after.get(0).id()).body())
        .contains("Sau khi đổi danh sách đơn vị")
        .contains("bản 2");
    // The other tests read the plan as it was.
    store.write(
        () -> versions.publish(PLAN, new PlanTitle("Kế hoạch", ""), files, "", null, null, null));
  }

  private static Table renamed(Table units) {
    List<ListTable.Line> lines = new ArrayList<>();
    units.forEach(
        row ->
            lines.add(
                new ListTable.Line(
                    row.line(),
                    IntStream.range(0, row.cells())
                        .mapToObj(row::cell)
                        .map(cell -> cell.replace("Bà Điểm", "Bà Điểm (mới)"))
                        .toList())));
    return new ListTable(units.name(), units.header(), lines);
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

  @Test
  void aResultThatCouldNotBeKeptIsToldOfAndKeptOnceThatIsMended() {
    records();
    Store store = server.part(Store.class);
    submit("HOC_MON,establishments_inspected,2024,80\n");
    long last = store.sql().sql("select max(id) from submission").query(Long.class).single();
    store
        .sql()
        .sql("alter table result_record add constraint broken check (submission_id < " + last + ")")
        .update();

    assertThat(records()).hasSize(1);
    assertThat(leader.get(base).body()).contains("Chưa lưu được 1 kết quả.");
    assertThat(server.part(RecordingHealth.class).health().getDetails()).containsEntry("failed", 1);

    store.sql().sql("alter table result_record drop constraint broken").update();
    assertThat(records()).as("nothing told of the change yet").hasSize(1);
    submit("HOC_MON,establishments_inspected,2024,81\n");
    assertThat(records())
        .extracting(ResultRecord::submissionNumber)
        .containsExactlyInAnyOrder(1, 2, 3);
    assertThat(leader.get(base).body()).doesNotContain("Chưa lưu được");
    assertThat(server.part(RecordingHealth.class).health().getDetails()).containsEntry("failed", 0);
  }
}
