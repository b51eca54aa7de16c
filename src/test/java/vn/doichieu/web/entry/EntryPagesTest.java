package vn.doichieu.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.submitting.Clerk;

@Tag("web")
class EntryPagesTest {

  private static TestServer server;
  private static Area area;
  private static Clerk clerk;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample("hoc_mon_2024");
    server.account("clerk", Role.CLERK, area, "TT_HOC_MON");
    clerk = new Clerk(server, server.signedIn("clerk"), area, "TT_HOC_MON");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page() {
    HttpResponse<String> page = clerk.visitor().get(clerk.path("/entry"));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return page.body();
  }

  private static String seen(String page) {
    Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9]+)\"").matcher(page);
    assertThat(seen.find()).isTrue();
    return seen.group(1);
  }

  private static HttpResponse<String> type(String page, String field, String value) {
    return clerk.visitor().post(clerk.path("/entry"), Map.of("seen", seen(page), field, value));
  }

  @Test
  void thePageShowsWhatCountsAsItWouldBeTyped() {
    assertThat(page())
        .contains("id=\"f:workers_total:2024\" name=\"f:workers_total:2024\" value=\"412\"")
        .contains("name=\"f:plan_issued:2024\" value=\"có\"")
        .contains("name=\"f:report_submitted_on:2024-06\" value=\"9/7/2024\"");
  }

  @Test
  void onlyWhatWasChangedIsHandedIn() {
    String trial = Clerk.address(type(page(), "f:communication_forms:2024", "7"));

    String body = clerk.visitor().get(trial).body();

    assertThat(body)
        .contains("sửa: 1")
        .contains("giữ nguyên: 0")
        .contains("nhap-tren-trang.csv, dòng 2");
  }

  @Test
  void anEmptiedFieldTakesItsFigureBack() {
    String trial = Clerk.address(type(page(), "f:pilot_model:2024", "  "));
    assertThat(clerk.visitor().get(trial).body()).contains("rút: 1").contains(">Rút<");

    Clerk.address(clerk.submit(trial));

    assertThat(page()).contains("name=\"f:pilot_model:2024\" value=\"\"");
    assertThat(clerk.visitor().get(clerk.path("/figures")).body()).doesNotContain("pilot_model");
  }

  @Test
  void aValueThatDoesNotFitCanBeMendedOnThePage() {
    String trial = Clerk.address(type(page(), "f:tips_handled:2024", "12,5"));
    String run = clerk.visitor().get(trial).body();
    assertThat(run).contains("“12,5” (không hợp lệ)").contains("/entry?upload=");

    String id = trial.substring(trial.lastIndexOf('/') + 1);
    String back = clerk.visitor().get(clerk.path("/entry?upload=" + id)).body();

    assertThat(back)
        .contains("name=\"f:tips_handled:2024\" value=\"12,5\"")
        .contains("aria-invalid=\"true\"");
  }

  @Test
  void whatWasTypedComesBackWhereItIsRefused() {
    HttpResponse<String> refused =
        clerk
            .visitor()
            .post(
                clerk.path("/entry"),
                Map.of(
                    "seen", seen(page()),
                    "f:tips_handled:2024", "079085001234",
                    "f:tips_received:2024", "77"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("những gì bạn đã nhập vẫn còn trên trang")
        .contains("name=\"f:tips_received:2024\" value=\"77\"")
        .contains("aria-invalid=\"true\"");
  }

  @Test
  void nothingChangedIsNothingHandedIn() {
    HttpResponse<String> answer =
        clerk.visitor().post(clerk.path("/entry"), Map.of("seen", seen(page())));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Chưa có ô nào thay đổi");
  }

  @Test
  void whoTypesIntoAnOldPageIsToldOfWhatCameSince() {
    String old = page();
    Clerk.address(clerk.submit(clerk.tried(clerk.csv("hm_y31", "không"))));

    String trial = Clerk.address(type(old, "f:hm_b1:2024", "không"));

    assertThat(clerk.submit(trial).statusCode()).isEqualTo(409);
    String again = Clerk.address(clerk.visitor().post(trial + "/again", Map.of()));
    assertThat(clerk.visitor().get(again).body()).contains("sửa: 1");
  }

  @Test
  void nobodyHasSeenWhatIsNotThereYet() {
    Map<String, String> form = Map.of("seen", "999999", "f:communication_forms:2024", "9");
    String trial = Clerk.address(clerk.visitor().post(clerk.path("/entry"), form));
    Clerk.address(clerk.submit(clerk.tried(clerk.csv("hm_y31", "có"))));

    assertThat(clerk.submit(trial).statusCode()).isEqualTo(409);
  }

  @Test
  void whatSeveralPlansShareIsAskedOnce() {
    Areas areas = server.part(Areas.class);
    Area both = server.emptyArea("duy_tien_2026");
    areas.attach(both.id(), "hoc_mon_2024", null);
    server.account("staff", Role.STAFF, null, null);
    Clerk staff = new Clerk(server, server.signedIn("staff"), both, both.code());

    String body = staff.visitor().get(staff.path("/entry")).body();

    Matcher names = Pattern.compile(" name=\"(f:[^\"]+)\"").matcher(body);
    assertThat(names.results().map(m -> m.group(1)).toList()).isNotEmpty().doesNotHaveDuplicates();
  }
}
