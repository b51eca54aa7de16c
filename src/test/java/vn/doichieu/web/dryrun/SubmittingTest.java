package vn.doichieu.web.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.AreaRules;
import vn.doichieu.web.filing.Counting;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.intake.Intake;
import vn.doichieu.web.lock.Locks;
import vn.doichieu.web.page.PlanTitle;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;

/** What happens between the checks and the moment from which figures count. */
@Tag("web")
class SubmittingTest {

  private static final String PLAN = "hoc_mon_2024";
  private static final Submitting.Words NOTHING = new Submitting.Words("", Map.of(), false);

  private static TestServer server;
  private static Area area;
  private static Viewer staff;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample(PLAN);
    Account account = server.account("staff", Role.STAFF, null, null);
    staff = account.viewer(true);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static <T> T part(Class<T> kind) {
    return server.part(kind);
  }

  /** The server's own way to submit, in which something else happens after each dry run. */
  private static Submitting then(Runnable meanwhile) {
    DryRuns interrupted =
        new DryRuns(
            part(Areas.class),
            part(AreaRules.class),
            part(Figures.class),
            part(Counting.class),
            part(Results.class),
            part(Locks.class),
            part(Times.class)) {
          @Override
          public DryRun of(Upload upload) {
            DryRun run = super.of(upload);
            meanwhile.run();
            return run;
          }
        };
    return new Submitting(
        interrupted,
        part(RulesSince.class),
        part(Filings.class),
        part(Areas.class),
        part(Times.class));
  }

  private static Runnable once(Runnable work) {
    return times(1, work);
  }

  /** Something that happens only so often. */
  private static Runnable times(int most, Runnable work) {
    AtomicInteger times = new AtomicInteger();
    return () -> {
      if (times.getAndIncrement() < most) {
        work.run();
      }
    };
  }

  private static Upload upload(String unit, String value) {
    return upload(area, unit, "establishments_inspected", "2024", value);
  }

  private static Upload upload(Area of, String unit, String item, String period, String value) {
    String csv = "unit,item,period,value\n" + unit + "," + item + "," + period + "," + value + "\n";
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("so-lieu.csv", csv.getBytes(StandardCharsets.UTF_8));
    Filings filings = part(Filings.class);
    return filings.upload(filings.keep(staff, of, unit, Upload.Kind.FILE, files, Set.of()));
  }

  private static void lock(boolean locked) {
    part(Areas.class).attach(area.id(), PLAN, locked ? TestServer.TODAY : null);
  }

  /** Publishes the rules with another text in place of one. */
  private static void publish(String text, String other) {
    RulesVersions versions = part(RulesVersions.class);
    RuleFileSet files = versions.files(versions.current(PLAN));
    String changed = files.text("targets.csv").replace(text, other);
    assertThat(changed).isNotEqualTo(files.text("targets.csv"));
    RuleFileSet next = files.with("targets.csv", changed.getBytes(StandardCharsets.UTF_8));
    part(Store.class)
        .write(
            () -> {
              versions.publish(PLAN, new PlanTitle("Kế hoạch", ""), next, "", null, null, null);
              part(Areas.class).changed(area.id());
            });
  }

