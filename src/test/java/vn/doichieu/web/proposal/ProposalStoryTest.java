package vn.doichieu.web.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.draft.RowEdits;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;

@Tag("web")
class ProposalStoryTest {

  private static final String PLAN = "hoc_mon_2024";

  private static final Pattern IMPACT = Pattern.compile("name=\"impact\" value=\"([^\"]+)\"");

  private static TestServer server;
  private static Area area;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample(PLAN);
    for (Role role : Role.values()) {
      if (role != Role.CLERK) {
        server.account(role.code(), role, null, null);
      }
    }
    server.account("auditor2", Role.AUDITOR, null, null);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Viewer viewer(String login) {
    return server.part(Accounts.class).find(login).orElseThrow().viewer(true);
  }

  private static Draft draft(String login, int from) {
    Drafts drafts = server.part(Drafts.class);
    RulesVersion version = server.part(RulesVersions.class).get(PLAN, from);
    return drafts.get(PLAN, drafts.start(viewer(login), version));
  }

  private static Draft now(Draft draft) {
    return server.part(Drafts.class).get(PLAN, draft.id());
  }

  private static void set(Draft draft, String target, String column, String text) {
    RowEdits edits = server.part(RowEdits.class);
    RowEdits.Line line =
        RowEdits.line(edits.lines(server.part(Drafts.class).files(draft), "targets"), target);
    Map<String, String> cells = new HashMap<>(line.row().cells());
    cells.put(column, text);
    edits.save(viewer("auditor"), draft, "targets", target, "", line.seen(), cells);
  }

  private static String path(Draft draft) {
    return "/rules/" + PLAN + "/drafts/" + draft.id();
  }

  private static String impact(Visitor visitor, Draft draft) throws InterruptedException {
    return impact(visitor, draft, "2025-02-01");
  }

