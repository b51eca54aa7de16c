package vn.doichieu.web.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.check.Check;
import vn.doichieu.edition.ListFiles;
import vn.doichieu.edition.ListFormat;
import vn.doichieu.history.Changes;
import vn.doichieu.letterhead.Issuer;
import vn.doichieu.listing.Listing;
import vn.doichieu.masking.Masking;
import vn.doichieu.publication.Replies;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.audit.AuditEntry;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.audit.AuditSearch;
import vn.doichieu.web.lists.ListJob.Choice;
import vn.doichieu.web.lists.ListJob.State;
import vn.doichieu.web.request.Role;

@Tag("web")
class ListPagesTest {

  private static final String PLAN = "hoc_mon_2024";
  private static final Pattern SINCE_BEFORE =
      Pattern.compile("\"listed_since\":\\s?\"2024-1(1-30|2-01)\"");

  private static TestServer server;
  private static Area area;
  private static Account staffAccount;
  private static Visitor staff;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample(PLAN);
    staffAccount = server.account("staff", Role.STAFF, null, null);
    staff = server.signedIn("staff");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String path() {
    return "/areas/" + area.id() + "/plans/" + PLAN + "/lists";
  }

  private static ListJobs jobs() {
    return server.part(ListJobs.class);
  }

  private static ListJob asked(Visitor visitor, Map<String, String> form) {
    assertThat(visitor.post(path(), form).statusCode()).isEqualTo(302);
    return jobs().page(area, PLAN, 1, 0).get(0);
  }

  private static ListJob ended(ListJob job) {
    ListJob now = job;
    while (now.state().isOpen()) {
      Thread.onSpinWait();
      now = jobs().get(area, PLAN, job.id());
    }
    return now;
  }

