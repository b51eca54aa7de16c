package vn.doichieu.web.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import vn.doichieu.authoring.RuleWorkbook;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

@Tag("web")
class RowEditingTest {

  private static final String PLAN = "hoc_mon_2024";
  private static final Pattern FIELD =
      Pattern.compile("name=\"((?:cell\\.)?[a-z_]+)\"[^>]*?value=\"([^\"]*)\"");
  private static final Pattern AREA =
      Pattern.compile("<textarea[^>]*name=\"([a-z_.]+)\"[^>]*>([^<]*)</textarea>");

  private static TestServer server;
  private static Visitor auditor;
  private static Visitor other;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.account("auditor", Role.AUDITOR, null, null);
    server.account("second", Role.AUDITOR, null, null);
    server.account("leader", Role.LEADER, null, null);
    auditor = server.signedIn("auditor");
    other = server.signedIn("second");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Draft newDraft() {
    Drafts drafts = server.part(Drafts.class);
    var viewer = server.part(vn.doichieu.web.account.Accounts.class).find("auditor").orElseThrow();
    return drafts.get(
        PLAN, drafts.start(viewer.viewer(true), server.part(RulesVersions.class).current(PLAN)));
  }

  private static String path(Draft draft) {
    return "/rules/" + PLAN + "/drafts/" + draft.id();
  }

  /** What a browser would send back of the row's form. */
  private static Map<String, String> form(Visitor visitor, Draft draft, String key) {
    String page = visitor.get(path(draft) + "/row?table=targets&key=" + key).body();
    Map<String, String> form = new LinkedHashMap<>();
    Matcher inputs = FIELD.matcher(page);
    while (inputs.find()) {
      form.put(inputs.group(1), HtmlUtils.htmlUnescape(inputs.group(2)));
    }
    Matcher areas = AREA.matcher(page);
    while (areas.find()) {
      form.put(areas.group(1), HtmlUtils.htmlUnescape(areas.group(2)));
    }
    form.remove("_csrf");
    return form;
  }

  private static String targets(Draft draft) {
    return server.part(Drafts.class).files(draft).text("targets.csv");
  }

  @Test
  void aCellThatIsWrongIsToldBesideTheCellAndTheRulesThatCountStay() {
    Draft draft = newDraft();
    Map<String, String> form = form(auditor, draft, "HM-N6");
    form.put("cell.threshold", "2O%");

    HttpResponse<String> checked = auditor.post(path(draft) + "/row/check", form);
    HttpResponse<String> saved = auditor.post(path(draft) + "/row", form);
    String page = auditor.get(path(draft) + "/row?table=targets&key=HM-N6").body();

    assertThat(checked.statusCode()).isEqualTo(200);
    assertThat(told(checked.body(), "threshold")).contains("2O%");
    assertThat(told(checked.body(), "title")).doesNotContain("Lỗi:");
    assertThat(saved.statusCode()).isEqualTo(302);
    assertThat(told(page, "threshold")).contains("2O%");
    RulesVersions versions = server.part(RulesVersions.class);
    assertThat(versions.current(PLAN).number()).isEqualTo(1);
    assertThat(versions.prepared(versions.current(PLAN)).plan().target("HM-N6")).isNotNull();
  }

  private static String told(String page, String column) {
    int start = page.indexOf("id=\"told-" + column + "\"");
    assertThat(start).isPositive();
    return page.substring(start, page.indexOf("</div>", start));
  }

  @Test
  void oneCellChangedIsTheOnlyBytesChanged() {
    Draft draft = newDraft();
    String before = targets(draft);
    Map<String, String> form = form(auditor, draft, "HM-N6");
    assertThat(form.get("cell.threshold")).isEqualTo("20%");
    form.put("cell.threshold", "30%");

    auditor.post(path(draft) + "/row", form);

    String after = targets(draft);
    assertThat(after).hasSameSizeAs(before).isNotEqualTo(before);
    int at = 0;
    while (after.charAt(at) == before.charAt(at)) {
      at++;
    }
    assertThat(after.substring(at, at + 3)).isEqualTo("30%");
    assertThat(after.substring(at + 3)).isEqualTo(before.substring(at + 3));
  }

  @Test
  void casesOfTheTargetTellWhatWasExpectedAndWhatIsFound() {
    Draft draft = newDraft();
    Map<String, String> form = form(auditor, draft, "HM-N6");
    form.put("cell.threshold", "30%");

    String page = auditor.post(path(draft) + "/row/check", form).body();

    assertThat(page).contains("Sai").contains("mong đợi");
    assertThat(page).contains("ít nhất 30%");
    assertThat(targets(draft)).doesNotContain("30%,2024,2025-01-01,,yes,,main,,≥ 20%");
  }

