package vn.doichieu.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestBrowser;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.request.Role;

@Tag("web")
class DashboardTest {

  private static TestServer server;
  private static Area area;
  private static Visitor leader;
  private static Visitor clerk;
  private static String base;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample("hoc_mon_2024");
    base = "/areas/" + area.id() + "/plans/hoc_mon_2024";
    server.account("leader", Role.LEADER, null, null);
    server.account("clerk", Role.CLERK, area, "BA_DIEM");
    leader = server.signedIn("leader");
    clerk = server.signedIn("clerk");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aFindingIsShownWithSentenceFiguresStepsAndSubmission() {
    String page = leader.get(base + "/findings/HM-N6/HOC_MON/2024").body().replace('\u00a0', ' ');

    assertThat(page)
        .contains("Không đạt", "78/398", "<mark>tổ chức kiểm tra ít nhất 20%")
        .contains("figures.csv, dòng 19", "Lần nộp số 1", "78 × 100 = 7.800");
  }

  @Test
  void clerksSeeTheirOwnUnitAndNothingOfOthers() {
    String page = clerk.get(base).body();

    assertThat(page).contains("HM-N6").doesNotContain("Xã Nhị Bình", "NHI_BINH");
    assertThat(clerk.get(base + "/findings").body()).doesNotContain("Xã Nhị Bình");
    assertThat(clerk.get(base + "/findings/HM-N6/BA_DIEM/2024").statusCode()).isEqualTo(200);
    assertThat(clerk.get(base + "/findings/HM-N6/NHI_BINH/2024").statusCode()).isEqualTo(404);
    assertThat(clerk.get(base + "/findings/HM-N6/HOC_MON/2024").statusCode()).isEqualTo(404);
  }

  @Test
  void whoHasGivenNothingIsNamed() {
    assertThat(leader.get(base).body()).contains("Chưa nộp số liệu nào: 2 đơn vị");
  }

  @Test
  void theRunningYearIsHeldAgainstPaceAndAFinishedOneIsNot() {
    assertThat(leader.get(base + "?asOf=2024-06-01").body()).contains("id=\"pace\"");
    assertThat(leader.get(base).body()).doesNotContain("id=\"pace\"");
  }

  @Test
  void whatThereIsNotIsNotFoundAndADayThatIsNoneIsRefused() {
    assertThat(leader.get(base + "?asOf=2024-13-01").statusCode()).isEqualTo(400);
    assertThat(leader.get("/areas/" + area.id() + "/plans/dong_nai_2023").statusCode())
        .isEqualTo(404);
    assertThat(leader.get(base + "/findings/HM-N6/HOC_MON/2023").statusCode()).isEqualTo(404);
    assertThat(leader.get("/areas/999/plans/hoc_mon_2024").statusCode()).isEqualTo(404);
  }

  @Test
  void pagesAreAccessibleAndFitAndTheGridIsUsedByKeys() {
    try (TestBrowser browser = TestBrowser.start()) {
      for (int width : new int[] {1280, 360}) {
        Page page = browser.window(width);
        TestBrowser.signIn(page, server.address(), "leader", TestServer.PASSWORD);
        for (String path :
            new String[] {
              "/",
              base,
              base + "?asOf=2024-06-01",
              base + "/findings",
              base + "/findings/HM-N6/HOC_MON/2024",
              base + "/records"
            }) {
          page.navigate(server.address() + path);
          browser.mustBeAccessible(page);
          assertThat(
                  page.evaluate(
                      "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .as("what sticks out of %s at %s", path, width)
              .isEqualTo(0);
          TestBrowser.picture(page, "xem" + width + path.replaceAll("\\W+", "-"));
        }
      }
      Page page = browser.window(1280);
      TestBrowser.signIn(page, server.address(), "leader", TestServer.PASSWORD);
      page.navigate(server.address() + base);
      page.focus("#grid tbody a[tabindex='0']");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowDown");
      assertThat(page.evaluate("document.activeElement.closest('tr').rowIndex")).isEqualTo(2);
      assertThat(page.evaluate("document.activeElement.closest('td').cellIndex")).isEqualTo(2);
      page.selectOption("#filter-result", "missing");
      page.waitForSelector("#grid-part[data-status*='phù hợp']");
      assertThat(page.textContent("#grid-status")).contains("phù hợp").doesNotContain("{");
      assertThat(page.url()).contains("result=missing");
      page.click("#sort-unit");
      page.waitForSelector("th[aria-sort=ascending] #sort-unit");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("sort-unit");
      page.focus("#grid tbody a[tabindex='0']");
      page.keyboard().press("ArrowDown");
      assertThat(page.evaluate("document.activeElement.closest('tr').rowIndex")).isEqualTo(2);
    }
  }
}
