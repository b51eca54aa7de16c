package vn.doichieu.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** The administrator's part: the first start, the area, its plan, the accounts. */
final class Beginning {

  private final Story story;
  private final Page admin;

  private Beginning(Story story, Page admin) {
    this.story = story;
    this.admin = admin;
  }

  static Beginning firstStart(Story story) {
    String oneTime = story.server().server().firstPassword();
    Page admin = story.firstSignIn("admin", oneTime);
    story.lookNarrow(admin, "01-mat-khau");
    story.choosePassword("admin", oneTime);
    story.look(admin, "02-chua-co-gi");
    return new Beginning(story, admin);
  }

  void makesTheArea() {
    story.menu(admin, "Địa bàn");
    story.look(admin, "03-dia-ban");
    admin.setInputFiles("#units", Path.of("sample-data", Story.PLAN, "units.csv"));
    admin.click("button:text-is('Thêm địa bàn')");
    assertThat(admin.locator("main").innerText()).contains("Hóc Môn");
    admin.selectOption("#plan-1", Story.PLAN);
    admin.click("button:text-is('Gắn kế hoạch')");
    story.lookNarrow(admin, "04-gan-ke-hoach");
  }

  /** Makes an account of each role; each signs in once by the password that the page shows. */
  void makesAccounts() {
    account("clerk", "xa-ba-diem", "UBND xã Bà Điểm");
    for (List<String> office :
        List.of(
            List.of("staff", "tong-hop", "Bộ phận tổng hợp"),
            List.of("auditor", "kiem-tra", "Thanh tra huyện"),
            List.of("approver", "phe-duyet", "Văn phòng UBND huyện"),
            List.of("leader", "lanh-dao", "Lãnh đạo UBND huyện"))) {
      account(office.get(0), office.get(1), office.get(2));
    }
    story.menu(admin, "Tài khoản");
    story.lookNarrow(admin, "06-tai-khoan");
    admin.click("main table a:text-is('xa-ba-diem')");
    story.look(admin, "07-mot-tai-khoan");
  }

  private void account(String role, String login, String office) {
    story.menu(admin, "Tài khoản");
    admin.fill("#new-login", login);
    admin.fill("#title", office);
    admin.selectOption("#role", role);
    if (role.equals("clerk")) {
      admin.selectOption("#area", "1");
      admin.fill("#unit", "BA_DIEM");
    }
    admin.click("button:text-is('Thêm tài khoản')");
    String oneTime = admin.textContent(".secret");
    if (role.equals("clerk")) {
      story.look(admin, "05-mat-khau-mot-lan");
    }
    story.firstSignIn(login, oneTime);
    story.choosePassword(login, oneTime);
  }

  void findsTheLogWhole() {
    story.menu(admin, "Nhật ký");
    admin.click("button:text-is('Kiểm tra cả chuỗi')");
    assertThat(admin.locator(".notice").first().innerText()).contains("còn nguyên");
    story.lookNarrow(admin, "60-nhat-ky");
    assertThat(admin.locator("main").innerText())
        .contains("xa-ba-diem")
        .contains("submission.made")
        .contains("audit.verified");
    story.menu(admin, "Sao lưu");
    story.look(admin, "61-sao-luu");
    story.menu(admin, "Mã truy cập");
    story.lookNarrow(admin, "62-ma-truy-cap");
  }
}
