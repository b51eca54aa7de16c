package vn.doichieu.web.submitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.audit.AuditSearch;
import vn.doichieu.web.request.Role;

@Tag("web")
class BlankFormTest {

  private static final String FORM = "/forms/hoc_mon_2024";

  private static TestServer server;
  private static Area area;
  private static Clerk clerk;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample("hoc_mon_2024");
    server.account("clerk", Role.CLERK, area, "BA_DIEM");
    clerk = new Clerk(server, server.signedIn("clerk"), area, "BA_DIEM");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aUnitFetchesItsFormFromThePageOnWhichItSubmitsAndSendsItBack() {
    assertThat(clerk.visitor().get(clerk.path("/submit")).body()).contains(clerk.path(FORM));

    HttpResponse<byte[]> form = clerk.visitor().file(clerk.path(FORM));

    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment")
        .contains(".xlsx");
    assertThat(form.body()).isEqualTo(clerk.visitor().file(clerk.path(FORM)).body());
    HttpResponse<String> blank = clerk.upload("bieu.xlsx", form.body());
    assertThat(blank.statusCode()).as("read, but nothing is in it").isEqualTo(422);
    assertThat(blank.body()).contains("Không đọc được số liệu nào");
    assertThat(server.part(AuditLog.class).page(AuditSearch.ALL, 100, Long.MAX_VALUE))
        .anyMatch(e -> e.action().equals("form.downloaded") && e.actor().equals("clerk"));
  }

  @Test
  void formsOfOtherUnitsAndPlansAreNotThere() {
    Clerk other = new Clerk(server, clerk.visitor(), area, "NHI_BINH");

    assertThat(clerk.visitor().get(other.path(FORM)).statusCode()).isEqualTo(404);
    assertThat(clerk.visitor().get(clerk.path("/forms/dong_nai_2023")).statusCode()).isEqualTo(404);
  }
}
