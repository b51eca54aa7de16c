package vn.doichieu.web.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Finding;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.store.Store;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

@Tag("web")
class WaiverTest {

  private static final String PLAN = "hoc_mon_2024";

  private static TestServer server;
  private static Area area;
  private static Visitor clerk;
  private static Visitor foreign;
  private static Visitor staff;
  private static Visitor approver;
  private static Visitor leader;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample(PLAN);
    server.account("xuan-thoi-thuong", Role.CLERK, area, "XUAN_THOI_THUONG");
    server.account("ba-diem", Role.CLERK, area, "BA_DIEM");
    server.account("tong-hop", Role.STAFF, null, null);
    server.account("nguoi-duyet", Role.APPROVER, null, null);
    server.account("lanh-dao", Role.LEADER, null, null);
    clerk = server.signedIn("xuan-thoi-thuong");
    foreign = server.signedIn("ba-diem");
    staff = server.signedIn("tong-hop");
    approver = server.signedIn("nguoi-duyet");
    leader = server.signedIn("lanh-dao");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, String> row(String unit, String target, String period, String until) {
    Map<String, String> form = new HashMap<>();
    form.put("area", Long.toString(area.id()));
    form.put("plan", PLAN);
    form.put("unit", unit);
    form.put("target", target);
    form.put("period", period);
    form.put("until", until);
    form.put("reason", "mưa ngập trụ sở");
    form.put("approvedBy", "Chủ tịch UBND huyện");
    form.put("decision", "2315/QĐ-UBND");
    form.put("act", "send");
    return form;
  }

  private static String requested(Visitor visitor, Map<String, String> row) {
    HttpResponse<String> answer = visitor.post("/new-waiver", row);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElse("");
    return location.substring(location.indexOf("/waivers/"));
  }

  private static int decide(Visitor visitor, String path, String act, String text) {
    return visitor.post(path + "/decision", Map.of("act", act, "text", text)).statusCode();
  }

  private static String result(String target, String unit, LocalDate asOf) {
    return findings(asOf).stream()
        .filter(f -> f.target().id().equals(target) && f.unit().code().equals(unit))
        .map(f -> f.result().code() + " " + f.numerator() + "/" + f.denominator())
        .findFirst()
        .orElseThrow();
  }

  private static List<Finding> findings(LocalDate asOf) {
    return server
        .part(Results.class)
        .judged(server.part(Areas.class).get(area.id()), PLAN, asOf, false)
        .evaluation()
        .findings();
  }

  @Test
  void anApprovedWaiverCountsFromThenOnUntilItIsEndedOrLapses() {
    LocalDate today = TestServer.TODAY;
    Map<String, String> row = row("XUAN_THOI_THUONG", "HM-N8", "2024", "2025-02-15");
    assertThat(result("HM-N8", "XUAN_THOI_THUONG", today)).startsWith("not_met");
    assertThat(result("HM-N8", "HOC_MON", today)).isEqualTo("not_met 10/12");

    row.put("act", "preview");
    HttpResponse<String> preview = clerk.post("/new-waiver", row);
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains("Nếu được duyệt, kết quả tính đến ngày 01/02/2025 thay đổi như sau")
        .contains("Được miễn / gia hạn")
        .doesNotContain("10/11"); // The area's line is not the clerk's to see.

    row.put("act", "send");
    String path = requested(clerk, row);
    assertThat(result("HM-N8", "XUAN_THOI_THUONG", today)).startsWith("not_met");
    assertThat(approver.get(path).body())
        .contains("Chờ duyệt")
        .contains("Không đạt 10/12 (83,33%)")
        .contains("10/11");

    assertThat(decide(approver, path, "approve", "")).isEqualTo(302);
    assertThat(result("HM-N8", "XUAN_THOI_THUONG", today)).startsWith("waived");
    assertThat(result("HM-N8", "HOC_MON", today)).endsWith("10/11");
    assertThat(result("HM-N8", "XUAN_THOI_THUONG", LocalDate.of(2025, 2, 15))).startsWith("waived");
    assertThat(clerk.get(path).body()).contains("Đã duyệt");

    HttpResponse<String> ended = leader.post(path + "/end", Map.of("text", "hết lý do"));
    assertThat(ended.statusCode()).isEqualTo(302);
    assertThat(result("HM-N8", "XUAN_THOI_THUONG", today)).startsWith("not_met");
    assertThat(result("HM-N8", "HOC_MON", today)).isEqualTo("not_met 10/12");
    assertThat(clerk.get(path).body()).contains("Đã chấm dứt").contains("hết lý do");
    assertThat(leader.post(path + "/end", Map.of("text", "lần nữa")).statusCode()).isEqualTo(409);
    List<String> actions =
        server
            .part(Store.class)
            .sql()
            .sql(
                "select action from audit_entry where subject = ? and detail like ?"
                    + " order by number desc")
            .params(
                "HOC_MON hoc_mon_2024 HM-N8 XUAN_THOI_THUONG 2024",
                "waiver " + path.substring("/waivers/".length()) + ",%")
            .query(String.class)
            .list();
    assertThat(actions).containsExactly("waiver.ended", "waiver.approved", "waiver.requested");
  }

