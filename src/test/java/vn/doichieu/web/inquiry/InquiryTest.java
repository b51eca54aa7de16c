package vn.doichieu.web.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.publication.Replies;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.store.Store;

@Tag("web")
class InquiryTest {

  private static final String PLAN = "hoc_mon_2024";
  private static final String UNIT = "TAN_THOI_NHI";

  private static TestServer server;
  private static Area area;
  private static Visitor leader;
  private static Visitor clerk;
  private static Visitor foreign;
  private static Visitor staff;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample(PLAN);
    server.account("lanh-dao", Role.LEADER, null, null);
    server.account("tan-thoi-nhi", Role.CLERK, area, UNIT);
    server.account("ba-diem", Role.CLERK, area, "BA_DIEM");
    server.account("tong-hop", Role.STAFF, null, null);
    leader = server.signedIn("lanh-dao");
    clerk = server.signedIn("tan-thoi-nhi");
    foreign = server.signedIn("ba-diem");
    staff = server.signedIn("tong-hop");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, String> question(String target, String unit, String text) {
    Map<String, String> form = new HashMap<>();
    form.put("area", Long.toString(area.id()));
    form.put("plan", PLAN);
    form.put("target", target);
    form.put("unit", unit);
    form.put("period", "2024");
    form.put("text", text);
    return form;
  }

  private static String asked(String target, String unit, String text) {
    return location(leader.post("/inquiries", question(target, unit, text)));
  }

