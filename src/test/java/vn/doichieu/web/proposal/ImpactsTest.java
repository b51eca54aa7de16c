package vn.doichieu.web.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.draft.Tables;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Standing;
import vn.doichieu.web.filing.Uploads;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;
import vn.doichieu.web.store.WorkFolder;

@Tag("web")
class ImpactsTest {

  private static final LocalDate DAY = TestServer.TODAY;

  private static TestServer server;
  private static Viewer auditor;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.emptyArea("hoc_mon_2024");
    auditor = server.account("auditor", Role.AUDITOR, null, null).viewer(true);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Impacts whose work is the test's own. */
  private static class Own extends Impacts {

    private final Work work;

    Own(Work work) {
      super(
          server.part(Store.class),
          server.part(Drafts.class),
          server.part(Tables.class),
          server.part(RulesVersions.class),
          server.part(Results.class),
          server.part(Areas.class),
          server.part(Filings.class),
          server.part(Uploads.class),
          server.part(Standing.class),
          server.part(WorkFolder.class));
      this.work = work;
    }

    interface Work {
      void of(Asked asked) throws InterruptedException;
    }

    @Override
    ImpactRecord record(Draft draft, RuleFileSet files, Asked asked) {
      try {
        work.of(asked);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      ImpactWords none = new ImpactWords("", List.of());
      return new ImpactRecord(
          asked.files(), "", "", asked.asOf(), false, 0, 0, 0, List.of(), List.of(), none, none);
    }

    State end(Draft draft) throws InterruptedException {
      RuleFileSet files = server.part(Drafts.class).files(draft);
      State state = state(draft, files).orElseThrow();
      while (state instanceof State.Running) {
        TimeUnit.MILLISECONDS.sleep(10);
        state = state(draft, files).orElseThrow();
      }
      return state;
    }
  }

  private static Draft draft() {
    Drafts drafts = server.part(Drafts.class);
    RulesVersions versions = server.part(RulesVersions.class);
    long id = drafts.start(auditor, versions.current("hoc_mon_2024"));
    return drafts.get("hoc_mon_2024", id);
  }

  @Test
  @Timeout(60)
  void anErrorEndsAnImpactAndTheNextOneBegins() throws Exception {
    Draft draft = draft();
    ConcurrentLinkedQueue<LocalDate> begun = new ConcurrentLinkedQueue<>();
    Own impacts =
        new Own(
            asked -> {
              begun.add(asked.asOf());
              if (begun.size() == 1) {
                throw new OutOfMemoryError("of the test");
              }
            });

    impacts.start(draft, DAY, false);
    assertThat(impacts.end(draft)).isInstanceOf(Impacts.State.Failed.class);
    impacts.start(draft, DAY, false);
    assertThat(impacts.end(draft)).isInstanceOf(Impacts.State.Done.class);
    impacts.destroy();
  }

  @Test
  @Timeout(60)
  void anotherDayThatIsAskedForMeanwhileIsTheOneThatIsTold() throws Exception {
    Draft draft = draft();
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    ConcurrentLinkedQueue<LocalDate> begun = new ConcurrentLinkedQueue<>();
    Own impacts =
        new Own(
            each -> {
              begun.add(each.asOf());
              working.countDown();
              asked.await();
            });

    impacts.start(draft, DAY, false);
    working.await();
    impacts.start(draft, DAY.plusDays(1), false);
    impacts.start(draft, DAY.plusDays(2), false);
    impacts.start(draft, DAY.plusDays(2), false);
    asked.countDown();

    Impacts.State end = impacts.end(draft);
    assertThat(end.asked().asOf()).isEqualTo(DAY.plusDays(2));
    assertThat(end).isInstanceOf(Impacts.State.Done.class);
    assertThat(begun).containsExactly(DAY, DAY.plusDays(2));
    impacts.destroy();
  }
}