  @Test
  void aDeadlineWaivedUntilADayIsLateAgainAsOfTheDayAfter() {
    List<Finding> late =
        findings(TestServer.TODAY).stream()
            .filter(f -> f.result().code().equals("not_met"))
            .filter(
                f -> f.target().id().equals("HM-D1") && f.reason().code().equals("not_submitted"))
            .toList();
    assertThat(late).isNotEmpty();
    Finding one = late.get(0);
    String unit = one.unit().code();
    String period = one.period().text();

    String path = requested(staff, row(unit, "HM-D1", period, "15/2/2025"));
    assertThat(decide(leader, path, "approve", "Đồng ý.")).isEqualTo(302);

    assertThat(of(one, LocalDate.of(2025, 2, 15))).isEqualTo("waived");
    assertThat(of(one, LocalDate.of(2025, 2, 16))).isEqualTo("not_met");
    assertThat(approver.get(path).body()).contains("15/02/2025");
    leader.post(path + "/end", Map.of("text", "dọn dữ liệu thử"));
  }

  private static String of(Finding one, LocalDate asOf) {
    return findings(asOf).stream()
        .filter(f -> f.target().id().equals(one.target().id()))
        .filter(f -> f.unit().code().equals(one.unit().code()) && f.period().equals(one.period()))
        .map(f -> f.result().code())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nobodyDecidesOnWhatTheyAskedForThemselvesWhateverTheirRoleIsNow() {
    server.account("doi-vai", Role.STAFF, null, null);
    Visitor turned = server.signedIn("doi-vai");
    String path = requested(turned, row("TAN_HIEP", "HM-N11", "2024", "2025-06-30"));
    server
        .part(Store.class)
        .sql()
        .sql("update account set role = 'approver' where login = 'doi-vai'")
        .update();
    turned.signIn("doi-vai", TestServer.PASSWORD);

    HttpResponse<String> own =
        turned.post(path + "/decision", Map.of("act", "approve", "text", ""));

    assertThat(own.statusCode()).isEqualTo(403);
    assertThat(own.body()).contains("Không ai duyệt đề nghị của chính mình.");
    assertThat(turned.get(path).body()).contains("người khác phải duyệt").contains("Chờ duyệt");
    assertThat(turned.post(path + "/withdrawal", Map.of()).statusCode()).isEqualTo(302);
    assertThat(decide(approver, path, "approve", "")).isEqualTo(409);
    assertThat(approver.get(path).body()).contains("Đã rút");
  }

  @Test
  void ofTwoWhoDecideAtOnceOneIsTold() throws Exception {
    String path = requested(staff, row("TAN_XUAN", "HM-N12", "", "2025-06-30"));
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> yes = () -> decide(approver, path, "approve", "");
      Callable<Integer> no = () -> decide(leader, path, "refuse", "Không đủ căn cứ.");
      List<Integer> answers =
          two.invokeAll(List.of(yes, no)).stream().map(WaiverTest::got).toList();

      assertThat(answers).containsExactlyInAnyOrder(302, 409);
      boolean approved = answers.get(0) == 302;
      assertThat(staff.get(path).body()).contains(approved ? "Đã duyệt" : "Không duyệt");
      if (approved) {
        leader.post(path + "/end", Map.of("text", "dọn dữ liệu thử"));
      }
    } finally {
      two.shutdown();
    }
  }

