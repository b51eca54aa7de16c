package vn.doichieu.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import vn.doichieu.testing.web.TestServer;

/** An auditor raises a threshold, an approver publishes it, the dashboard tells. */
final class RuleChange {

  private final Story story;
  private final Page auditor;

  RuleChange(Story story) {
    this.story = story;
    auditor = story.of("kiem-tra");
  }

  void aThresholdIsRaisedAndProposed() {
    story.menu(auditor, "Quy tắc");
    story.lookNarrow(auditor, "45-quy-tac");
    auditor.click("main table a[href$='/" + Story.PLAN + "']");
    story.lookNarrow(auditor, "46-ke-hoach");
    auditor.click("a:text-is('Phiên bản 1')");
    story.look(auditor, "47-ban-1");
    story.go(auditor, "/rules/" + Story.PLAN);
    auditor.click("button:text-is('Soạn bản nháp mới')");
    String draft = auditor.url();
    story.lookNarrow(auditor, "48-ban-nhap");
    auditor.click("table.rows a:text-is('HM-N6')");
    auditor.waitForLoadState(); // What is typed before the scripts run is checked only later.
    auditor.fill("#f-threshold", "2O%");
    auditor.waitForSelector("#told-threshold:has-text('2O%')");
    story.lookNarrow(auditor, "49-o-sai");
    auditor.fill("#f-threshold", "30%");
    auditor.waitForSelector("#row-told .ran");
    assertThat(auditor.locator("#told-threshold").innerText()).doesNotContain("2O%");
    story.lookNarrow(auditor, "50-o-dung");
    auditor.click("button:text-is('Lưu')");
    auditor.navigate(draft);
    auditor.click("a:text-is('Chạy mọi tình huống')");
    auditor.waitForSelector("#case-results .ran");
    story.look(auditor, "51-tinh-huong");
    auditor.navigate(draft + "/proposal");
    auditor.fill("#asOf", TestServer.TODAY.toString());
    auditor.click("button:text-is('Tính tác động')");
    Locator sentence = auditor.locator("#impact .sentence");
    sentence.waitFor();
    assertThat(sentence.innerText()).contains("HM-N6");
    auditor.fill("#note", "Nâng mức kiểm tra; tình huống HM-N6 sai như dự kiến");
    story.lookNarrow(auditor, "52-tac-dong");
    auditor.click("button:text-is('Đề nghị duyệt')");
    story.look(auditor, "53-da-de-nghi");
  }

  void anotherPublishesItAndTheDashboardTells() {
    Page leader = story.of("lanh-dao");
    String here = story.plan() + "/findings/HM-N6/DONG_THANH/2024";
    story.go(leader, here);
    assertThat(leader.locator(".verdict .word").innerText()).isEqualTo("Đạt");
    Page approver = story.of("phe-duyet");
    approver.navigate(auditor.url());
    story.lookNarrow(approver, "54-duyet-quy-tac");
    approver.click("button:text-is('Duyệt và ban hành')");
    story.go(approver, "/rules/" + Story.PLAN);
    assertThat(approver.locator("main table").innerText()).contains("Phiên bản 2");
    story.look(approver, "55-hai-ban");
    story.go(approver, "/rules/" + Story.PLAN + "/compare?before=1&after=2");
    story.look(approver, "56-so-sanh");
    leader.reload();
    assertThat(leader.locator(".verdict .word").innerText()).isEqualTo("Dưới mức chung");
    story.go(leader, story.plan());
    assertThat(leader.locator("main > .hint").first().innerText()).contains("2");
    story.look(leader, "57-bang-theo-doi-sau");
  }
}