  @Test
  void ofTwoWhoEditTheSameRowOneWinsAndTheOtherKeepsWhatWasTyped() {
    Draft draft = newDraft();
    Map<String, String> one = form(auditor, draft, "HM-N6");
    Map<String, String> two = form(other, draft, "HM-N6");
    one.put("cell.threshold", "30%");
    two.put("cell.threshold", "45%");

    HttpResponse<String> first = auditor.post(path(draft) + "/row", one);
    HttpResponse<String> second = other.post(path(draft) + "/row", two);

    assertThat(first.statusCode()).isEqualTo(302);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("value=\"45%\"").contains("<dd>30%</dd>");
    assertThat(targets(draft)).contains(",30%,").doesNotContain(",45%,");
  }

  @Test
  void twoWhoEditDifferentRowsBothWin() {
    Draft draft = newDraft();
    Map<String, String> one = form(auditor, draft, "HM-N6");
    Map<String, String> two = form(other, draft, "HM-N2");
    one.put("cell.threshold", "31%");
    two.put("cell.threshold", "51%");

    auditor.post(path(draft) + "/row", one);
    HttpResponse<String> second = other.post(path(draft) + "/row", two);

    assertThat(second.statusCode()).isEqualTo(302);
    assertThat(targets(draft)).contains(",31%,").contains(",51%,");
  }

  @Test
  void hostileCellsComeBackEscapedAndAreNeverRun() {
    Draft draft = newDraft();
    String script = "<script>alert(1)</script>\"'";
    String drl = "\" ) then System.exit(1); end //";
    Map<String, String> form = form(auditor, draft, "HM-N6");
    form.put("cell.title", script);
    form.put("cell.note", "=cmd|' /C calc'!A0");
    form.put("cell.quote", drl);

    HttpResponse<String> saved = auditor.post(path(draft) + "/row", form);
    String row = auditor.get(path(draft) + "/row?table=targets&key=HM-N6").body();
    String list = auditor.get(path(draft)).body();

    assertThat(saved.statusCode()).isEqualTo(302);
    assertThat(row).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    assertThat(list).doesNotContain("<script>alert");
    Map<String, String> back = form(auditor, draft, "HM-N6");
    assertThat(back).containsEntry("cell.title", script).containsEntry("cell.quote", drl);
    assertThat(auditor.file(path(draft) + "/targets.xlsx").statusCode()).isEqualTo(200);
  }

  @Test
  void aMegabyteInACellIsRefusedAndNothingIsKept() {
    Draft draft = newDraft();
    String before = targets(draft);
    Map<String, String> form = form(auditor, draft, "HM-N6");
    form.put("cell.note", "x".repeat(1_000_000));

    HttpResponse<String> saved = auditor.post(path(draft) + "/row", form);

    assertThat(saved.statusCode()).isEqualTo(413);
    assertThat(targets(draft)).isEqualTo(before);
  }

  @Test
  void aRowIsCopiedUnderANewIdAndDeleted() {
    Draft draft = newDraft();
    String before = targets(draft);
    Map<String, String> form = new LinkedHashMap<>();
    String page = auditor.get(path(draft) + "/row?table=targets&copy=HM-N6").body();
    assertThat(page).contains("value=\"20%\"");
    form.putAll(form(auditor, draft, "HM-N6"));
    form.put("key", "");
    form.put("after", "HM-N6");
    form.put("cell.target", "HM-N6B");

    HttpResponse<String> saved = auditor.post(path(draft) + "/row", form);
    String with = targets(draft);
    String seen = form(auditor, draft, "HM-N6B").get("seen");
    auditor.post(
        path(draft) + "/row/delete", Map.of("table", "targets", "key", "HM-N6B", "seen", seen));

    assertThat(saved.headers().firstValue("Location").orElse("")).endsWith("key=HM-N6B");
    assertThat(with).contains("\nHM-N6B,");
    assertThat(with.indexOf("\nHM-N6B,")).isGreaterThan(with.indexOf("\nHM-N6,"));
    assertThat(targets(draft)).isEqualTo(before);
  }

  @Test
  void aWorkbookThatNobodyEditedChangesNothing() {
    Draft draft = newDraft();
    String before = targets(draft);
    byte[] workbook = auditor.file(path(draft) + "/targets.xlsx").body();

    HttpResponse<String> answer =
        auditor.upload(
            path(draft) + "/upload", Map.of("seen", ""), "file", "targets.xlsx", workbook);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(targets(draft)).isEqualTo(before);
  }

  private static void save(Visitor visitor, Draft draft, String key, String column, String text) {
    Map<String, String> form = form(visitor, draft, key);
    form.put("cell." + column, text);
    assertThat(visitor.post(path(draft) + "/row", form).statusCode()).isEqualTo(302);
  }

