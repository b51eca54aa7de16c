package vn.doichieu.web.submitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.audit.AuditSearch;
import vn.doichieu.web.request.Role;

@Tag("web")
class LocksTest {

  private static final LocalDate TODAY = TestServer.TODAY;

  private static TestServer server;
  private static Area area;
  private static Clerk clerk;
  private static Visitor staff;
  private static Visitor approver;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample("hoc_mon_2024");
    server.account("clerk", Role.CLERK, area, "TT_HOC_MON");
    server.account("staff", Role.STAFF, null, null);
    server.account("approver", Role.APPROVER, null, null);
    clerk = new Clerk(server, server.signedIn("clerk"), area, "TT_HOC_MON");
    staff = server.signedIn("staff");
    approver = server.signedIn("approver");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String locks() {
    return "/areas/" + area.id() + "/locks";
  }

  private static void lock(String day) {
    Clerk.address(staff.post(locks(), Map.of("plan", "hoc_mon_2024", "day", day)));
  }

  private static void unlock() {
    Clerk.address(approver.post(locks(), Map.of("plan", "hoc_mon_2024", "day", "")));
  }

  @Test
  void aLockIsProposedShownKeptAndOpenedByLeaveOnly() {
    assertThat(staff.get(locks()).body()).contains("value=\"2025-02-10\"");
    lock(TODAY.plusDays(1).toString());
    assertThat(clerk.visitor().get(clerk.path("/submit")).body())
        .contains("nhận số liệu đến hết ngày 01/02/2025");
    String before = clerk.tried(clerk.csv("communication_forms", "8"));

    lock(TODAY.toString());

    assertThat(clerk.visitor().get(clerk.path("/submit")).body()).contains("đã khóa từ 01/02/2025");
    assertThat(clerk.visitor().get(before).body())
        .contains("không nhận nữa")
        .doesNotContain(before + "/submit");
    HttpResponse<String> refused = clerk.submit(before);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("so-lieu.csv, dòng 2");

    String leaves = "/areas/" + area.id() + "/leaves";
    Map<String, String> leave =
        Map.of(
            "unit",
            "TT_HOC_MON",
            "until",
            TODAY.toString(),
            "reason",
            "bổ sung báo cáo sau thanh tra");
    assertThat(staff.post(leaves, leave).statusCode()).isEqualTo(403);
    assertThat(
            approver
                .post(
                    leaves,
                    Map.of(
                        "unit", "TT_HOC_MON", "until", "2025-01-31", "reason", "bổ sung báo cáo"))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            approver
                .post(
                    leaves,
                    Map.of(
                        "unit",
                        "TT_HOC_MON",
                        "until",
                        "2025-03-01",
                        "reason",
                        "gọi số 0912345678 nhé"))
                .statusCode())
        .isEqualTo(400);
    Clerk.address(approver.post(leaves, leave));

    assertThat(clerk.visitor().get(clerk.path("/submit")).body())
        .contains("được nộp sau khi khóa đến hết ngày 01/02/2025");
    assertThat(Clerk.address(clerk.submit(before))).contains("/submissions/");
    assertThat(staff.get(locks()).body())
        .contains("bổ sung báo cáo sau thanh tra")
        .contains("Còn hiệu lực");
    assertThat(server.part(AuditLog.class).page(AuditSearch.ALL, 100, Long.MAX_VALUE))
        .anyMatch(entry -> entry.action().equals("lock.leave") && entry.actor().equals("approver"));
    unlock();
  }

  @Test
  void whatChangesNothingIsTakenAfterTheLock() {
    Clerk other = new Clerk(server, staff, area, "BA_DIEM");
    lock(TODAY.toString());

    String same = other.tried(other.csv("pilot_model", "có"));
    unlock();

    assertThat(staff.get(same).statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverHandsInDoesNotUnlock() {
    lock(TODAY.toString());

    HttpResponse<String> refused =
        staff.post(locks(), Map.of("plan", "hoc_mon_2024", "day", TODAY.plusDays(9).toString()));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("chỉ người duyệt");
    assertThat(staff.get(locks()).body()).contains("Đã khóa từ 01/02/2025");
    unlock();
    assertThat(staff.get(locks()).body()).contains("Không khóa.");
  }

  @Test
  void aPlanComesWithItsLockAndKeepsItWhenItIsAttachedAgain() {
    server.account("boss", Role.ADMINISTRATOR, null, null);
    Visitor admin = server.signedIn("boss");
    Area fresh = server.emptyArea("buon_ma_thuot_2024");
    String plans = "/admin/areas/" + fresh.id() + "/plans";

    Clerk.address(admin.post(plans, Map.of("plan", "duy_tien_2026")));
    assertThat(lockOf(fresh, "duy_tien_2026")).isAfter(TODAY);
    Clerk.address(admin.post(plans, Map.of("plan", "duy_tien_2026", "locks_on", "2027-01-20")));
    Clerk.address(admin.post(plans, Map.of("plan", "duy_tien_2026", "locks_on", "")));
    assertThat(lockOf(fresh, "duy_tien_2026")).isEqualTo("2027-01-20");

    Clerk.address(admin.post(plans, Map.of("plan", "dong_nai_2023")));
    assertThat(lockOf(fresh, "dong_nai_2023")).as("its proposal is long over").isNull();
  }

  private static @Nullable LocalDate lockOf(Area area, String plan) {
    return server.part(Areas.class).plan(area.id(), plan).locksOn();
  }

  @Test
  void onlyAPlanOfTheAreaCanBeLocked() {
    assertThat(
            staff.post(locks(), Map.of("plan", "duy_tien_2026", "day", "2026-01-01")).statusCode())
        .isEqualTo(404);
    assertThat(staff.post(locks(), Map.of("plan", "hoc_mon_2024", "day", "mai")).statusCode())
        .isEqualTo(400);
  }
}