  @Test
  void aListCarriesTheIssuerThatWasSetForItsArea() {
    Area other = server.sample("buon_ma_thuot_2024");
    String issuer = "/areas/" + other.id() + "/issuer";
    Map<String, String> form =
        Map.of(
            "issuer", "Ủy ban nhân dân thành phố Buôn Ma Thuột",
            "symbol", "BC-UBND",
            "place", "Buôn Ma Thuột",
            "capacity", "TM. Ủy ban nhân dân\r\nKT. Chủ tịch\r\nPhó Chủ tịch",
            "recipients", "Thường trực Thành ủy\r\n\r\nLưu: VT",
            "revision", "0");
    assertThat(staff.post(issuer, form).statusCode()).isEqualTo(302);
    String lists = "/areas/" + other.id() + "/plans/buon_ma_thuot_2024/lists";
    assertThat(staff.get(lists).body()).contains("BC-UBND").contains("thành phố Buôn Ma Thuột");
    assertThat(staff.get(issuer).body()).contains("Thường trực Thành ủy");

    staff.post(lists, Map.of("asOf", "2025-02-01", "format", "html"));
    ListJob job = jobs().page(other, "buon_ma_thuot_2024", 1, 0).get(0);
    while (job.state().isOpen()) {
      Thread.onSpinWait();
      job = jobs().get(other, "buon_ma_thuot_2024", job.id());
    }
    String list =
        new String(
            staff.file(lists + "/" + job.id() + "/files/danh-sach.html").body(),
            StandardCharsets.UTF_8);
    assertThat(list)
        .contains("ỦY BAN NHÂN DÂN THÀNH PHỐ BUÔN MA THUỘT")
        .contains("BC-UBND")
        .contains("PHÓ CHỦ TỊCH")
        .contains("Thường trực Thành ủy");

    HttpResponse<String> late = staff.post(issuer, with(form, "symbol", "TB-UBND"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("TB-UBND").contains("BC-UBND").contains("value=\"1\"");
    for (Map<String, String> wrong :
        List.of(
            with(form, "capacity", "Chủ tịch\nTrần Văn Bình"),
            with(form, "recipients", "Ông Trần Văn Bình, 0912345678"),
            with(form, "place", "x".repeat(201)),
            with(form, "recipients", "a\n".repeat(40)))) {
      assertThat(staff.post(issuer, with(wrong, "revision", "1")).statusCode()).isEqualTo(400);
    }
    assertThat(server.part(Issuers.class).form(other.id()).symbol()).isEqualTo("BC-UBND");
    server.account("reader", Role.LEADER, null, null);
    Visitor leader = server.signedIn("reader");
    assertThat(leader.get(issuer).body()).contains("BC-UBND").doesNotContain("<textarea");
    assertThat(leader.post(issuer, with(form, "revision", "1")).statusCode()).isEqualTo(403);
  }

  private static Map<String, String> with(Map<String, String> form, String key, String value) {
    Map<String, String> other = new HashMap<>(form);
    other.put(key, value);
    return other;
  }

  @Test
  void aListFromThePageIsTheOneOfTheCommandLine(@TempDir Path folder) throws IOException {
    ListJob job =
        ended(asked(staff, Map.of("asOf", "2025-02-01", "closed", "true", "format", "html")));
    assertThat(job.state()).isEqualTo(State.DONE);

    HttpResponse<byte[]> file = staff.file(path() + "/" + job.id() + "/files/danh-sach.html");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    var evaluation =
        new Check(
                Path.of("").toAbsolutePath(),
                Path.of("rules", PLAN),
                Path.of("sample-data", PLAN),
                TestServer.TODAY,
                true)
            .run();
    new ListFiles(
            Listing.of(evaluation),
            Changes.of(evaluation, null),
            Masking.none(),
            Issuer.UNKNOWN,
            Set.of(ListFormat.HTML),
            new vn.doichieu.wording.Messages(vn.doichieu.wording.Language.VI),
            Replies.NONE,
            name -> () -> {})
        .write(folder, false);
    // The sample's waiver is no part of what was submitted, and the figures' hash is of other
    // files.
    String expected = Files.readString(folder.resolve("danh-sach.html"));
    assertThat(new String(file.body(), StandardCharsets.UTF_8).length())
        .isBetween(expected.length() * 9 / 10, expected.length() * 11 / 10);
  }

  @Test
  void aListTellsWhatHasChangedSinceTheLastOneBeforeItsDay() {
    ended(asked(staff, Map.of("asOf", "2024-12-01", "format", "html")));
    ListJob job = ended(asked(staff, Map.of("asOf", "2024-12-31", "format", "html")));

    HttpResponse<byte[]> file = staff.file(path() + "/" + job.id() + "/files/ket-qua.json");

    assertThat(new String(file.body(), StandardCharsets.UTF_8)).containsPattern(SINCE_BEFORE);
  }

  @Test
  void allFormatsCanBeDownloadedAndEveryDownloadIsInTheLog() {
    ListJob job = ended(asked(staff, Map.of("asOf", "2025-01-31", "format", "xlsx,docx,pdf,html")));
    List<String> files = jobs().files(job);
    assertThat(files)
        .containsExactly(
            "danh-sach.docx", "danh-sach.html", "danh-sach.pdf", "danh-sach.xlsx", "ket-qua.json");

    for (String file : files) {
      HttpResponse<byte[]> sent = staff.file(path() + "/" + job.id() + "/files/" + file);
      assertThat(sent.statusCode()).as(file).isEqualTo(200);
      AuditEntry entry =
          server.part(AuditLog.class).page(AuditSearch.ALL, 1, Long.MAX_VALUE).get(0);
      assertThat(entry.action()).isEqualTo("list.downloaded");
      assertThat(entry.detail()).isEqualTo(job.id() + " " + file);
      assertThat(entry.actor()).isEqualTo("staff");
    }
  }

  @Test
  void aMaskedListComesWithoutTheResultThatHoldsEveryNumber() {
    ListJob job =
        ended(asked(staff, Map.of("asOf", "2025-01-30", "format", "html", "masked", "true")));

    assertThat(job.state()).isEqualTo(State.DONE);
    assertThat(jobs().files(job)).containsExactly("danh-sach.html");
    assertThat(staff.file(path() + "/" + job.id() + "/files/ket-qua.json").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoWaitsForAListCannotAskForAnother() {
    server.account("patient", Role.LEADER, null, null);
    Visitor patient = server.signedIn("patient");
    Account account = server.part(Accounts.class).find("patient").orElseThrow();
    Choice choice = new Choice(TestServer.TODAY, false, Set.of(ListFormat.HTML), false, "vi");
    ListJob waiting = jobs().ask(account.viewer(true), area, PLAN, choice);

    HttpResponse<String> second =
        patient.post(path(), Map.of("asOf", "2025-02-01", "format", "html"));

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(patient.post(path() + "/" + waiting.id() + "/cancel", Map.of()).statusCode())
        .isEqualTo(302);
    assertThat(jobs().get(area, PLAN, waiting.id()).state()).isEqualTo(State.CANCELLED);
    assertThat(jobs().begin(waiting.id())).isFalse();
    assertThat(patient.post(path() + "/" + waiting.id() + "/cancel", Map.of()).statusCode())
        .isEqualTo(409);
    assertThat(patient.post(path() + "/" + waiting.id() + "/again", Map.of()).statusCode())
        .isEqualTo(302);
    assertThat(ended(jobs().page(area, PLAN, 1, 0).get(0)).state()).isEqualTo(State.DONE);
  }

  @Test
  void whatIsCancelledWhileItIsMadeLeavesNoFiles() {
    Choice choice = new Choice(TestServer.TODAY, false, Set.of(ListFormat.HTML), false, "vi");
    server.account("hasty", Role.STAFF, null, null);
    var hasty = server.part(Accounts.class).find("hasty").orElseThrow();
    ListJob job = jobs().ask(hasty.viewer(true), area, PLAN, choice);
    assertThat(jobs().begin(job.id())).isTrue();
    jobs().cancel(hasty.viewer(true), area, job);

    assertThat(jobs().step(job.id())).isFalse();
    jobs().finish(job, area, new java.util.TreeMap<>(Map.of("danh-sach.html", new byte[] {1})));

    assertThat(jobs().files(job)).isEmpty();
    assertThat(jobs().get(area, PLAN, job.id()).state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void whatAnEarlierServerWasMakingIsShownAsInterrupted() {
    server.account("unlucky", Role.STAFF, null, null);
    var unlucky = server.part(Accounts.class).find("unlucky").orElseThrow();
    ListJob job =
        jobs()
            .ask(
                unlucky.viewer(true),
                area,
                PLAN,
                new Choice(TestServer.TODAY, true, Set.of(ListFormat.PDF), false, "vi"));

    jobs().afterPropertiesSet();

    assertThat(jobs().get(area, PLAN, job.id()).state()).isEqualTo(State.INTERRUPTED);
    assertThat(staff.get(path()).body()).contains("Bị ngắt do máy chủ dừng");
  }

  @Test
  void aClerkSeesNoLists() {
    server.account("clerk", Role.CLERK, area, "BA_DIEM");
    Visitor clerk = server.signedIn("clerk");

    for (String place : List.of("/lists", path(), path() + "/jobs", path() + "/1/files/a.html")) {
      assertThat(clerk.get(place).statusCode()).as(place).isEqualTo(403);
    }
    assertThat(clerk.post(path(), Map.of("asOf", "2025-02-01")).statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsNoFormatNoPlanOrNoFileIsRefused() {
    assertThat(staff.post(path(), Map.of("asOf", "2025-02-01")).statusCode()).isEqualTo(400);
    assertThat(staff.post(path(), Map.of("asOf", "2025-02-01", "format", "exe")).statusCode())
        .isEqualTo(400);
    assertThat(staff.get(path().replace(PLAN, "dong_nai_2023")).statusCode()).isEqualTo(404);
    for (String name : List.of("x.html", "..%2Fdanh-sach.html", "%00", "danh-sach.html%0d%0aX:1")) {
      assertThat(staff.get(path() + "/1/files/" + name).statusCode()).as(name).isIn(400, 404);
    }
  }

  @Test
  void programsAskForListsByTheirToken() {
    String token =
        server
            .part(ApiTokens.class)
            .create(
                server
                    .part(Accounts.class)
                    .find("staff-of-" + area.id())
                    .orElseThrow()
                    .viewer(true),
                "test",
                ApiTokens.Scope.WRITE,
                1);
    HttpResponse<String> asked =
        server
            .visitor()
            .send(
                HttpRequest.newBuilder(staff.uri("/api/v1" + path()))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofString(
                            "{\"as_of\":\"2024-11-30\",\"formats\":[\"html\"],\"closed\":false,"
                                + "\"masked\":false}")));

    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    assertThat(asked.body()).contains("\"as_of\":\"2024-11-30\"", "\"steps\":2");
    String place = asked.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> told =
        server
            .visitor()
            .send(
                HttpRequest.newBuilder(staff.uri(place))
                    .header("Authorization", "Bearer " + token)
                    .GET());
    assertThat(told.statusCode()).isEqualTo(200);
    ended(jobs().page(area, PLAN, 1, 0).get(0));
  }
}
