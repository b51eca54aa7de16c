package vn.doichieu.web.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.testing.web.ApiCaller;
import vn.doichieu.testing.web.StoredFolder;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.audit.AuditSearch;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.store.Store;

@Tag("web")
class UnitsTest {

  private static final String PLAN = "hoc_mon_2024";
  private static final Path SAMPLE = Path.of("sample-data", PLAN);
  private static final String BA_DIEM = "BA_DIEM,Xã Bà Điểm,commune,,HOC_MON\n";

  private static TestServer server;
  private static Visitor admin;
  private static String units;
  private static int areas;
  private Area area;
  private String base;

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.start();
    server.account("boss", Role.ADMINISTRATOR, null, null);
    admin = server.signedIn("boss");
    units = Files.readString(SAMPLE.resolve("units.csv"));
  }

  @BeforeEach
  void newArea() {
    area = StoredFolder.put(server, PLAN, SAMPLE, "staff-" + ++areas);
    base = "/admin/areas/" + area.id() + "/units";
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

  private HttpResponse<String> upload(String csv) {
    return admin.upload(base, Map.of(), "units", "../x.html", csv.getBytes(StandardCharsets.UTF_8));
  }

  /** Hands a list in; gives the address of its trial. */
  private String tried(String csv) {
    HttpResponse<String> answer = upload(csv);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String to = answer.headers().firstValue("Location").orElseThrow();
    return to.substring(to.indexOf("/admin/"));
  }

  private void confirmed(String csv) {
    assertThat(admin.post(tried(csv) + "/confirm", Map.of()).statusCode()).isEqualTo(302);
  }

  private Area now() {
    return server.part(Areas.class).get(area.id());
  }

  private Judged judged() {
    return server.part(Results.class).judged(now(), PLAN, TestServer.TODAY, true);
  }

  private static List<String> lines(Judged judged) {
    return judged.evaluation().findings().stream().map(UnitsTest::line).toList();
  }

  private static String line(Finding f) {
    return f.target().id()
        + " "
        + f.unit().code()
        + " "
        + f.period()
        + " "
        + f.result()
        + " "
        + f.numerator()
        + "/"
        + f.denominator();
  }

  private void submit(String unit, String lines) {
    Viewer staff = server.account("hand-" + area.id() + unit, Role.STAFF, null, null).viewer(true);
    Filings filings = server.part(Filings.class);
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("bo-sung.csv", ("unit,item,period,value\n" + lines).getBytes(StandardCharsets.UTF_8));
    long upload = filings.keep(staff, area, unit, Upload.Kind.FILE, files, Set.of());
    filings.submit(staff, filings.upload(upload), "", null);
  }

  @Test
  void whatAListWouldChangeIsToldAndNothingChangesUntilItIsConfirmed() {
    submit("BA_DIEM", "BA_DIEM,establishments_inspected,2024,9\n");
    server.account("clerk-ba-diem", Role.CLERK, area, "BA_DIEM");
    List<String> before = lines(judged());

    String trial =
        tried(
            units
                .replace(BA_DIEM, "XA_MOI,Xã Mới,commune,,HOC_MON\n")
                .replace("Xã Nhị Bình", "Xã Nhị Bình mở rộng")
                .replace("Phòng Tư pháp,agency,justice", "Phòng Tư pháp,agency,law"));
    String page = admin.get(trial).body();

    assertThat(page)
        .contains("Thêm: 1; bỏ: 1; đổi tên: 1; đổi cấp, vai trò, nhóm hoặc cấp trên: 1.")
        .contains("Xã Bà Điểm")
        .contains("clerk-ba-diem")
        .contains("Xã Mới")
        .contains("Xã Nhị Bình mở rộng")
        .contains("kind agency, role law, parent HOC_MON")
        .contains("(không có)")
        .contains("Xác nhận danh sách mới");
    assertThat(page).contains("lần nộp số 2 là của đơn vị “BA_DIEM”");
    assertThat(now().unitsRevision()).isEqualTo(1);
    assertThat(lines(judged())).isEqualTo(before);
  }

  @Test
  void aUnitThatGoesIsSetAsideAndFindsItsFiguresAgainWhenItComesBack() {
    submit("BA_DIEM", "BA_DIEM,establishments_inspected,2024,9\n");
    server.account("clerk-gone", Role.CLERK, area, "BA_DIEM");
    Visitor clerk = server.signedIn("clerk-gone");
    List<String> before = lines(judged());

    confirmed(units.replace(BA_DIEM, ""));

    assertThat(now().unitsRevision()).isEqualTo(2);
    Judged without = judged();
    assertThat(lines(without)).noneMatch(line -> line.contains(" BA_DIEM "));
    assertThat(without.evaluation().problems())
        .extracting(Problem::kind)
        .contains(Problem.Kind.SUBMISSION_OF_GONE_UNIT, Problem.Kind.UNKNOWN_UNIT);
    String plan = "/areas/" + area.id() + "/plans/" + PLAN;
    assertThat(admin.get(plan).body()).contains("lần nộp số 2 là của đơn vị “BA_DIEM”");
    assertThat(admin.get("/areas/" + area.id() + "/submissions").body()).contains("BA_DIEM");
    assertThat(admin.get("/areas/" + area.id() + "/submissions/2").body())
        .contains("không có trong danh sách đơn vị");
    assertThat(admin.get("/admin/accounts").body()).contains("không còn trong danh sách đơn vị");
    assertThat(clerk.get("/").statusCode()).isEqualTo(200);
    assertThat(clerk.get("/").body()).contains("không còn trong danh sách đơn vị");
    assertThat(clerk.get(plan).statusCode()).isEqualTo(200);
    String submit = "/areas/" + area.id() + "/units/BA_DIEM/submit";
    assertThat(clerk.get(submit).statusCode()).isEqualTo(404);

    String back = tried(units);
    assertThat(admin.get(back).body()).contains("các lần nộp cũ của đơn vị được tính lại");
    admin.post(back + "/confirm", Map.of());

    assertThat(lines(judged())).isEqualTo(before);
    assertThat(clerk.get(submit).statusCode()).isEqualTo(200);
  }

  @Test
  void whoConfirmsOnAnOlderRevisionIsToldAndLosesNothing() {
    String mine = tried(units.replace(BA_DIEM, ""));
    confirmed(units.replace("Xã Nhị Bình", "Xã Nhị Bình mở rộng"));

    HttpResponse<String> late = admin.post(mine + "/confirm", Map.of());

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .contains("nay đang dùng bản 2")
        .contains("Xã Bà Điểm")
        .contains("Đọc thử lại với bản đang dùng")
        .doesNotContain("Xác nhận danh sách mới");
    assertThat(now().unitsRevision()).isEqualTo(2);

    HttpResponse<String> again = admin.post(mine + "/again", Map.of());
    String to = again.headers().firstValue("Location").orElseThrow();
    to = to.substring(to.indexOf("/admin/"));
    assertThat(admin.get(to).body()).contains("Thêm: 0; bỏ: 1; đổi tên: 1;");
    assertThat(admin.post(to + "/confirm", Map.of()).statusCode()).isEqualTo(302);
    assertThat(admin.post(to + "/confirm", Map.of()).statusCode()).isEqualTo(409);
    assertThat(now().unitsRevision()).isEqualTo(3);
  }

  @Test
  void allThatIsWrongWithAListIsToldAtOnceAndOtherAreasListsAreRefused() {
    HttpResponse<String> wrong =
        upload(
            "code,name,kind,role,parent\nHOC_MON,A,district,,\nb,B,village,,HOC_MON\nc,C,commune,,zz\n");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("units.csv").contains("village").contains("zz");
    HttpResponse<String> other = upload(units.replace("HOC_MON", "HOC_MON_2"));
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(other.body()).contains("HOC_MON_2");
    HttpResponse<String> longer = upload(units.replace("Xã Nhị Bình", "Xã " + "x".repeat(300)));
    assertThat(longer.statusCode()).isEqualTo(400);
    assertThat(upload("").statusCode()).isEqualTo(400);

    String same = tried(units);
    assertThat(admin.get(same).body()).contains("không khác danh sách đang dùng");
    assertThat(admin.post(same + "/confirm", Map.of()).statusCode()).isEqualTo(409);
    assertThat(now().unitsRevision()).isEqualTo(1);
  }

  @Test
  void programsTryAndConfirmLikePages() {
    var account = server.account("api-boss-" + area.id(), Role.ADMINISTRATOR, null, null);
    ApiCaller api = new ApiCaller(server, account, ApiTokens.Scope.WRITE);
    String path = "/api/v1/areas/" + area.id();
    byte[] less = units.replace(BA_DIEM, "").getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> tried =
        api.post(path + "/unit-trials", Map.of(), Map.of("units.csv", less));
    assertThat(tried.statusCode()).isEqualTo(201);
    String trial = tried.headers().firstValue("Location").orElseThrow();
    assertThat(tried.body()).contains("\"state\":\"open\"").contains("\"code\":\"BA_DIEM\"");
    assertThat(api.get(trial).body()).isEqualTo(tried.body());
    assertThat(api.post(trial + "/confirmation", Map.of(), Map.of()).body())
        .contains("\"revision\":2");
    assertThat(api.post(trial + "/confirmation", Map.of(), Map.of()).statusCode()).isEqualTo(409);
    assertThat(api.get(trial).body()).contains("\"state\":\"confirmed\"");
    assertThat(api.get(path + "/units?size=2").body())
        .contains("\"revision\":2")
        .contains("\"total\":29")
        .doesNotContain("BA_DIEM");
    HttpResponse<String> wrong =
        api.post(
            path + "/unit-trials",
            Map.of(),
            Map.of(
                "x.csv",
                "code,name,kind,role,parent\nb,B,village,,\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"row\":2").contains("village");
    assertThat(api.get("/api/v1/areas/999/units").statusCode()).isEqualTo(404);
  }

  @Test
  void everyRevisionStaysAndCanBeDownloaded() {
    confirmed(units.replace("Xã Nhị Bình", "Xã Nhị Bình mở rộng"));

    String page = admin.get(base).body();

    assertThat(page).contains("Đã đổi danh sách đơn vị: đang dùng bản 2").contains("Bản đầu tiên");
    String first = page.substring(page.lastIndexOf(base + "/"), page.lastIndexOf("/units.csv"));
    String csv = new String(admin.file(first + "/units.csv").body(), StandardCharsets.UTF_8);
    assertThat(csv).contains("\"Xã Nhị Bình\"").doesNotContain("mở rộng");
    assertThat(now().name()).isEqualTo("Huyện Hóc Môn");
    assertThat(
            server.part(AuditLog.class).page(new AuditSearch("", "area.units", ""), 50, 1_000_000))
        .filteredOn(entry -> entry.action().equals("area.units"))
        .anySatisfy(entry -> assertThat(entry.detail()).contains("renamed [NHI_BINH]"));
    assertThat(admin.get("/admin/areas/999/units").statusCode()).isEqualTo(404);
    assertThat(admin.get(base + "/999999").statusCode()).isEqualTo(404);
  }
}
