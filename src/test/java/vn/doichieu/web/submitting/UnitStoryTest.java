package vn.doichieu.web.submitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.domain.Finding;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.audit.AuditSearch;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.result.Results;

@Tag("web")
class UnitStoryTest {

  private static final String UNIT = "TT_HOC_MON";

  private static TestServer server;
  private static Area area;
  private static Clerk clerk;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample("hoc_mon_2024");
    server.account("clerk", Role.CLERK, area, UNIT);
    clerk = new Clerk(server, server.signedIn("clerk"), area, UNIT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static long submissions() {
    return server.part(Filings.class).all(area.id()).size();
  }

  private static String result(String target) {
    Area now = server.part(Areas.class).get(area.id());
    return server
        .part(Results.class)
        .judged(now, "hoc_mon_2024", TestServer.TODAY, false)
        .evaluation()
        .findingsOf(target)
        .stream()
        .filter(finding -> finding.unit().code().equals(UNIT))
        .map(Finding::result)
        .findFirst()
        .orElseThrow()
        .code();
  }

  @Test
  void aWrongCellIsToldThenCorrectedThenSubmitted() {
    long before = submissions();
    String wrong =
        clerk.tried(clerk.csv("establishments_inspected", "mười", "establishments_total", "46"));

    String page = clerk.visitor().get(wrong).body();
    assertThat(page)
        .contains("so-lieu.csv, dòng 2, cột value")
        .contains("“mười” (không hợp lệ)")
        .contains("knows_invalid")
        .contains("Số liệu cần xác minh");
    HttpResponse<String> refused = clerk.submit(wrong, Map.of("note", "ghi chú của tôi"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("đánh dấu là đã biết").contains("ghi chú của tôi");
    assertThat(submissions()).isEqualTo(before);

    String right =
        clerk.tried(clerk.csv("establishments_inspected", "3", "establishments_total", "46"));
    String trial = clerk.visitor().get(right).body();
    assertThat(trial).contains("sửa: 1").contains("giữ nguyên: 1").contains("HM-N6");
    HttpResponse<String> done = clerk.submit(right, Map.of("note", "đã kiểm tra lại"));

    String submission = clerk.visitor().get(Clerk.address(done)).body();
    assertThat(submissions()).isEqualTo(before + 1);
    assertThat(submission).contains("đã kiểm tra lại").contains("so-lieu.csv").contains("Sửa");
    assertThat(result("HM-N6")).isEqualTo("not_met");
    assertThat(clerk.visitor().get(clerk.path("/figures")).body())
        .contains("so-lieu.csv, dòng 2")
        .contains("figures.csv");
    assertThat(server.part(AuditLog.class).page(AuditSearch.ALL, 1, Long.MAX_VALUE))
        .first()
        .matches(entry -> entry.action().equals("submission.made"))
        .matches(entry -> entry.actor().equals("clerk"));
  }

  @Test
  void invalidFiguresMaySubmittedByWhoSaysThatThisIsKnown() {
    String trial = clerk.tried(clerk.csv("hm_y24", "có lẽ"));

    HttpResponse<String> done = clerk.submit(trial, Map.of("knows_invalid", "yes"));

    assertThat(clerk.visitor().get(Clerk.address(done)).body()).contains("“có lẽ”");
  }

  @Test
  void contradictionsAreExplainedBeforeTheyCount() {
    String trial = clerk.tried(clerk.csv("workers_informed", "500", "workers_total", "412"));
    String page = clerk.visitor().get(trial).body();
    assertThat(page).contains("Cần giải trình trước khi nộp");
    String field = page.replaceFirst("(?s).*name=\"(e:[^\"]+)\".*", "$1");

    HttpResponse<String> silent = clerk.submit(trial);
    HttpResponse<String> curt = clerk.submit(trial, Map.of(field, "đúng rồi"));
    HttpResponse<String> personal =
        clerk.submit(trial, Map.of(field, "hỏi anh Bình số 0912345678 nhé"));
    HttpResponse<String> done =
        clerk.submit(trial, Map.of(field, "tính cả lao động thời vụ của doanh nghiệp"));

    assertThat(silent.statusCode()).isEqualTo(400);
    assertThat(curt.statusCode()).isEqualTo(400);
    assertThat(curt.body()).contains("đúng rồi").contains("ít nhất 3 từ");
    assertThat(personal.statusCode()).isEqualTo(400);
    assertThat(clerk.visitor().get(Clerk.address(done)).body())
        .contains("tính cả lao động thời vụ");
    Area now = server.part(Areas.class).get(area.id());
    assertThat(
            server
                .part(Results.class)
                .judged(now, "hoc_mon_2024", TestServer.TODAY, false)
                .evaluation()
                .warnings())
        .filteredOn(warning -> warning.unit().code().equals(UNIT))
        .isNotEmpty()
        .allMatch(warning -> warning.explanation() != null);
    String again = clerk.tried(clerk.csv("workers_informed", "500"));
    assertThat(clerk.visitor().get(again).body())
        .as("the same contradiction is not asked for twice")
        .doesNotContain("Cần giải trình trước khi nộp");
    String other = clerk.tried(clerk.csv("workers_informed", "501"));
    assertThat(clerk.visitor().get(other).body())
        .as("another one is, with what was said of the first")
        .contains("Cần giải trình trước khi nộp")
        .contains("tính cả lao động thời vụ");
    clerk.submit(clerk.tried(clerk.csv("workers_informed", "236")));
  }

  @Test
  void aSubmissionNeverChangesAndIsThereOnce() {
    String trial = clerk.tried(clerk.csv("communication_forms", "5"));
    String first = Clerk.address(clerk.submit(trial));
    long count = submissions();

    assertThat(Clerk.address(clerk.submit(trial))).isEqualTo(first);
    assertThat(Clerk.address(clerk.visitor().get(trial))).isEqualTo(first);
    assertThat(submissions()).isEqualTo(count);
  }
}