  /** The path of what was made. */
  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElse("");
    return location.substring(location.indexOf("/inquiries/"));
  }

  private static Map<String, String> text(String text) {
    return Map.of("text", text);
  }

  private static String revision(String path) {
    String page = leader.get(path).body();
    int at = page.indexOf("name=\"revision\" value=\"") + "name=\"revision\" value=\"".length();
    return page.substring(at, page.indexOf('"', at));
  }

  @Test
  void aLeaderAsksTheUnitAnswersTheLeaderAcceptsAndAsksOnceMore() {
    String path = asked("HM-N6", UNIT, "Vì sao chỉ kiểm tra 5 cơ sở?");

    assertThat(clerk.get("/inquiries").body()).contains(path).contains("Chờ đơn vị trả lời");
    assertThat(clerk.post(path + "/answers", text("Hai đoàn kiểm tra bị hoãn.")).statusCode())
        .isEqualTo(302);
    assertThat(clerk.post(path + "/answers", text("Sẽ bù trong quý I.")).statusCode())
        .isEqualTo(302);
    assertThat(staff.post(path + "/notes", text("Đã đối chiếu công văn hoãn.")).statusCode())
        .isEqualTo(302);
    assertThat(leader.get(path).body())
        .contains("Đơn vị đã trả lời, chờ xem xét")
        .contains("Vì sao chỉ kiểm tra 5 cơ sở?")
        .contains("Hai đoàn kiểm tra bị hoãn.")
        .contains("Sẽ bù trong quý I.")
        .contains("Ghi chú của bộ phận tổng hợp")
        .contains("Dưới mức chung 5/27");
    String revision = revision(path);
    Map<String, String> acceptance = Map.of("revision", revision, "text", "");
    assertThat(leader.post(path + "/acceptance", acceptance).statusCode()).isEqualTo(302);
    assertThat(leader.get(path).body()).contains("Đã chấp nhận");
    assertThat(clerk.post(path + "/answers", text("Còn nữa")).statusCode()).isEqualTo(409);

    assertThat(leader.post(path + "/questions", text("Quý I đã bù chưa?")).statusCode())
        .isEqualTo(302);
    assertThat(clerk.get(path).body())
        .contains("Chờ đơn vị trả lời")
        .contains("Quý I đã bù chưa?")
        .contains("Hai đoàn kiểm tra bị hoãn.");
    List<String> actions =
        server
            .part(Store.class)
            .sql()
            .sql("select action from audit_entry where subject = ? order by number desc")
            .param("HOC_MON hoc_mon_2024 HM-N6 " + UNIT + " 2024")
            .query(String.class)
            .list();
    assertThat(actions)
        .containsExactly(
            "inquiry.asked_again",
            "inquiry.acceptance",
            "inquiry.note",
            "inquiry.answer",
            "inquiry.answer",
            "inquiry.asked");
  }

  @Test
  void theFindingAsItStoodIsShownBesideWhatItIsNow() {
    String path = asked("HM-N6", "TRUNG_CHANH", "Vì sao 4/38?");
    var figures = new TreeMap<String, byte[]>();
    figures.put(
        "bo-sung.csv",
        "unit,item,period,value\nTRUNG_CHANH,establishments_inspected,2024,9\n"
            .getBytes(StandardCharsets.UTF_8));
    var hand = server.account("nop-bo-sung", Role.STAFF, null, null).viewer(true);
    Filings filings = server.part(Filings.class);
    long upload = filings.keep(hand, area, "TRUNG_CHANH", Upload.Kind.FILE, figures, Set.of());
    filings.submit(hand, filings.upload(upload), "", null);

    String page = leader.get(path).body();

    assertThat(page).contains("Dưới mức chung 4/38").contains("Đạt 9/38");
    assertThat(page.indexOf("Dưới mức chung 4/38")).isLessThan(page.indexOf("Đạt 9/38"));
  }

  @Test
  void aClerkOfAnotherUnitFindsNothing() {
    String path = asked("HM-N6", "XUAN_THOI_DONG", "Vì sao 2/33?");

    assertThat(foreign.get(path).statusCode()).isEqualTo(404);
    assertThat(foreign.post(path + "/answers", text("Của xã khác")).statusCode()).isEqualTo(404);
    assertThat(foreign.get("/inquiries?unit=XUAN_THOI_DONG").body()).doesNotContain(path);
    assertThat(leader.get(path).body()).doesNotContain("Của xã khác");
  }

  @Test
  void onlyTheOneWhoseTurnItIsMaySpeak() {
    String path = asked("HM-N8", "XUAN_THOI_THUONG", "Vì sao chưa tổ chức?");

    assertThat(clerk.post("/inquiries", question("HM-N2", UNIT, "x")).statusCode()).isEqualTo(403);
    assertThat(staff.post(path + "/answers", text("thay xã")).statusCode()).isEqualTo(403);
    assertThat(leader.post(path + "/answers", text("thay xã")).statusCode()).isEqualTo(403);
    assertThat(staff.post(path + "/acceptance", Map.of("revision", "1")).statusCode())
        .isEqualTo(403);
    HttpResponse<String> early = leader.post(path + "/acceptance", Map.of("revision", "1"));
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("Đơn vị chưa trả lời");
  }

  @Test
  void whoeverAcceptsMustHaveReadTheLastWord() {
    server.account("xuan-thoi-thuong", Role.CLERK, area, "XUAN_THOI_THUONG");
    Visitor unit = server.signedIn("xuan-thoi-thuong");
    String path = asked("HM-N6", "XUAN_THOI_THUONG", "Vì sao 0/29?");
    unit.post(path + "/answers", text("Chưa có đoàn."));
    String read = revision(path);
    unit.post(path + "/answers", text("Đính chính: có một đoàn."));

    Map<String, String> late = Map.of("revision", read, "text", "Đồng ý như đã viết");
    HttpResponse<String> answer = leader.post(path + "/acceptance", late);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Vừa có trao đổi mới")
        .contains("Đính chính: có một đoàn.")
        .contains("Đồng ý như đã viết"); // What was typed is still there.
  }

  @Test
  void aSecondQuestionAboutOneFindingIsToldWhereTheFirstIs() {
    asked("HM-N2", "XUAN_THOI_DONG", "Lần một");

    HttpResponse<String> again =
        leader.post("/inquiries", question("HM-N2", "XUAN_THOI_DONG", "Lần hai"));

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("đã được đề nghị giải trình").contains("Lần hai");
  }

  @Test
  void ofTwoLeadersWhoAskAtOnceOneIsTold() throws Exception {
    server.account("lanh-dao-2", Role.LEADER, null, null);
    Visitor other = server.signedIn("lanh-dao-2");
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> first =
          () -> leader.post("/inquiries", question("HM-N11", "TAN_HIEP", "A?")).statusCode();
      Callable<Integer> second =
          () -> other.post("/inquiries", question("HM-N11", "TAN_HIEP", "B?")).statusCode();
      List<Integer> answers =
          two.invokeAll(List.of(first, second)).stream().map(InquiryTest::got).toList();

      assertThat(answers).containsExactlyInAnyOrder(302, 409);
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
  void numbersOfPeopleAreRefusedAndRepeatedNowhere() {
    String path = asked("HM-N12", "TAN_XUAN", "Vì sao?");
    server.account("tan-xuan", Role.CLERK, area, "TAN_XUAN");
    Visitor unit = server.signedIn("tan-xuan");

    HttpResponse<String> identity = unit.post(path + "/answers", text("CCCD 079085001234 đã hẹn"));
    HttpResponse<String> phone =
        unit.post(path + "/answers", text("Gọi 0912345678 0987654321 để rõ"));
    Map<String, String> ask = question("HM-N12", "TAN_THOI_NHI", "Hỏi số ０９１２３４５６７８");
    HttpResponse<String> wide = leader.post("/inquiries", ask);

    assertThat(List.of(identity.statusCode(), phone.statusCode(), wide.statusCode()))
        .containsOnly(400);
    assertThat(identity.body()).contains("không nhận dữ liệu cá nhân");
    assertThat(leader.get(path).body()).doesNotContain("079085001234").doesNotContain("0912345678");
    assertThat(
            server
                .part(Store.class)
                .sql()
                .sql("select subject || detail from audit_entry")
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(entry -> entry.matches(".*(0790850|09123456).*"));
  }

  @Test
  void whatIsWrittenIsShownAsTextAndNothingElse() {
    String path = asked("HM-N12", "XUAN_THOI_SON", "<script>alert(1)</script> & \"x\"\nDòng hai");

    assertThat(leader.get(path).body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void blankAndOverlongTextsAndPastDaysAreRefused() {
    assertThat(leader.post("/inquiries", question("HM-N4", "HOC_MON", " \n ")).statusCode())
        .isEqualTo(400);
    assertThat(
            leader.post("/inquiries", question("HM-N4", "HOC_MON", "x".repeat(4001))).statusCode())
        .isEqualTo(400);
    Map<String, String> past = question("HM-N2", "HOC_MON", "Vì sao?");
    past.put("due", "2025-01-31");
    HttpResponse<String> answer = leader.post("/inquiries", past);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Hạn trả lời phải từ hôm nay");
  }

  @Test
  void aFindingThatIsNotThereCannotBeAskedAbout() {
    assertThat(leader.post("/inquiries", question("HM-N99", UNIT, "Gì?")).statusCode())
        .isEqualTo(404);
    Map<String, String> elsewhere = question("HM-N6", UNIT, "Gì?");
    elsewhere.put("plan", "dong_nai_2023");
    assertThat(leader.post("/inquiries", elsewhere).statusCode()).isEqualTo(404);
  }

  @Test
  void whatUnitsRepliedIsThereForTheLeadersList() {
    server.account("nhi-binh", Role.CLERK, area, "NHI_BINH");
    Visitor unit = server.signedIn("nhi-binh");
    String path = asked("HM-N9", "NHI_BINH", "Vì sao chưa báo cáo?");
    unit.post(path + "/answers", text("Kế hoạch đang trình ký."));

    Replies replies = server.part(Threads.class).replies(area.id(), PLAN);

    Replies.Reply reply = replies.all().get(new Replies.Subject("HM-N9", "NHI_BINH", "2024"));
    assertThat(reply).isNotNull();
    assertThat(reply.state()).isEqualTo(Replies.State.ANSWERED);
    assertThat(reply.answer()).isEqualTo("Kế hoạch đang trình ký.");
    assertThat(reply.answeredOn()).isEqualTo(TestServer.TODAY);
  }
}
