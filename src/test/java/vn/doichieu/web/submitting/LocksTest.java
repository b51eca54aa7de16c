package vn.doichieu.web.submitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Area;
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
    lock("");
  }

  @Test
  void whatChangesNothingIsTakenAfterTheLock() {
    Clerk other = new Clerk(server, staff, area, "BA_DIEM");
    lock(TODAY.toString());

    String same = other.tried(other.csv("pilot_model", "có"));
    lock("");

    assertThat(staff.get(same).statusCode()).isEqualTo(200);
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
