package vn.doichieu.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures: a commune's clerk sends its own, the staff those of all. */
final class Sending {

  private static final Path FIGURES = Path.of("sample-data", Story.PLAN, "figures.csv");

  private final Story story;

  Sending(Story story) {
    this.story = story;
  }

  void aWrongCellIsToldAndCorrected() {
    Page clerk = story.of("xa-ba-diem");
    story.lookNarrow(clerk, "10-xa-tong-quan");
    story.menu(clerk, "Nộp số liệu");
    story.lookNarrow(clerk, "11-xa-nop");
    upload(
        clerk,
        own()
            .replace(
                "establishments_inspected,2024,12,", "establishments_inspected,2024,mười hai,"));
    assertThat(clerk.locator(".troubles").first().innerText())
        .contains("so-lieu.csv")
        .contains("mười hai");
    story.lookNarrow(clerk, "12-xa-o-sai");
    clerk.click("a:text-is('Chọn tệp khác')");
    upload(clerk, own());
    assertThat(clerk.locator(".troubles").count()).isZero();
    assertThat(clerk.locator("table.moves").innerText()).contains("HM-N6");
    story.lookNarrow(clerk, "13-xa-nop-thu");
    submit(clerk);
    assertThat(clerk.locator("h1").innerText()).contains("1");
    story.lookNarrow(clerk, "14-xa-da-nop");
  }

  void oneFigureIsTyped() {
    Page clerk = story.of("xa-ba-diem");
    story.menu(clerk, "Nộp số liệu");
    clerk.click("main a:has-text('trang nhập')");
    story.lookNarrow(clerk, "15-xa-trang-nhap");
    Locator input = clerk.locator(".field input[value='12']");
    assertThat(input.count()).isEqualTo(1);
    input.fill("một chục");
    clerk.click("main form.entry > button");
    story.look(clerk, "16-xa-nhap-sai");
    clerk.click("a:text-is('Sửa trên trang nhập')");
    clerk.fill("input[value='một chục']", "11");
    clerk.click("main form.entry > button");
    assertThat(clerk.locator("table.figures").first().innerText()).contains("11");
    story.look(clerk, "17-xa-nhap-thu");
    submit(clerk);
    clerk.click("main a:has-text('nộp')");
    story.lookNarrow(clerk, "18-xa-cac-lan-nop");
    clerk.click("main a:text-is('Số liệu đang được tính')");
    story.lookNarrow(clerk, "19-xa-so-lieu");
    story.menu(clerk, "Tổng quan");
    clerk.click(".card a");
    story.lookNarrow(clerk, "20-xa-bang-theo-doi");
  }

  void theStaffHandsInAll() {
    Page staff = story.of("tong-hop");
    story.menu(staff, "Nộp số liệu");
    story.lookNarrow(staff, "21-chon-don-vi");
    staff.click("main a[href$='/folder/submit']");
    upload(staff, figures(line -> !line.startsWith("BA_DIEM,")));
    story.picture(staff, "22-nop-ca-huyen");
    submit(staff);
    story.picture(staff, "23-da-nop-ca-huyen");
    story.go(staff, Story.AREA + "/submissions");
    story.look(staff, "24-cac-lan-nop");
    story.go(staff, Story.AREA + "/locks");
    story.lookNarrow(staff, "25-khoa");
  }

  private static void upload(Page page, String text) {
    page.setInputFiles(
        "#files",
        new FilePayload("so-lieu.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    page.click("main form button");
    page.waitForURL("**/uploads/*");
  }

  private static void submit(Page page) {
    for (Locator each : page.locator("form.submit fieldset textarea").all()) {
      each.fill("đã đối chiếu lại với sổ theo dõi của đơn vị");
    }
    if (page.locator("#knows").count() > 0) {
      page.check("#knows");
    }
    page.click("form.submit > button");
    page.waitForURL("**/submissions/*");
  }

  private static String own() {
    return figures(line -> line.startsWith("unit,") || line.startsWith("BA_DIEM,"));
  }

  private static String figures(Predicate<String> some) {
    try (Stream<String> lines = Files.lines(FIGURES)) {
      return lines.filter(some).collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
