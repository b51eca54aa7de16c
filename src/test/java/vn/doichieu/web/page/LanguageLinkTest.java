package vn.doichieu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.request.Role;

@Tag("web")
class LanguageLinkTest {

  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\" lang=\"en\"");

  private static TestServer server;
  private static Visitor clerk;
  private static String unit;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    Area area = server.sample("hoc_mon_2024");
    server.account("clerk", Role.CLERK, area, "BA_DIEM");
    clerk = server.signedIn("clerk");
    unit = "/areas/" + area.id() + "/units/BA_DIEM";
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String link(HttpResponse<String> page) {
    Matcher link = LINK.matcher(page.body());
    assertThat(link.find()).as(page.body()).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  private static HttpResponse<String> refused(String referrer) {
    HttpResponse<String> answer =
        clerk.send(
            HttpRequest.newBuilder(clerk.uri(unit + "/uploads"))
                .header("X-CSRF-TOKEN", clerk.token())
                .header("Referer", referrer)
                .POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(400);
    return answer;
  }

  @Test
  void afterARefusedFormItLeadsBackToTheFormInTheOtherLanguage() {
    String link = link(refused(server.address() + unit + "/submit"));

    assertThat(link).isEqualTo(unit + "/submit?lang=en");
    assertThat(clerk.get(link).statusCode()).isEqualTo(200);
    assertThat(clerk.get(link).body()).contains("lang=\"en\"");
    clerk.get(unit + "/submit?lang=vi");
  }

  @Test
  void nobodyIsSentElsewhereOrToWhatTakesFormsOnly() {
    for (String referrer :
        new String[] {
          "https://a.example//evil", "javascript:alert(1)", unit + "/uploads", "//a/x"
        }) {
      assertThat(link(refused(referrer))).isEqualTo("/?lang=en");
    }
    assertThat(link(clerk.get("/none"))).isEqualTo("/?lang=en");
  }

  @Test
  void whatWasAskedForStaysAskedFor() {
    assertThat(link(clerk.get(unit + "/submissions?page=0&lang=vi")))
        .isEqualTo(unit + "/submissions?page=0&lang=en");
    assertThat(link(clerk.post(unit + "/entry", Map.of()))).isEqualTo(unit + "/entry?lang=en");
  }
}