  private static String impact(Visitor visitor, Draft draft, String asOf)
      throws InterruptedException {
    assertThat(visitor.post(path(draft) + "/impact", Map.of("asOf", asOf)).statusCode())
        .isEqualTo(302);
    for (int i = 0; i < 1200; i++) {
      String page = visitor.get(path(draft) + "/proposal").body();
      if (!page.contains("Đang tính")) {
        return page;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the impact never ended");
  }

  private static HttpResponse<String> propose(Visitor visitor, Draft draft, String note) {
    return visitor.post(
        path(draft) + "/propose", Map.of("revision", "" + now(draft).revision(), "note", note));
  }

  private static HttpResponse<String> decide(
      Visitor visitor, Draft draft, String decision, Map<String, String> more) {
    Map<String, String> form = new HashMap<>(shown(visitor, draft));
    form.putAll(more);
    return visitor.post(path(draft) + "/" + decision, form);
  }

  /** The hidden fields of the page for whoever decides. */
  private static Map<String, String> shown(Visitor visitor, Draft draft) {
    String page = visitor.get(path(draft) + "/proposal").body();
    Map<String, String> form = new HashMap<>(Map.of("revision", "" + now(draft).revision()));
    Matcher impact = IMPACT.matcher(page);
    if (impact.find()) {
      form.put("impact", impact.group(1));
    }
    return form;
  }

  private static void figuresChange() {
    server.part(Store.class).write(() -> server.part(Areas.class).changed(area.id()));
  }

  private static List<Finding> findings(RulesVersion version) {
    return server
        .part(Results.class)
        .judged(
            server.part(Areas.class).get(area.id()),
            version,
            TestServer.TODAY,
            false,
            Long.MAX_VALUE)
        .evaluation()
        .findings();
  }

  private static long notMet(RulesVersion version) {
    return findings(version).stream()
        .filter(f -> f.target().id().equals("HM-N6") && f.result() == Result.NOT_MET)
        .count();
  }

  @Test
  void aThresholdIsRaisedProposedRefusedToItsAuthorsAndPublishedByAnother() throws Exception {
    RulesVersions versions = server.part(RulesVersions.class);
    Visitor auditor = server.signedIn("auditor");
    Visitor approver = server.signedIn("approver");
    RulesVersion one = versions.current(PLAN);
    long notMetBefore = notMet(one);
    Draft draft = draft("auditor", one.number());

    assertThat(propose(auditor, draft, "Thử").body()).contains("không khác gì");
    set(draft, "HM-N6", "threshold", "2O%");
    assertThat(propose(auditor, draft, "Nâng HM-N6").statusCode()).isEqualTo(422);
    set(draft, "HM-N6", "threshold", "30%");
    assertThat(propose(auditor, draft, "Nâng mức kiểm tra").body()).contains("HM-N6");
    assertThat(propose(auditor, draft, "Nâng mức, HM-N60 sai").statusCode()).isEqualTo(409);
    assertThat(propose(auditor, draft, "Nâng mức, HM-N6 sai như dự kiến").body())
        .contains("Cần tính tác động");

    String page = impact(auditor, draft);
    assertThat(page).contains("6 kết quả").contains("tất cả do HM-N6");
    assertThat(page).contains("từ 20% thành 30%");
    assertThat(propose(auditor, draft, "Gọi 0912345678, HM-N6").statusCode()).isEqualTo(400);
    HttpResponse<String> proposed =
        propose(auditor, draft, "Nâng mức; tình huống HM-N6 sai như dự kiến");
    assertThat(proposed.statusCode()).isEqualTo(302);
    assertThat(now(draft).state()).isEqualTo(Draft.State.PROPOSED);
    assertThat(ImpactRecord.ofJson(now(draft).impact()).flips()).isEqualTo(6);

    assertThat(decide(auditor, draft, "publish", Map.of()).statusCode()).isEqualTo(403);
    assertThat(versions.current(PLAN)).isEqualTo(one);
    int stale = now(draft).revision() - 1;
    assertThat(approver.post(path(draft) + "/publish", Map.of("revision", "" + stale)).statusCode())
        .isEqualTo(409);
    int revision = server.part(Areas.class).get(area.id()).revision();

    assertThat(decide(approver, draft, "publish", Map.of()).statusCode()).isEqualTo(302);

    RulesVersion two = versions.current(PLAN);
    assertThat(two.number()).isEqualTo(one.number() + 1);
    assertThat(two.basedOn()).isEqualTo(one.id());
    assertThat(two.draftedBy()).isEqualTo(viewer("auditor").id());
    assertThat(two.approvedBy()).isEqualTo(viewer("approver").id());
    assertThat(two.hash()).isEqualTo(versions.files(two).hash()).isNotEqualTo(one.hash());
    assertThat(server.part(Areas.class).get(area.id()).revision()).isGreaterThan(revision);
    assertThat(notMet(two)).isEqualTo(notMetBefore + 6);
    assertThat(notMet(one)).isEqualTo(notMetBefore);
    String compared =
        auditor
            .get("/rules/" + PLAN + "/compare?before=" + one.number() + "&after=" + two.number())
            .body();
    assertThat(compared).contains("từ 20% thành 30%");

    Draft back = draft("auditor", one.number());
    assertThat(server.part(Drafts.class).files(back).hash()).isEqualTo(one.hash());
    assertThat(back.basedOn()).isEqualTo(two.id());
  }

  @Test
  void whoHadAHandInADraftMayNotApproveItWhateverTheirRoleBecomes() throws Exception {
    RulesVersions versions = server.part(RulesVersions.class);
    Draft draft = draft("auditor", versions.current(PLAN).number());
    set(draft, "HM-N2", "note", "sửa lời");
    impact(server.signedIn("auditor"), draft);
    propose(server.signedIn("auditor"), draft, "Sửa lời ghi chú");
    Viewer auditor = viewer("auditor");
    Viewer promoted =
        new Viewer(
            auditor.id(),
            auditor.login(),
            auditor.title(),
            Role.APPROVER,
            null,
            null,
            auditor.revision(),
            false,
            true);

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                server
                    .part(Proposals.class)
                    .publish(
                        promoted, now(draft), new Proposals.Seen(now(draft).revision(), "", false)))
        .hasMessageContaining("own_draft");
    HttpResponse<String> rejected =
        decide(server.signedIn("approver"), draft, "reject", Map.of("reason", "Chưa cần"));

    assertThat(rejected.statusCode()).isEqualTo(302);
    assertThat(now(draft).state()).isEqualTo(Draft.State.REJECTED);
    assertThat(server.signedIn("auditor").get(path(draft)).body()).contains("Chưa cần");
  }

  @Test
  void anImpactOfAnotherDayIsNamedAndDecidesOnlyWhereItIsSaidTo() throws Exception {
    Visitor auditor = server.signedIn("auditor");
    Visitor approver = server.signedIn("approver");
    RulesVersions versions = server.part(RulesVersions.class);
    Draft draft = draft("auditor", versions.current(PLAN).number());
    set(draft, "HM-N2", "note", "lời của ngày khác");

    assertThat(auditor.post(path(draft) + "/impact", Map.of("asOf", "1900-01-01")).statusCode())
        .isEqualTo(400);
    impact(auditor, draft, "2024-03-05");
    assertThat(propose(auditor, draft, "Sửa lời; HM-N6").statusCode()).isEqualTo(302);
    String page = approver.get(path(draft) + "/proposal").body();
    HttpResponse<String> silent = decide(approver, draft, "publish", Map.of());
    HttpResponse<String> said = decide(approver, draft, "publish", Map.of("otherDay", "true"));

    assertThat(page)
        .contains("tính theo ngày 05/03/2024, không phải hôm nay (01/02/2025)")
        .contains("quyết định theo tác động của ngày 05/03/2024");
    assertThat(silent.statusCode()).isEqualTo(409);
    assertThat(silent.body()).contains("Tác động không tính theo hôm nay");
    assertThat(said.statusCode()).isEqualTo(302);
    assertThat(now(draft).state()).isEqualTo(Draft.State.PUBLISHED);
  }

  @Test
  void figuresThatComeAfterAnImpactAskForAnotherOne() throws Exception {
    Visitor auditor = server.signedIn("auditor");
    Visitor approver = server.signedIn("approver");
    RulesVersions versions = server.part(RulesVersions.class);
    Draft draft = draft("auditor", versions.current(PLAN).number());
    set(draft, "HM-N2", "note", "số đến sau");

    impact(auditor, draft);
    figuresChange();
    HttpResponse<String> late = propose(auditor, draft, "Sửa lời; HM-N6");
    impact(auditor, draft);
    assertThat(propose(auditor, draft, "Sửa lời; HM-N6").statusCode()).isEqualTo(302);
    Map<String, String> first = shown(approver, draft);
    figuresChange();
    HttpResponse<String> old = approver.post(path(draft) + "/publish", first);
    impact(approver, draft);
    HttpResponse<String> unseen = approver.post(path(draft) + "/publish", first);
    HttpResponse<String> seen = decide(approver, draft, "publish", Map.of());

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("hãy tính lại tác động");
    assertThat(old.statusCode()).isEqualTo(409);
    assertThat(old.body()).contains("hãy tính lại tác động");
    assertThat(unseen.statusCode()).isEqualTo(409);
    assertThat(unseen.body()).contains("đã được tính lại sau khi bạn mở trang");
    assertThat(seen.statusCode()).isEqualTo(302);
    assertThat(ImpactRecord.ofJson(now(draft).impact()).tag()).isNotEqualTo(first.get("impact"));
  }

  @Test
  void aDraftThatWasOvertakenIsMovedRowByRowAndAsksWhereBothChanged() throws Exception {
    RulesVersions versions = server.part(RulesVersions.class);
    int from = versions.current(PLAN).number();
    Draft first = draft("auditor", from);
    Draft second = draft("auditor", from);
    set(first, "HM-N2", "note", "của bản một");
    set(first, "HM-N3", "note", "bản một");
    set(second, "HM-N4", "note", "bản hai");
    set(second, "HM-N3", "note", "bản hai");
    Visitor auditor = server.signedIn("auditor");
    impact(auditor, first);
    assertThat(propose(auditor, first, "HM-N2, HM-N3 đổi; HM-N6").statusCode()).isEqualTo(302);
    assertThat(decide(server.signedIn("approver"), first, "publish", Map.of()).statusCode())
        .isEqualTo(302);
    RulesVersion current = versions.current(PLAN);

    impact(auditor, second);
    assertThat(propose(auditor, second, "HM-N3, HM-N4, HM-N6").statusCode()).isEqualTo(409);
    String asked = auditor.get(path(second) + "/rebase").body();
    assertThat(asked).contains("targets HM-N3").contains("bản một").contains("bản hai");
    assertThat(asked).doesNotContain("targets HM-N4");
    Map<String, String> onto = new HashMap<>(Map.of("onto", "" + current.number()));
    assertThat(auditor.post(path(second) + "/rebase", onto).statusCode()).isEqualTo(409);
    onto.put("choice.targets HM-N3", "mine");
    assertThat(auditor.post(path(second) + "/rebase", onto).statusCode()).isEqualTo(302);

    String text = server.part(Drafts.class).files(second).text("targets.csv");
    assertThat(now(second).basedOn()).isEqualTo(current.id());
    assertThat(text).contains("của bản một").contains("bản hai").doesNotContain(",bản một");
    String theirs = versions.files(current).text("targets.csv");
    long lines = theirs.lines().filter(line -> text.lines().noneMatch(line::equals)).count();
    assertThat(lines).isEqualTo(2);
  }

  @Test
  void publishingAndSubmittingAtOnceWaitForEachOtherInTurn() throws Exception {
    RulesVersions versions = server.part(RulesVersions.class);
    Draft draft = draft("auditor", versions.current(PLAN).number());
    set(draft, "HM-N4", "note", "cùng lúc");
    impact(server.signedIn("auditor"), draft);
    String seen =
        server
            .part(Impacts.class)
            .known(now(draft), server.part(Drafts.class).files(draft))
            .map(ImpactRecord::tag)
            .orElseThrow();
    Store store = server.part(Store.class);
    store.write(
        () -> {
          store
              .sql()
              .sql("update rules_draft set state = 'proposed', proposed_by = made_by where id = ?")
              .param(draft.id())
              .update();
        });
    Draft proposed = now(draft);
    Viewer approver = viewer("approver");
    CompletableFuture<Void> publishing =
        store.write(
            () -> {
              server.part(Areas.class).lock(area.id());
              CompletableFuture<Void> begun =
                  CompletableFuture.runAsync(
                      () ->
                          server
                              .part(Proposals.class)
                              .publish(
                                  approver,
                                  proposed,
                                  new Proposals.Seen(proposed.revision(), seen, false)));
              // Long enough to compile the rules and come to the area.
              begun.copy().completeOnTimeout(null, 4, TimeUnit.SECONDS).join();
              server.part(AuditLog.class).add("test.while_publishing", "", "");
              return begun;
            });

    publishing.join();
    assertThat(versions.current(PLAN).basedOn()).isEqualTo(draft.basedOn());
  }

  @Test
  void clerksSeeNoDraftsAndNoImpact() {
    server.account("clerk", Role.CLERK, area, "BA_DIEM");
    Draft draft = draft("auditor", 1);
    Visitor clerk = server.signedIn("clerk");

    assertThat(clerk.get("/rules/" + PLAN).statusCode()).isEqualTo(200);
    assertThat(clerk.get("/rules/" + PLAN + "/versions/1").statusCode()).isEqualTo(200);
    assertThat(clerk.get(path(draft)).statusCode()).isEqualTo(403);
    assertThat(clerk.get(path(draft) + "/proposal").statusCode()).isEqualTo(403);
    assertThat(clerk.get("/rules/" + PLAN).body()).doesNotContain("/drafts/");
  }
}
