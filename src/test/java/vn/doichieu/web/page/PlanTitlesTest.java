package vn.doichieu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Role;

@Tag("web")
class PlanTitlesTest {

  private static final String PLAN = "hoc_mon_2024";

  private static TestServer server;
  private static Area area;
  private static PlanTitle title;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample(PLAN);
    title = server.part(Areas.class).plan(area.id(), PLAN).title();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void assertTitled(String login, Role role, List<String> paths) {
    server.account(login, role, null, null);
    Visitor visitor = server.signedIn(login);
    for (String path : paths) {
      assertThat(visitor.get(path + "?lang=vi").body()).as(path).contains(title.vi());
      assertThat(visitor.get(path + "?lang=en").body())
          .as(path)
          .contains(title.en())
          .doesNotContain(title.vi());
    }
  }

  @Test
  void everyPageNamesPlansInItsLanguage() {
    assertThat(title.en()).isNotEmpty().isNotEqualTo(title.vi());
    String at = "/areas/" + area.id();
    String plan = at + "/plans/" + PLAN;
    assertTitled("admin.reads", Role.ADMINISTRATOR, List.of("/admin/areas"));
    assertTitled(
        "staff.reads",
        Role.STAFF,
        List.of(
            "/",
            plan,
            plan + "/findings",
            plan + "/records",
            plan + "/lists",
            "/lists",
            at + "/locks",
            at + "/units/BA_DIEM/entry",
            "/inquiries",
            "/waivers",
            "/new-waiver",
            "/rules",
            "/rules/" + PLAN));
  }

  @Test
  void aPlanWithoutAnEnglishTitleKeepsItsOwn() {
    assertThat(new PlanTitle("Kế hoạch", "").in(Locale.ENGLISH)).isEqualTo("Kế hoạch");
  }
}
