package vn.doichieu.web.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.testing.web.StoredFolder;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.intake.Intake;
import vn.doichieu.web.intake.Sent;
import vn.doichieu.web.page.PlanTitle;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;

/** Submissions that the readers took once, and take no more. */
@Tag("web")
class SetAsideTest {

  private static final String PLAN = "hoc_mon_2024";
  private static final String UNIT = "TRUNG_CHANH";
  private static final String INSPECTED = UNIT + ",establishments_inspected,2024,";

  private static TestServer server;
  private static Visitor leader;
  private static Viewer staff;
  private static int areas;
  private Area area;
  private String plan;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    staff = server.account("hand", Role.STAFF, null, null).viewer(true);
    server.account("leader", Role.LEADER, null, null);
    leader = server.signedIn("leader");
    server.account("auditor", Role.AUDITOR, null, null);
  }

  @BeforeEach
  void newArea() {
    area = StoredFolder.put(server, PLAN, Path.of("sample-data", PLAN), "staff-" + ++areas);
    plan = "/areas/" + area.id() + "/plans/" + PLAN;
  }

  /** The next test's area has the same code, which is known once only; no page shows this one. */
  @AfterEach
  void freeTheCode() {
    Store store = server.part(Store.class);
    store.sql().sql("delete from area_plan where area_id = ?").param(area.id()).update();
    store
        .sql()
        .sql("update area set code = ? where id = ?")
        .params("done-" + area.id(), area.id())
        .update();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] csv(String lines) {
    return ("unit,item,period,value\n" + lines).getBytes(StandardCharsets.UTF_8);
  }

  /** Hands figures of the unit in as its page does: it is known which ones they are. */
  private void submitted(String lines) {
    long upload =
        server
            .part(Intake.class)
            .ofUnit(staff, area, UNIT, List.of(new Sent("bo-sung.csv", csv(lines))));
    submit(upload);
  }

  private void submit(long upload) {
    Filings filings = server.part(Filings.class);
    filings.submit(staff, filings.upload(upload), "", null);
  }

  /** The readers refuse the last submission from now on, for a column that asks for persons. */
  private void spoilLast() {
    Store store = server.part(Store.class);
    long last = server.part(Filings.class).last(area.id());
    store
        .sql()
        .sql(
            "update upload_file set content = ? where upload_id ="
                + " (select upload_id from submission where id = ?)")
        .params("unit,item,period,value,ho_ten\n".getBytes(StandardCharsets.UTF_8), last)
        .update();
  }

  /** By new rules everything is read anew. */
  private static void publishAgain() {
    RulesVersions versions = server.part(RulesVersions.class);
    TreeMap<String, byte[]> files = new TreeMap<>(versions.files(versions.current(PLAN)).files());
    files.merge(
        "plan.yaml",
        "\n# sửa\n".getBytes(StandardCharsets.UTF_8),
        (text, more) ->
            (new String(text, StandardCharsets.UTF_8) + new String(more, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
    server
        .part(Store.class)
        .write(
            () ->
                versions.publish(
                    PLAN,
                    new PlanTitle("Kế hoạch", ""),
                    new RuleFileSet(files),
                    "",
                    null,
                    null,
                    null));
  }

  private Evaluation judged() {
    return server
        .part(Results.class)
        .judged(server.part(Areas.class).get(area.id()), PLAN, TestServer.TODAY, true)
        .evaluation();
  }

  private static Finding finding(Evaluation evaluation, String target, String unit) {
    return evaluation.findingsOf(target).stream()
        .filter(f -> f.unit().code().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatAnUnreadableSubmissionGaveIsToBeVerifiedAndNothingElseIsTouched() {
    submitted(INSPECTED + "9\n");
    Evaluation before = judged();
    assertThat(finding(before, "HM-N6", UNIT).result()).isEqualTo(Result.MET);
    spoilLast();
    publishAgain();

    Evaluation after = judged();

    // Neither what it gave, which nobody knows, nor the 4 of before, nor "not reported".
    assertThat(finding(after, "HM-N6", UNIT).result()).isEqualTo(Result.INVALID);
    assertThat(after.findings())
        .filteredOn(f -> f.result() != result(before, f))
        .allSatisfy(
            f -> {
              assertThat(f.target().id()).isEqualTo("HM-N6");
              assertThat(f.unit().code()).isIn(UNIT, "HOC_MON");
            });
  }

  private static Result result(Evaluation evaluation, Finding like) {
    return evaluation.findings().stream()
        .filter(
            f ->
                f.target().id().equals(like.target().id())
                    && f.target().part().equals(like.target().part())
                    && f.unit().code().equals(like.unit().code())
                    && f.period().equals(like.period()))
        .findFirst()
        .orElseThrow()
        .result();
  }

  @Test
  void everyPageStandsAndSaysSoUntilTheFiguresAreGivenAgain() {
    submitted(INSPECTED + "9\n");
    server.account("clerk-" + area.id(), Role.CLERK, area, UNIT);
    server.account("other-" + area.id(), Role.CLERK, area, "BA_DIEM");
    Visitor own = server.signedIn("clerk-" + area.id());
    Visitor other = server.signedIn("other-" + area.id());
    spoilLast();
    publishAgain();

    String said = "lần nộp số 2 của Xã Trung Chánh không còn đọc được";
    String one = plan + "/findings/HM-N6/" + UNIT + "/2024";
    for (Visitor visitor : List.of(leader, own)) {
      assertThat(visitor.get("/").body()).contains("1 lần nộp không còn đọc được");
      for (String page : List.of(plan, plan + "/findings", one)) {
        assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(200);
        assertThat(visitor.get(page).body()).as(page).contains(said);
      }
    }
    assertThat(leader.get(plan).body()).contains("bo-sung.csv").contains("ho_ten");
    assertThat(other.get("/").body()).doesNotContain("không còn đọc được");
    assertThat(other.get(plan).body()).doesNotContain(said);
    assertThat(own.get("/areas/" + area.id() + "/units/" + UNIT + "/submissions").body())
        .contains("Để riêng, không tính");
    assertThat(leader.get("/areas/" + area.id() + "/submissions/2").body())
        .contains(said)
        .contains("ho_ten");
    for (String page : List.of("/submit", "/entry", "/figures")) {
      assertThat(own.get("/areas/" + area.id() + "/units/" + UNIT + page).statusCode())
          .as(page)
          .isEqualTo(200);
    }
    assertThat(leader.get(plan + "/records").statusCode()).isEqualTo(200);

    submitted(INSPECTED + "9\n");

    assertThat(finding(judged(), "HM-N6", UNIT).result()).isEqualTo(Result.MET);
    assertThat(leader.get(plan).body()).doesNotContain(said).doesNotContain("ho_ten");
  }

  @Test
  void whereItIsNotKnownWhatItGaveEveryFigureThatItCanHaveGivenIsToBeVerified() {
    Filings filings = server.part(Filings.class);
    TreeMap<String, byte[]> files = new TreeMap<>(Map.of("bo-sung.csv", csv(INSPECTED + "9\n")));
    submit(filings.keep(staff, area, UNIT, Upload.Kind.FILE, files, Set.of()));
    spoilLast();
    publishAgain();

    assertThat(judged().findings())
        .filteredOn(f -> f.unit().code().equals(UNIT))
        .isNotEmpty()
        .extracting(Finding::result)
        .doesNotContain(Result.MET, Result.MISSING, Result.NOT_MET);
  }

  @Test
  void ofAnUnreadableFolderNothingCountsAsMetOrMissingAndClerksAreToldTheirPart() {
    server.account("part-" + area.id(), Role.CLERK, area, UNIT);
    Visitor clerk = server.signedIn("part-" + area.id());
    spoilLast();
    publishAgain();

    assertThat(judged().findings())
        .extracting(Finding::result)
        .doesNotContain(Result.MET, Result.MISSING, Result.NOT_MET);
    String said = "lần nộp số 1 của nhiều đơn vị không còn đọc được";
    assertThat(leader.get(plan).body()).contains(said);
    assertThat(clerk.get(plan).body()).contains(said);
    assertThat(leader.get("/areas/" + area.id() + "/submissions/1").body()).contains("Xóa cột này");
    assertThat(clerk.get("/areas/" + area.id() + "/units/" + UNIT + "/submissions/1").body())
        .contains(said)
        .doesNotContain("Xóa cột này");
  }

  @Test
  void theImpactOfADraftSaysWhichSubmissionsItCannotRead() throws InterruptedException {
    submitted(INSPECTED + "9\n");
    judged(); // Read by the rules that count, as it was.
    spoilLast();
    Visitor auditor = server.signedIn("auditor");
    String drafts = "/rules/" + PLAN + "/drafts";
    String number = "" + server.part(RulesVersions.class).current(PLAN).number();
    String draft =
        auditor.post(drafts, Map.of("from", number)).headers().firstValue("Location").orElseThrow();
    draft = draft.substring(draft.indexOf("/rules/"));
    auditor.post(draft + "/impact", Map.of("asOf", TestServer.TODAY.toString(), "closed", "true"));
    String page = auditor.get(draft + "/proposal").body();
    for (int i = 0; i < 100 && page.contains("<progress"); i++) {
      Thread.sleep(200);
      page = auditor.get(draft + "/proposal").body();
    }

    assertThat(page)
        .contains("có lần nộp không đọc được nữa")
        .contains("Huyện Hóc Môn (2)")
        .contains("HM-N6");
  }
}
