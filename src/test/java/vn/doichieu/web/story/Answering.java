package vn.doichieu.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A leader looks, asks and accepts; a unit answers; a waiver is asked for and approved. */
final class Answering {

  /** What the unit answers, to be found in the list. */
  static final String ANSWER = "Trụ sở bị ngập, báo cáo được gửi bù ngay tuần sau đó.";

  private static final int MOST_KEYS = 60;

  private final Story story;
  private final Page leader;
  private final Page clerk;
  private String finding = "";
  private String inquiry = "";

  Answering(Story story) {
    this.story = story;
    leader = story.of("lanh-dao");
    clerk = story.of("xa-ba-diem");
  }

  void theLeaderFindsAResultByKeyboard() {
    story.menu(leader, "Tổng quan");
    story.lookNarrow(leader, "30-lanh-dao-tong-quan");
    leader.click(".card a");
    leader.waitForSelector(".tally-chart canvas");
    story.lookNarrow(leader, "31-bang-theo-doi");
    leader.locator("#grid tbody a[tabindex='0']").focus();
    press("ArrowDown", "e => e.closest('tr').cells[0].textContent.includes('Bà Điểm')");
    press("ArrowRight", "e => e.closest('td')?.classList.contains('r-below')");
    leader.keyboard().press("Enter");
    leader.waitForURL("**/findings/**");
    finding = leader.url();
    assertThat(leader.locator(".verdict").innerText()).contains("Dưới mức chung").contains("11/58");
    assertThat(leader.locator("mark").first().innerText()).isNotBlank();
    story.lookNarrow(leader, "32-ket-qua");
    story.go(leader, story.plan() + "/findings?unit=BA_DIEM");
    story.lookNarrow(leader, "33-cac-ket-qua");
  }

  private void press(String key, String until) {
    for (int i = 0; i < MOST_KEYS; i++) {
      Locator focused = leader.locator(":focus");
      if (Boolean.TRUE.equals(focused.evaluate(until))) {
        return;
      }
      leader.keyboard().press(key);
    }
    throw new AssertionError("never came by " + key + " to where " + until);
  }

  void theLeaderAsksTheUnitAnswers() {
    leader.navigate(finding);
    leader.click("summary:has-text('Đề nghị đơn vị giải trình')");
    leader.fill("textarea[name=text]", "Vì sao đơn vị không thực hiện đúng, và khắc phục ra sao?");
    leader.fill("input[name=due]", "2025-02-10");
    story.look(leader, "34-de-nghi-giai-trinh");
    leader.click("button:text-is('Gửi đề nghị')");
    inquiry = leader.url();
    story.menu(clerk, "Giải trình");
    story.lookNarrow(clerk, "35-xa-giai-trinh");
    clerk.click("main table a");
    clerk.fill("#answer", ANSWER);
    story.lookNarrow(clerk, "36-xa-tra-loi");
    clerk.click("button:text-is('Gửi giải trình')");
    leader.navigate(inquiry);
    assertThat(leader.locator(".thread").innerText()).contains(ANSWER);
    story.lookNarrow(leader, "37-xem-giai-trinh");
    leader.click("button:text-is('Chấp nhận')");
    assertThat(leader.locator("main").innerText()).contains("Đã chấp nhận");
    story.menu(leader, "Giải trình");
    story.look(leader, "38-cac-giai-trinh");
  }

  void aWaiverIsAskedForAndApprovedByAnother() {
    clerk.navigate(finding);
    story.lookNarrow(clerk, "39-xa-ket-qua");
    clerk.click("a:text-is('Đề nghị miễn trừ, gia hạn')");
    clerk.fill("#until", "2025-03-31");
    clerk.fill("#reason", "Trụ sở bị ngập, xin gia hạn.");
    clerk.fill("#approvedBy", "UBND huyện Hóc Môn");
    clerk.fill("#decision", "145/QĐ-UBND");
    clerk.click("button[value=preview]");
    story.lookNarrow(clerk, "40-xa-de-nghi-gia-han");
    clerk.click("button[value=send]");
    story.look(clerk, "41-xa-da-de-nghi");
    String waiver = clerk.url();
    Page approver = story.of("phe-duyet");
    story.menu(approver, "Miễn trừ, gia hạn");
    story.lookNarrow(approver, "42-cac-gia-han");
    approver.navigate(waiver);
    story.lookNarrow(approver, "43-duyet-gia-han");
    approver.click("button[value=approve]");
    assertThat(approver.locator("main").innerText()).contains("Đã duyệt");
    leader.navigate(finding);
    assertThat(leader.locator("main").innerText()).contains("145/QĐ-UBND").contains(ANSWER);
    story.look(leader, "44-ket-qua-sau");
  }
}
