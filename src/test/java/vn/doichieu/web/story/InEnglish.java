package vn.doichieu.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** The main pages once in English. */
final class InEnglish {

  private InEnglish() {}

  static void readsTheMainPages(Story story) {
    Page leader = story.of("lanh-dao");
    leader.click(".who a:text-is('English')");
    int number = 70;
    for (String path :
        List.of(
            "/",
            story.plan(),
            story.plan() + "/findings?unit=BA_DIEM",
            story.plan() + "/findings/HM-N6/BA_DIEM/2024",
            story.plan() + "/records",
            story.plan() + "/lists",
            Story.AREA + "/submissions",
            Story.AREA + "/units/BA_DIEM/figures",
            "/inquiries",
            "/waivers",
            "/rules/" + Story.PLAN)) {
      story.go(leader, path);
      assertThat(leader.getAttribute("html", "lang")).as(path).isEqualTo("en");
      story.look(leader, number++ + "-en");
    }
  }
}