  /** The page's own form, with what a person ticks. */
  private static HttpResponse<String> upload(
      Visitor visitor, Draft draft, String page, String name, byte[] content, boolean whole) {
    Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{16})\"").matcher(page);
    String last = "";
    while (seen.find()) {
      last = seen.group(1);
    }
    assertThat(last).isNotEmpty();
    Map<String, String> form = new LinkedHashMap<>(Map.of("seen", last));
    if (whole) {
      form.put("whole", "true");
    }
    return visitor.upload(path(draft) + "/upload", form, "file", name, content);
  }

  @Test
  void aWorkbookFromBeforeAnothersEditUndoesItOnlyWhereItIsToldTo() {
    Draft draft = newDraft();
    byte[] workbook = auditor.file(path(draft) + "/targets.xlsx").body();
    String before = auditor.get(path(draft)).body();
    save(other, draft, "HM-N2", "note", "lời của người khác");
    String now = auditor.get(path(draft)).body();

    HttpResponse<String> old = upload(auditor, draft, now, "a.xlsx", workbook, false);
    HttpResponse<String> unseen = upload(auditor, draft, before, "a.xlsx", workbook, true);
    String kept = targets(draft);
    HttpResponse<String> told = upload(auditor, draft, now, "a.xlsx", workbook, true);

    assertThat(old.statusCode()).isEqualTo(409);
    assertThat(old.body()).contains("sau khi tệp này được tải");
    assertThat(unseen.statusCode()).isEqualTo(409);
    assertThat(kept).contains("lời của người khác");
    assertThat(told.statusCode()).isEqualTo(302);
    assertThat(targets(draft)).doesNotContain("lời của người khác");
  }

  @Test
  void aWorkbookStaysOfNowWhenOtherFilesOfTheDraftChange() {
    Draft draft = newDraft();
    save(other, draft, "HM-N2", "note", "doi-chieu:0123456789abcdef");
    byte[] workbook = auditor.file(path(draft) + "/targets.xlsx").body();
    Map<String, String> file = Map.of("name", "cases/X.yaml", "seen", "", "text", "a: b\n");
    assertThat(other.post(path(draft) + "/file", file).statusCode()).isEqualTo(302);

    String page = auditor.get(path(draft)).body();
    assertThat(upload(auditor, draft, page, "a.xlsx", workbook, false).statusCode()).isEqualTo(302);
  }

  @Test
  void aFileThatDoesNotSayWhatItWasMadeOfReplacesATableOnlyWhereItIsToldTo() throws Exception {
    Draft draft = newDraft();
    byte[] csv = targets(draft).replace(",20%,", ",33%,").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RuleWorkbook.read(Path.of("rules", PLAN)).write(bytes, new Messages(Language.VI));
    String page = auditor.get(path(draft)).body();

    assertThat(upload(auditor, draft, page, "targets.csv", csv, false).body())
        .contains("không cho biết được làm từ bảng nào");
    assertThat(upload(auditor, draft, page, "a.xlsx", bytes.toByteArray(), false).statusCode())
        .isEqualTo(409);
    assertThat(targets(draft)).doesNotContain(",33%,");
    assertThat(upload(auditor, draft, page, "targets.csv", csv, true).statusCode()).isEqualTo(302);
    assertThat(targets(draft)).contains(",33%,");
  }

  private static Map<String, String> textFile(Draft draft, String name, String text) {
    String page = auditor.get(path(draft) + "/file?name=" + name).body();
    Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]*)\"").matcher(page);
    assertThat(seen.find()).isTrue();
    return Map.of("name", name, "seen", seen.group(1), "text", text);
  }

  private static void become(Draft draft, Draft.State state) {
    server.part(Store.class).write(() -> server.part(Drafts.class).become(draft, state));
  }

  @Test
  void whatWasTypedIntoAFileStaysOnThePageWhateverItIsRefusedFor() {
    Draft draft = newDraft();
    Map<String, String> form = textFile(draft, "cases/X.yaml", "# chữ đã gõ lâu\n");
    Map<String, String> drl = Map.of("name", "own.drl", "seen", "", "text", "// chữ đã gõ lâu\n");
    Map<String, String> large =
        textFile(draft, "cases/Y.yaml", "# chữ đã gõ lâu\n" + "x".repeat(1_000_000));
    byte[] most = "#".repeat(7_500_000).getBytes(StandardCharsets.UTF_8);

    assertKept(auditor.post(path(draft) + "/file", drl), 403, "own.drl");
    change(draft, files -> files.with("cases/Z.yaml", most));
    assertKept(auditor.post(path(draft) + "/file", large), 413, "quá lớn");
    change(draft, files -> files.without("cases/Z.yaml"));
    become(draft, Draft.State.PROPOSED);
    assertKept(auditor.post(path(draft) + "/file", form), 409, "không còn sửa được");
    become(draft, Draft.State.OPEN);
    assertThat(auditor.post(path(draft) + "/file", form).statusCode()).isEqualTo(302);
  }

  private static void change(Draft draft, UnaryOperator<RuleFileSet> change) {
    var viewer = server.part(vn.doichieu.web.account.Accounts.class).find("auditor").orElseThrow();
    server.part(Drafts.class).change(viewer.viewer(true), draft, "test", change);
  }

  private static void assertKept(HttpResponse<String> answer, int status, String why) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("chữ đã gõ lâu").contains(why).contains("<h1>");
  }

  @Test
  void drlIsForAdministratorsAndBehindTheFences() {
    Draft draft = newDraft();
    server.account("admin-" + draft.id(), Role.ADMINISTRATOR, null, null);
    Visitor admin = server.signedIn("admin-" + draft.id());
    Map<String, String> form =
        Map.of(
            "name",
            "own.drl",
            "seen",
            "",
            "text",
            "package x\nrule \"a\"\nwhen\nthen\n  System.exit(1);\nend\n");

    HttpResponse<String> byAuditor = auditor.post(path(draft) + "/file", form);
    HttpResponse<String> byAdmin = admin.post(path(draft) + "/file", form);
    String page = admin.get(path(draft) + "/file?name=own.drl").body();
    HttpResponse<String> notTheirs =
        admin.post(
            path(draft) + "/file", Map.of("name", "cases/X.yaml", "seen", "", "text", "a: b\n"));

    assertThat(byAuditor.statusCode()).isEqualTo(403);
    assertThat(byAdmin.statusCode()).isEqualTo(302);
    assertThat(page).contains("own.drl").contains("class=\"problems\"");
    assertThat(notTheirs.statusCode()).isEqualTo(403);
  }

  @Test
  void aBrokenTableIsNotTaken() {
    Draft draft = newDraft();

    HttpResponse<String> answer =
        upload(
            auditor,
            draft,
            auditor.get(path(draft)).body(),
            "targets.csv",
            "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
            true);

    assertThat(answer.statusCode()).isEqualTo(422);
    RuleFileSet files = server.part(Drafts.class).files(draft);
    assertThat(files.text("targets.csv")).contains("HM-N6");
  }

  @Test
  void leadersReadAndDoNotEdit() {
    Draft draft = newDraft();
    Visitor leader = server.signedIn("leader");

    assertThat(leader.get(path(draft)).statusCode()).isEqualTo(200);
    assertThat(leader.get("/rules/" + PLAN + "/versions/1").statusCode()).isEqualTo(200);
    assertThat(leader.post(path(draft) + "/row", Map.of("table", "targets")).statusCode())
        .isEqualTo(403);
    assertThat(leader.post("/rules/" + PLAN + "/drafts", Map.of("from", "1")).statusCode())
        .isEqualTo(403);
  }

  private static String seen(Draft draft, String name) {
    Matcher seen =
        Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"")
            .matcher(auditor.get(path(draft) + "/file?name=" + name).body());
    assertThat(seen.find()).isTrue();
    return seen.group(1);
  }

  @Test
  void aFileGoesFromTheDraftUnlessSomebodyChangedItOrThePlanNeedsIt() {
    Draft draft = newDraft();
    Drafts drafts = server.part(Drafts.class);
    String name = "cases/HM-N6.yaml";
    String seen = seen(draft, name);
    String before = drafts.files(draft).text(name);
    other.post(
        path(draft) + "/file", Map.of("name", name, "seen", seen, "text", before + "# thêm\n"));

    HttpResponse<String> overtaken =
        auditor.post(path(draft) + "/file/delete", Map.of("name", name, "seen", seen));
    HttpResponse<String> deleted =
        auditor.post(path(draft) + "/file/delete", Map.of("name", name, "seen", seen(draft, name)));

    assertThat(overtaken.statusCode()).isEqualTo(409);
    assertThat(overtaken.body()).contains("# thêm");
    assertThat(deleted.statusCode()).isEqualTo(302);
    assertThat(drafts.files(draft).files()).doesNotContainKey(name);
    assertThat(auditor.get(path(draft)).body()).contains("Đã xóa tệp " + name);
    for (String needed : new String[] {"plan.yaml", "targets.csv", "cases/none.yaml"}) {
      assertThat(
              auditor
                  .post(path(draft) + "/file/delete", Map.of("name", needed, "seen", ""))
                  .statusCode())
          .as(needed)
          .isEqualTo(404);
    }
  }
}