  private static int got(Future<Integer> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatTheReaderOfWaiversWouldSayIsSaidBeforeItIsSent() {
    HttpResponse<String> unknown =
        staff.post("/new-waiver", row("BA_DIEM", "HM-X", "2024", "2025-06-30"));
    HttpResponse<String> day =
        staff.post("/new-waiver", row("BA_DIEM", "HM-N4", "2024", "hôm nào"));
    HttpResponse<String> period =
        staff.post("/new-waiver", row("BA_DIEM", "HM-N4", "2023", "2025-06-30"));

    assertThat(List.of(unknown.statusCode(), day.statusCode(), period.statusCode()))
        .containsOnly(422);
    assertThat(unknown.body()).contains("HM-X").contains("1 chỗ cần sửa");
    assertThat(day.body()).contains("hôm nào").contains("mưa ngập trụ sở"); // All typed is kept.
    assertThat(period.body()).contains("cột period");
  }

  @Test
  void aTargetThatAPersonJudgesCannotBeWaived() {
    String judged =
        findings(TestServer.TODAY).stream()
            .filter(f -> f.reason().code().equals("judgement"))
            .map(f -> f.target().id())
            .findFirst()
            .orElseThrow();

    HttpResponse<String> answer =
        staff.post("/new-waiver", row("HOC_MON", judged, "2024", "2025-06-30"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(
            staff.get("/new-waiver?area=" + area.id() + "&plan=" + PLAN + "&unit=HOC_MON").body())
        .contains("value=\"HM-N6\"")
        .doesNotContain("value=\"" + judged + "\"");
  }

  @Test
  void whereNoPlanIsNamedTheOnesThatCanBeChosenAreShown() {
    HttpResponse<String> page = clerk.get("/new-waiver");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("/new-waiver?area=" + area.id() + "&amp;plan=" + PLAN);
  }

  @Test
  void aClerkAsksForTheOwnUnitOnlyAndSeesNothingOfOthers() {
    String path = requested(staff, row("TAN_THOI_NHI", "HM-N6", "2024", "2025-06-30"));

    assertThat(foreign.get(path).statusCode()).isEqualTo(404);
    assertThat(foreign.post(path + "/withdrawal", Map.of()).statusCode()).isEqualTo(404);
    assertThat(foreign.get("/waivers?unit=TAN_THOI_NHI").body()).doesNotContain(path);
    assertThat(
            foreign
                .post("/new-waiver", row("TAN_THOI_NHI", "HM-N12", "", "2025-06-30"))
                .statusCode())
        .isEqualTo(404);
    assertThat(clerk.post(path + "/decision", Map.of("act", "approve")).statusCode())
        .isEqualTo(403);
    assertThat(decide(staff, path, "approve", "")).isEqualTo(403);
    assertThat(leader.post(path + "/withdrawal", Map.of()).statusCode()).isEqualTo(403);
    assertThat(
            leader
                .post("/new-waiver", row("TAN_THOI_NHI", "HM-N12", "", "2025-06-30"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void refusingNeedsAReasonAndTheSameIsNotAskedForTwiceAtATime() {
    Map<String, String> row = row("TRUNG_CHANH", "HM-N6", "2024", "2025-06-30");
    String path = requested(staff, row);

    assertThat(staff.post("/new-waiver", row).statusCode()).isEqualTo(409);
    assertThat(decide(approver, path, "refuse", " ")).isEqualTo(400);
    assertThat(decide(approver, path, "refuse", "Không đủ căn cứ.")).isEqualTo(302);
    assertThat(staff.get(path).body()).contains("Không duyệt").contains("Không đủ căn cứ.");
    requested(staff, row); // It may be asked for again.
  }

  @Test
  void personsAreNotStored() {
    Map<String, String> phone = row("XUAN_THOI_DONG", "HM-N6", "2024", "2025-06-30");
    phone.put("reason", "liên hệ 0912 345 678");
    Map<String, String> person = row("XUAN_THOI_DONG", "HM-N6", "2024", "2025-06-30");
    person.put("approvedBy", "Nguyễn Văn Bình");

    assertThat(staff.post("/new-waiver", phone).statusCode()).isEqualTo(400);
    assertThat(staff.post("/new-waiver", person).statusCode()).isEqualTo(400);
    assertThat(
            server
                .part(Store.class)
                .sql()
                .sql("select count(*) from waiver_request where unit = 'XUAN_THOI_DONG'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theFindingsAreThoseOfADataFolderWithTheSameWaiversCsv(@TempDir Path folder)
      throws IOException {
    Area own = server.sample("duy_tien_2026");
    Path sample = Path.of("sample-data", "duy_tien_2026");
    try (Stream<Path> files = Files.list(sample)) {
      for (Path file : files.filter(f -> !f.endsWith("waivers.csv")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    LocalDate asOf = LocalDate.of(2027, 2, 1);
    List<Finding> open =
        check(folder, asOf).stream()
            .filter(f -> f.result().code().matches("not_met|missing"))
            .toList();
    assertThat(open).hasSizeGreaterThan(3);
    StringBuilder csv = new StringBuilder("unit,target,until,reason,approved_by,decision,period\n");
    for (int i = 0; i < 4; i++) {
      Finding finding = open.get(i * (open.size() - 1) / 3);
      String period = i % 2 == 0 ? finding.period().text() : "";
      String until = i == 3 ? "2026-01-15" : "2027-06-30";
      Map<String, String> row = row(finding.unit().code(), finding.target().id(), period, until);
      row.put("area", Long.toString(own.id()));
      row.put("plan", "duy_tien_2026");
      String path = requested(staff, row);
      assertThat(decide(approver, path, "approve", "")).isEqualTo(302);
      csv.append(finding.unit().code() + "," + finding.target().id() + "," + until)
          .append(",mưa ngập trụ sở,Chủ tịch UBND huyện,2315/QĐ-UBND," + period + "\n");
    }
    Files.writeString(folder.resolve("waivers.csv"), csv.toString());

    var stored =
        server
            .part(Results.class)
            .judged(server.part(Areas.class).get(own.id()), "duy_tien_2026", asOf, false)
            .evaluation();
    Sentences sentences = new Sentences(stored, new Messages(Language.VI));
    var checked =
        new Check(
                Path.of("").toAbsolutePath(),
                Path.of("rules", "duy_tien_2026"),
                folder,
                asOf,
                false)
            .run();
    Sentences expected = new Sentences(checked, new Messages(Language.VI));

    assertThat(checked.findings()).anyMatch(f -> f.result().code().equals("waived"));
    assertThat(stored.findings().stream().map(f -> text(f) + sentences.of(f)))
        .containsExactlyElementsOf(
            checked.findings().stream().map(f -> text(f) + expected.of(f)).toList());
  }

  private static List<Finding> check(Path folder, LocalDate asOf) {
    return new Check(
            Path.of("").toAbsolutePath(), Path.of("rules", "duy_tien_2026"), folder, asOf, false)
        .run()
        .findings();
  }

  private static String text(Finding f) {
    return String.join(
        " ",
        f.target().id(),
        f.unit().code(),
        f.period().text(),
        f.result().code(),
        f.reason().code(),
        f.flags().toString(),
        f.numerator() + "/" + f.denominator(),
        f.shortfall() + " " + f.waiver() + " ");
  }
}
