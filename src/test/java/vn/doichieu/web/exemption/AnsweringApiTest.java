package vn.doichieu.web.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;

/** Questions, answers and waivers by programs. */
@Tag("web")
class AnsweringApiTest {

  private static TestServer server;
  private static String plan;
  private static String leader;
  private static String clerk;
  private static String foreign;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    Area area = server.sample("hoc_mon_2024");
    plan = "/api/v1/areas/" + area.id() + "/plans/hoc_mon_2024";
    leader = token(server.account("lanh-dao", Role.LEADER, null, null).viewer(true));
    clerk = token(server.account("xa-mot", Role.CLERK, area, "XUAN_THOI_THUONG").viewer(true));
    foreign = token(server.account("xa-khac", Role.CLERK, area, "BA_DIEM").viewer(true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String token(Viewer viewer) {
    return server.part(ApiTokens.class).create(viewer, "thử", ApiTokens.Scope.WRITE, 10);
  }

  private static HttpRequest.Builder request(String token, String path) {
    Visitor visitor = server.visitor();
    return HttpRequest.newBuilder(visitor.uri(path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> get(String token, String path) {
    return server.visitor().send(request(token, path).GET());
  }

  private static HttpResponse<String> post(String token, String path, String json) {
    return server
        .visitor()
        .send(request(token, path).POST(BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  @Test
  void aThreadIsHeldByProgramsToo() {
    HttpResponse<String> asked =
        post(
            leader,
            plan + "/inquiries",
            "{'target':'HM-N8','unit':'XUAN_THOI_THUONG','period':'2024','text':'Vì sao?'}");
    assertThat(asked.statusCode()).isEqualTo(201);
    String path = asked.headers().firstValue("Location").orElseThrow();
    assertThat(asked.body()).contains("\"state\":\"open\"", "\"result\":\"not_met\"");

    assertThat(post(foreign, path + "/messages", "{'kind':'answer','text':'x'}").statusCode())
        .isEqualTo(404);
    assertThat(get(foreign, path).statusCode()).isEqualTo(404);
    HttpResponse<String> answered =
        post(clerk, path + "/messages", "{'kind':'answer','text':'Mưa ngập.'}");
    assertThat(answered.body()).contains("\"state\":\"answered\"", "Mưa ngập.");
    assertThat(post(leader, path + "/messages", "{'kind':'acceptance','revision':1}").statusCode())
        .isEqualTo(409);
    assertThat(post(leader, path + "/messages", "{'kind':'acceptance','revision':2}").body())
        .contains("\"state\":\"accepted\"");
    assertThat(post(leader, path + "/messages", "{'kind':'shout','text':'x'}").statusCode())
        .isEqualTo(400);

    HttpResponse<String> list = get(leader, plan + "/inquiries?size=1");
    assertThat(list.body()).contains("\"total\":1", "\"page\":0", "\"size\":1");
    String tag = list.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        server
            .visitor()
            .send(request(leader, plan + "/inquiries?size=1").header("If-None-Match", tag).GET());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(get(foreign, plan + "/inquiries").body()).contains("\"total\":0");
  }

  @Test
  void aWaiverIsAskedForAndDecidedByProgramsToo() {
    String row =
        "{'unit':'XUAN_THOI_THUONG','target':'HM-N6','period':'2024','until':'2025-03-31',"
            + "'reason':'mưa ngập','approved_by':'UBND huyện','decision':'12/QĐ'}";
    assertThat(post(clerk, plan + "/waivers/preview", row).body())
        .contains("\"without\":\"not_met\",\"with\":\"waived\"");
    HttpResponse<String> asked = post(clerk, plan + "/waivers", row);
    assertThat(asked.statusCode()).isEqualTo(201);
    String path = asked.headers().firstValue("Location").orElseThrow();

    HttpResponse<String> wrong = post(clerk, plan + "/waivers", row.replace("HM-N6", "HM-X"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("waiver_unmatched", "\"column\":\"target\"");
    assertThat(post(foreign, plan + "/waivers", row).statusCode()).isEqualTo(404);
    assertThat(post(clerk, path + "/decision", "{'decision':'approve'}").statusCode())
        .isEqualTo(403);
    assertThat(post(leader, path + "/decision", "{'decision':'approve'}").body())
        .contains("\"state\":\"approved\"");
    assertThat(post(clerk, path + "/withdrawal", "{}").statusCode()).isEqualTo(409);
    assertThat(get(leader, plan + "/waivers?state=approved").body()).contains("\"total\":1");
    assertThat(post(leader, path + "/end", "{'reason':'hết'}").body())
        .contains("\"state\":\"ended\"");
    assertThat(get(leader, plan + "/waivers?state=gone").statusCode()).isEqualTo(400);
  }
}
