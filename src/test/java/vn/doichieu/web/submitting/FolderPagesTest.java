package vn.doichieu.web.submitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.domain.Finding;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.result.Results;

@Tag("web")
class FolderPagesTest {

  private static TestServer server;
  private static Area area;
  private static Area sample;
  private static Visitor staff;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    sample = server.sample("hoc_mon_2024");
    area = server.emptyArea("duy_tien_2026");
    server.account("staff", Role.STAFF, null, null);
    staff = server.signedIn("staff");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> upload(String name, byte[] content) {
    return staff.upload(
        "/areas/" + area.id() + "/folder/uploads", Map.of(), "files", name, content);
  }

  @Test
  void aFolderOfSeveralUnitsIsOneSubmission() throws IOException {
    byte[] figures = Files.readAllBytes(Path.of("sample-data", "duy_tien_2026", "figures.csv"));
    String trial = Clerk.address(upload("thu muc/figures.csv", figures));
    String page = staff.get(trial).body();
    Map<String, String> words = new HashMap<>(Map.of("knows_invalid", "yes"));
    Matcher questions = Pattern.compile("name=\"(e:[^\"]+)\"").matcher(page);
    while (questions.find()) {
      words.put(questions.group(1), "số liệu minh họa cho phép thử");
    }

    HttpResponse<String> done = staff.post(trial + "/submit", words);

    String submission = Clerk.address(done);
    assertThat(submission).isEqualTo("/areas/" + area.id() + "/submissions/1");
    assertThat(staff.file(submission + "/files/figures.csv").body()).isEqualTo(figures);
    List<Finding> findings =
        server
            .part(Results.class)
            .judged(
                server.part(Areas.class).get(area.id()), "duy_tien_2026", TestServer.TODAY, false)
            .evaluation()
            .findings();
    assertThat(findings).isNotEmpty();
  }

  @Test
  void waiversAndExplanationsAreShownTheirWay() {
    for (String name : List.of("waivers.csv", "Explanations.csv")) {
      HttpResponse<String> answer = upload("x/" + name, "a,b\n".getBytes(StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("trang Miễn trừ");
    }
  }

  @Test
  void theListOfUnitsAndOtherFilesAreNoFigures() {
    HttpResponse<String> answer = upload("units.csv", "code\n".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Chưa có tệp nào");
  }

  @Test
  void aClerkSeesOwnFiguresOfAFolderAndNotItsFiles() {
    server.account("clerk", Role.CLERK, sample, "BA_DIEM");
    Clerk clerk = new Clerk(server, server.signedIn("clerk"), sample, "BA_DIEM");

    String page = clerk.visitor().get(clerk.path("/submissions/1")).body();

    assertThat(page).contains("workers_total").doesNotContain("/files/");
    assertThat(clerk.visitor().get(clerk.path("/submissions/1/files/figures.csv")).statusCode())
        .isEqualTo(404);
    assertThat(clerk.visitor().get("/areas/" + sample.id() + "/submissions").statusCode())
        .isIn(403, 404);
    assertThat(
            clerk
                .visitor()
                .get("/areas/" + sample.id() + "/units/NHI_BINH/submissions")
                .statusCode())
        .isEqualTo(404);
    assertThat(clerk.visitor().get("/areas/" + sample.id() + "/units/NHI_BINH/entry").statusCode())
        .isEqualTo(404);
  }
}
