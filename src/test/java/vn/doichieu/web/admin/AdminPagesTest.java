package vn.doichieu.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.request.Role;

@Tag("web")
class AdminPagesTest {

  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([^<]+)<");
  private static final String UNITS = "units.csv";

  private static TestServer server;
  private static Visitor admin;
  private static Area area;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.account("boss", Role.ADMINISTRATOR, null, null);
    area = server.emptyArea("hoc_mon_2024");
    admin = server.signedIn("boss");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Account account(String login) {
    return server.part(Accounts.class).find(login).orElseThrow();
  }

  private static HttpResponse<String> create(String login, String role, String of, String unit) {
    return admin.post(
        "/admin/accounts",
        Map.of("login", login, "title", "Văn phòng", "role", role, "area", of, "unit", unit));
  }

  private static String secret(HttpResponse<String> page) {
    Matcher secret = SECRET.matcher(page.body());
    assertThat(secret.find()).as(page.body()).isTrue();
    return secret.group(1);
  }

  @Test
  void aNewAccountSignsInOnceWithThePasswordThatIsShownOnce() {
    HttpResponse<String> made = create("An.Xa", "staff", "", "");
    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(made.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    String password = secret(made);
    assertThat(admin.get("/admin/accounts").body()).contains("an.xa").doesNotContain(password);

    Visitor visitor = server.visitor();
    visitor.signIn("an.xa", password);
    assertThat(visitor.get("/admin/accounts").headers().firstValue("Location").orElse(""))
        .endsWith("/password");
    assertThat(account("an.xa").role()).isEqualTo(Role.STAFF);
  }

  @Test
  void aClerkNeedsAUnitThatIsThere() {
    String unit =
        server.part(vn.doichieu.web.area.Areas.class).units(area).all().all().get(1).code();
    assertThat(create("clerk.none", "clerk", "", "").statusCode()).isEqualTo(400);
    HttpResponse<String> wrong = create("clerk.wrong", "clerk", area.id() + "", "khong-co");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("khong-co").contains("value=\"clerk.wrong\"");
    assertThat(create("clerk.right", "clerk", area.id() + "", unit).statusCode()).isEqualTo(200);
    assertThat(account("clerk.right").unit()).isEqualTo(unit);
    assertThat(admin.get("/admin/accounts/" + account("clerk.right").id()).body()).contains(unit);
    assertThat(create("clerk.elsewhere", "clerk", "999", unit).statusCode()).isEqualTo(404);
  }

  @Test
  void noAccountIsMadeOfAnUnknownRoleATakenLoginOrAPerson() {
    assertThat(create("x.role", "god", "", "").statusCode()).isEqualTo(400);
    assertThat(create("boss", "staff", "", "").statusCode()).isEqualTo(409);
    assertThat(create("A b", "staff", "", "").statusCode()).isEqualTo(400);
    HttpResponse<String> person =
        admin.post(
            "/admin/accounts",
            Map.of("login", "person", "title", "Nguyễn Văn An 0912345678", "role", "staff"));
    assertThat(person.statusCode()).isEqualTo(400);
    assertThat(server.part(Accounts.class).find("person")).isEmpty();
  }

  @Test
  void whateverAnAdministratorChangesEndsTheSessionsOfTheAccount() {
    Account account = server.account("victim", Role.STAFF, null, null);
    String path = "/admin/accounts/" + account.id();
    for (String change : new String[] {"/role", "/close", "/reopen", "/reset"}) {
      Visitor visitor = server.visitor();
      if (account("victim").active()) {
        visitor.signIn("victim", TestServer.PASSWORD);
        assertThat(visitor.get("/tokens").statusCode()).isEqualTo(200);
      }
      HttpResponse<String> done = admin.post(path + change, Map.of("role", "leader"));
      assertThat(done.statusCode()).as(change).isIn(200, 302);
      assertThat(visitor.get("/tokens").headers().firstValue("Location").orElse(""))
          .as(change)
          .contains("/login");
    }
    assertThat(account("victim").role()).isEqualTo(Role.LEADER);
    assertThat(account("victim").mustChange()).isTrue();
  }

  @Test
  void aTitleIsChangedToThatOfAnOfficeAndNothingElseOfTheAccount() {
    Account account = server.account("renamed", Role.STAFF, null, null);
    Visitor visitor = server.signedIn("renamed");
    String path = "/admin/accounts/" + account.id();
    for (String no : new String[] {"Nguyễn Văn An", "Phòng 0912345678", " ", "x".repeat(201)}) {
      HttpResponse<String> refused = admin.post(path + "/title", Map.of("title", no));
      assertThat(refused.statusCode()).as(no).isEqualTo(400);
      assertThat(refused.body()).contains("role=\"alert\"").contains("value=\"" + no + "\"");
    }
    assertThat(account("renamed")).isEqualTo(account);

    HttpResponse<String> done = admin.post(path + "/title", Map.of("title", " Phòng Tư pháp "));

    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(admin.get(path).body()).contains("Đã đổi tên gọi.").contains("Phòng Tư pháp");
    assertThat(account("renamed").title()).isEqualTo("Phòng Tư pháp");
    assertThat(visitor.get("/tokens").body()).contains("Phòng Tư pháp");
    assertThat(admin.get("/admin/audit?action=account.title_changed").body())
        .contains("1 mục.")
        .contains("renamed");
    assertThat(admin.post("/admin/accounts/99999/title", Map.of("title", "A")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void nobodyChangesTheirOwnAccount() {
    String path = "/admin/accounts/" + account("boss").id();
    for (String change : new String[] {"/title", "/role", "/close", "/reset", "/reopen"}) {
      Map<String, String> form = Map.of("role", "staff", "title", "Văn phòng");
      assertThat(admin.post(path + change, form).statusCode()).isEqualTo(409);
    }
    assertThat(account("boss").active()).isTrue();
    assertThat(admin.get(path).body()).contains("Quản trị viên khác");
  }

  @Test
  void anAreaIsMadeOfItsUnitsAndJudgedByPlans() throws Exception {
    byte[] units = Files.readAllBytes(Path.of("sample-data/buon_ma_thuot_2024/units.csv"));
    HttpResponse<String> made =
        admin.upload("/admin/areas", Map.of(), "units", "../../x.html", units);
    assertThat(made.statusCode()).isEqualTo(302);
    assertThat(admin.get("/admin/areas").body()).contains("Đã thêm địa bàn");
    assertThat(admin.upload("/admin/areas", Map.of(), "units", UNITS, units).statusCode())
        .isEqualTo(409);

    HttpResponse<String> set =
        admin.post(
            "/admin/areas/" + area.id() + "/plans",
            Map.of("plan", "hoc_mon_2024", "locks_on", "2025-03-01"));
    assertThat(set.statusCode()).isEqualTo(302);
    assertThat(admin.get("/admin/areas").body()).contains("khóa từ ngày 01/03/2025");
    assertThat(
            admin.post("/admin/areas/" + area.id() + "/plans", Map.of("plan", "../x")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void problemsOfUnitsAreShownByRowAndNothingIsMade() {
    byte[] wrong =
        "code,name,kind,role,parent\na,A,district,,\nb,B,village,,a\nc,C,commune,,zz\n"
            .getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> page = admin.upload("/admin/areas", Map.of(), "units", UNITS, wrong);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("units.csv").contains("village").contains("zz");
    assertThat(admin.upload("/admin/areas", Map.of(), "units", UNITS, new byte[0]).statusCode())
        .isEqualTo(422);
    assertThat(admin.get("/admin/areas").body()).doesNotContain("Mã a,");
  }

  @Test
  void theLogIsLookedThroughExportedAndVerified() {
    create("log.maker", "staff", "", "");
    String found = admin.get("/admin/audit?action=account.created&subject=LOG.mak").body();
    assertThat(found).contains("1 mục.").contains("log.maker").contains("Thêm tài khoản");
    assertThat(admin.get("/admin/audit?actor=%25").body()).contains("0 mục.");
    assertThat(admin.get("/admin/audit?before=3").body()).contains("Mới nhất");
    assertThat(admin.get("/admin/audit?before=x").statusCode()).isEqualTo(400);

    HttpResponse<byte[]> csv = admin.file("/admin/audit/export?action=account");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    assertThat(new String(csv.body(), StandardCharsets.UTF_8))
        .contains("\"log.maker\"")
        .contains("\"'-\"")
        .doesNotContain("\"login.");
    assertThat(admin.get("/admin/audit?action=audit.exported").body()).contains("audit.exported");

    admin.post("/admin/audit/verify", Map.of());
    assertThat(admin.get("/admin/audit").body()).contains("Nhật ký còn nguyên");
  }

  @Test
  void aBrokenChainIsTold() {
    JdbcClient sql = server.part(JdbcClient.class);
    sql.sql("update audit_entry set detail = detail || '!' where number = 2").update();
    admin.post("/admin/audit/verify", Map.of());
    assertThat(admin.get("/admin/audit").body()).contains("mục 2 không khớp");
    sql.sql(
            "update audit_entry set detail = substring(detail, 1, length(detail) - 1)"
                + " where number = 2")
        .update();
  }
}