  private static void assertRefused(String key, Submitting by, Upload upload) {
    int before = part(Filings.class).count(area.id(), null);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> by.submit(staff, upload, NOTHING, "k" + upload.id()))
        .matches(refusal -> refusal.key().equals(key), key);
    assertThat(part(Filings.class).count(area.id(), null)).isEqualTo(before);
  }

  @Test
  void whatNoDatabaseTakesIsNotKeptOfWords() {
    Submitting.Words words =
        new Submitting.Words("a\u0000b \ud800 \u202e", Map.of("k", " x\u0000y "), false);

    assertThat(words.note()).doesNotContain("\u0000", "\ud800", "\u202e");
    assertThat(words.about("k")).doesNotContain("\u0000").startsWith("x").endsWith("y");
  }

  @Test
  void aLockThatIsSetAfterTheChecksStillHolds() {
    Upload upload = upload("BA_DIEM", "7");
    try {
      assertRefused("locked", then(once(() -> lock(true))), upload);
    } finally {
      lock(false);
    }
    assertThat(part(Submitting.class).submit(staff, upload, NOTHING, null).uploadId())
        .isEqualTo(upload.id());
  }

  @Test
  void rulesThatChangeWhatWasShownHaveToBeLookedAtFirst() {
    Upload upload = upload("TT_HOC_MON", "3");

    assertRefused("rules_changed", then(once(() -> publish(",>=,20%,", ",>=,97%,"))), upload);
    assertRefused("rules_changed", part(Submitting.class), upload);

    Upload again = part(Filings.class).upload(part(Intake.class).again(staff, upload));
    assertThat(part(Submitting.class).submit(staff, again, NOTHING, null).uploadId())
        .isEqualTo(again.id());
    publish(",>=,97%,", ",>=,20%,");
  }

  @Test
  void rulesThatSayTheSameOfTheFiguresStopNobody() {
    Upload upload = upload("TAN_HIEP", "3");

    Filed filed =
        then(once(() -> publish("kiểm tra,cơ sở", "kiểm tra,cơ sở kinh doanh")))
            .submit(staff, upload, NOTHING, null);

    assertThat(filed.uploadId()).isEqualTo(upload.id());
  }

  @Test
  void whatOtherUnitsSubmitMeanwhileIsLookedAtAndStopsNobody() {
    AtomicInteger runs = new AtomicInteger();
    Upload upload = upload("TAN_XUAN", "2");
    Upload others = upload("THOI_TAM_THON", "2");
    Runnable first = once(() -> part(Submitting.class).submit(staff, others, NOTHING, null));

    Filed filed =
        then(() -> {
              runs.incrementAndGet();
              first.run();
            })
            .submit(staff, upload, NOTHING, null);

    assertThat(filed.uploadId()).isEqualTo(upload.id());
    assertThat(runs).hasValue(2);
  }

  @Test
  void oneKeyForTwoAreasAtOnceIsOfOneOfThem() throws Exception {
    Area other = server.sample("duy_tien_2026");
    List<String> rows = Files.readAllLines(Path.of("sample-data/duy_tien_2026/figures.csv"));
    List<String> row = List.of(rows.get(rows.size() - 1).split(","));
    Upload here = upload("XUAN_THOI_DONG", "1");
    Upload there = upload(other, row.get(0), row.get(1), row.get(2), row.get(3));
    CyclicBarrier both = new CyclicBarrier(2);
    Submitting submitting =
        then(
            times(
                2,
                () -> {
                  try {
                    both.await(1, TimeUnit.MINUTES);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Object> answers = new ArrayList<>();
    try {
      List<Future<Object>> running = new ArrayList<>();
      for (Upload upload : List.of(here, there)) {
        running.add(
            threads.submit(
                () -> {
                  try {
                    return submitting.submit(staff, upload, NOTHING, "one-key");
                  } catch (Refusal e) {
                    return e.status() + " " + e.key();
                  }
                }));
      }
      for (Future<Object> each : running) {
        answers.add(each.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(answers).filteredOn(Filed.class::isInstance).hasSize(1);
    assertThat(answers).contains("409 key_used");
  }

  @Test
  void theSameKeyWithOtherWordsIsAnotherSubmission() {
    Upload upload = upload("TAN_THOI_NHI", "4");
    Submitting submitting = part(Submitting.class);
    Filed first = submitting.submit(staff, upload, NOTHING, "words");

    assertThat(submitting.submit(staff, upload, NOTHING, "words")).isEqualTo(first);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                submitting.submit(
                    staff, upload, new Submitting.Words("ghi chú", Map.of(), false), "words"))
        .matches(refusal -> refusal.status() == 409);
  }
}
