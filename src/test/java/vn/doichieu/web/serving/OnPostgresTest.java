package vn.doichieu.web.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditChain;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.backup.Backups;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.draft.RowEdits;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.proposal.ImpactRecord;
import vn.doichieu.web.proposal.Impacts;
import vn.doichieu.web.proposal.Proposals;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;

/** The main story on PostgreSQL, also where all other tests run on H2. */
@Tag("web")
class OnPostgresTest {

  private static final String PLAN = "hoc_mon_2024";
  private static final String TARGET = "HM-N6";
  private static final String UNIT = "TRUNG_CHANH";

  private static TestServer server;
  private static Area area;

  @BeforeAll
  static void start() {
    server = TestServer.onPostgres();
    area = server.sample(PLAN);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void figuresRulesAnswersAndBackupsAreKeptAsOnTheOtherDatabase(@TempDir Path folder)
      throws Exception {
    assertThat(server.part(Store.class).sql().sql("select version()").query(String.class).single())
        .startsWith("PostgreSQL");

    assertThat(finding().result()).isEqualTo(Result.NOT_MET);
    submit("9");
    assertThat(finding().result()).isEqualTo(Result.MET);

    publish("30%");
    assertThat(finding().result()).isEqualTo(Result.NOT_MET);

    askAndAnswer();
    List<Finding> before = findings();
    assertThat(server.part(AuditLog.class).verify()).isInstanceOf(AuditChain.Holds.class);
    assertThat(backup(folder.resolve("backup.zip")))
        .contains("manifest.json", "tables/inquiry_message.jsonl", "tables/rules_version.jsonl");

    server.restart();
    assertThat(findings())
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(vn.doichieu.domain.Target.class)
        .isEqualTo(before);
  }

  private static List<Finding> findings() {
    return server
        .part(Results.class)
        .judged(server.part(Areas.class).get(area.id()), PLAN, TestServer.TODAY, false)
        .evaluation()
        .findings();
  }

  private static Finding finding() {
    return findings().stream()
        .filter(f -> f.target().id().equals(TARGET) && f.unit().code().equals(UNIT))
        .findFirst()
        .orElseThrow();
  }

  /** Hands in how many establishments were inspected, of 38. */
  private static void submit(String inspected) {
    Viewer staff = server.account("tong-hop", Role.STAFF, null, null).viewer(true);
    var files = new TreeMap<String, byte[]>();
    String rows = "unit,item,period,value\n" + UNIT + ",establishments_inspected,2024,";
    files.put("bo-sung.csv", (rows + inspected + "\n").getBytes(StandardCharsets.UTF_8));
    Filings filings = server.part(Filings.class);
    long upload = filings.keep(staff, area, UNIT, Upload.Kind.FILE, files, Set.of());
    filings.submit(staff, filings.upload(upload), "", null);
  }

  private static void publish(String threshold) throws InterruptedException {
    Viewer auditor = server.account("kiem-soat", Role.AUDITOR, null, null).viewer(true);
    Viewer approver = server.account("phe-duyet", Role.APPROVER, null, null).viewer(true);
    Drafts drafts = server.part(Drafts.class);
    RowEdits edits = server.part(RowEdits.class);
    RulesVersions versions = server.part(RulesVersions.class);
    Draft draft = drafts.get(PLAN, drafts.start(auditor, versions.current(PLAN)));
    RowEdits.Line line = RowEdits.line(edits.lines(drafts.files(draft), "targets"), TARGET);
    Map<String, String> cells = new HashMap<>(line.row().cells());
    cells.put("threshold", threshold);
    edits.save(auditor, draft, "targets", TARGET, "", line.seen(), cells);
    Draft edited = drafts.get(PLAN, draft.id());
    Impacts impacts = server.part(Impacts.class);
    impacts.start(edited, TestServer.TODAY, false);
    while (running(impacts, edited)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    Proposals proposals = server.part(Proposals.class);
    proposals.propose(
        auditor, edited, edited.revision(), "Nâng mức; " + TARGET + " sai như dự kiến");
    Draft proposed = drafts.get(PLAN, draft.id());
    String impact =
        impacts.known(proposed, drafts.files(proposed)).map(ImpactRecord::tag).orElseThrow();
    proposals.publish(approver, proposed, new Proposals.Seen(proposed.revision(), impact, false));
    assertThat(versions.current(PLAN).number()).isEqualTo(2);
  }

  private static boolean running(Impacts impacts, Draft draft) {
    return impacts
        .state(draft, server.part(Drafts.class).files(draft))
        .filter(Impacts.State.Running.class::isInstance)
        .isPresent();
  }

  /** By pages: every statement behind them runs on this database, too. */
  private static void askAndAnswer() {
    server.account("lanh-dao", Role.LEADER, null, null);
    server.account("trung-chanh", Role.CLERK, area, UNIT);
    Visitor leader = server.signedIn("lanh-dao");
    Visitor clerk = server.signedIn("trung-chanh");
    String pages = "/areas/" + area.id() + "/plans/" + PLAN;
    Map<String, String> question =
        Map.of(
            "area",
            "" + area.id(),
            "plan",
            PLAN,
            "target",
            TARGET,
            "unit",
            UNIT,
            "period",
            "2024",
            "text",
            "Vì sao chỉ kiểm tra 9 cơ sở?");
    String asked = leader.post("/inquiries", question).headers().firstValue("Location").orElse("");
    String inquiry = asked.substring(asked.indexOf("/inquiries/"));
    Map<String, String> answer = Map.of("text", "Hai đoàn kiểm tra bị hoãn.");
    assertThat(clerk.post(inquiry + "/answers", answer).statusCode()).isEqualTo(302);

    assertThat(leader.get(inquiry).body()).contains("Hai đoàn kiểm tra bị hoãn.");
    for (String page : List.of("", "/findings", "/findings/" + TARGET + "/" + UNIT + "/2024")) {
      assertThat(leader.get(pages + page).body()).as(page).contains(TARGET);
    }
  }

  private static Set<String> backup(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      server.part(Backups.class).write(out, "test");
    }
    Set<String> names = new HashSet<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream().forEach(entry -> names.add(entry.getName()));
    }
    return names;
  }
}
