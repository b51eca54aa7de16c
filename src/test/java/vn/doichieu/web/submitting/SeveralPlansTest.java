package vn.doichieu.web.submitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.form.EntryForm;
import vn.doichieu.testing.FilledForm;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.result.Results;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** An area with two plans: one submission is read by both. */
@Tag("web")
class SeveralPlansTest {

  private static final String UNIT = "TT_HOC_MON";

  private static TestServer server;
  private static Area area;
  private static Clerk clerk;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    Area made = server.emptyArea("hoc_mon_2024");
    server.part(Areas.class).attach(made.id(), "dong_nai_2023", null);
    area = server.part(Areas.class).get(made.id());
    server.account("clerk", Role.CLERK, area, UNIT);
    clerk = new Clerk(server, server.signedIn("clerk"), area, UNIT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private byte[] form(String plan, String item, String value) throws IOException {
    Path blank = folder.resolve("blank.xlsx");
    try (OutputStream out = Files.newOutputStream(blank)) {
      EntryForm.read(Path.of("rules", plan), Path.of("sample-data", "hoc_mon_2024", "units.csv"))
          .forUnits(Set.of(UNIT))
          .writeSheets(out, new Messages(Language.VI));
    }
    try (FilledForm form = FilledForm.of(blank)) {
      form.fill(List.of(Map.of("unit", UNIT, "item", item, "period", "2024", "value", value)));
      return Files.readAllBytes(form.save(folder.resolve("filled.xlsx")));
    }
  }

  @Test
  void theFormOfOnePlanIsNoProblemOfTheOther() throws IOException {
    String trial =
        Clerk.address(clerk.upload("bieu.xlsx", form("hoc_mon_2024", "workers_total", "55")));

    String page = clerk.visitor().get(trial).body();
    Clerk.address(clerk.submit(trial));

    assertThat(page).contains("mới: 1").contains(", ô ").doesNotContain("Chỗ cần xem lại");
    for (String plan : List.of("hoc_mon_2024", "dong_nai_2023")) {
      Area now = server.part(Areas.class).get(area.id());
      assertThat(
              server
                  .part(Results.class)
                  .judged(now, plan, TestServer.TODAY, false)
                  .evaluation()
                  .findings())
          .as(plan)
          .isNotEmpty();
    }
  }

  @Test
  void aRowThatNoPlanReadsIsToldOnce() {
    String trial = clerk.tried(clerk.csv("communication_forms", "4", "khong_co_so_nay", "9"));

    String page = clerk.visitor().get(trial).body();

    assertThat(page.split("khong_co_so_nay", -1)).as("what was read, and the sentence").hasSize(3);
    assertThat(page).doesNotContain("<th scope=\"row\">so-lieu.csv, dòng 2");
  }

  @Test
  void theFormOfAPlanThatTheAreaDoesNotHaveIsRefused() throws IOException {
    byte[] form = form("hoc_mon_2024", "workers_total", "55");
    Area other = server.emptyArea("duy_tien_2026");
    server.account("staff", Role.STAFF, null, null);
    Clerk staff = new Clerk(server, server.signedIn("staff"), other, "TDP_01");

    HttpResponse<String> answer = staff.upload("bieu.xlsx", form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("biểu này của kế hoạch “hoc_mon_2024”");
  }
}
