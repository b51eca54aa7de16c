package vn.doichieu.web.submitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.dryrun.Submitting;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;

@Tag("web")
class OvertakenTest {

  private static final String UNIT = "BA_DIEM";
  private static final Submitting.Words NOTHING =
      new Submitting.Words("", java.util.Map.of(), false);

  private static TestServer server;
  private static Area area;
  private static Clerk clerk;
  private static Clerk staff;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample("hoc_mon_2024");
    server.account("clerk", Role.CLERK, area, UNIT);
    server.account("staff", Role.STAFF, null, null);
    clerk = new Clerk(server, server.signedIn("clerk"), area, UNIT);
    staff = new Clerk(server, server.signedIn("staff"), area, UNIT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static long id(String trial) {
    return Long.parseLong(trial.substring(trial.lastIndexOf('/') + 1));
  }

  private static Upload upload(Clerk by, String value) {
    return server.part(Filings.class).upload(id(by.tried(by.csv("communication_forms", value))));
  }

  private static Viewer viewer(String login) {
    return server.part(Accounts.class).find(login).orElseThrow().viewer(true);
  }

  @Test
  void whoWasOvertakenIsToldAndLosesNothing() {
    String late = clerk.tried(clerk.csv("communication_forms", "11"));
    String first = Clerk.address(staff.submit(staff.tried(staff.csv("communication_forms", "9"))));

    HttpResponse<String> told = clerk.submit(late, java.util.Map.of("note", "đã soát lại"));
    assertThat(told.statusCode()).isEqualTo(409);
    assertThat(told.body())
        .contains("Đã có lần nộp khác")
        .contains(first)
        .contains("Đọc thử lại")
        .contains("name=\"note\" value=\"đã soát lại\"")
        .contains(">11<");
    String again =
        Clerk.address(
            clerk.visitor().post(late + "/again", java.util.Map.of("note", "đã soát lại")));
    assertThat(clerk.visitor().get(again).body())
        .contains(">9<")
        .contains(">11<")
        .contains(">đã soát lại</textarea>");
    assertThat(Clerk.address(clerk.submit(again))).contains("/submissions/");
  }

  @Test
  void whatOtherUnitsSubmitOvertakesNobody() {
    String mine = clerk.tried(clerk.csv("communication_forms", "12"));
    Clerk other = new Clerk(server, staff.visitor(), area, "NHI_BINH");
    Clerk.address(other.submit(other.tried(other.csv("communication_forms", "3"))));

    assertThat(Clerk.address(clerk.submit(mine))).contains("/submissions/");
  }

  @Test
  void oneOfTwoUploadsOfAUnitAtOnceWins() throws Exception {
    Upload one = upload(clerk, "21");
    Upload two = upload(staff, "22");
    Submitting submitting = server.part(Submitting.class);
    Viewer first = viewer("clerk");
    Viewer second = viewer("staff");
    List<Callable<Filed>> both =
        List.of(
            () -> submitting.submit(first, one, NOTHING, "a-" + one.id()),
            () -> submitting.submit(second, two, NOTHING, "b-" + two.id()));

    List<Object> answers = atOnce(both);

    assertThat(answers).filteredOn(Filed.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(Refusal.class::isInstance)
        .singleElement()
        .matches(refusal -> ((Refusal) refusal).key().equals("overtaken"));
  }

  @Test
  void theSameKeyGivesTheSameAnswerAtOnceAndAfterARestart() throws Exception {
    Upload upload = upload(clerk, "31");
    Viewer viewer = viewer("clerk");
    Submitting submitting = server.part(Submitting.class);
    List<Callable<Filed>> four = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      four.add(() -> submitting.submit(viewer, upload, NOTHING, "word"));
    }

    List<Object> answers = atOnce(four);
    server.restart();
    Filed after = server.part(Submitting.class).submit(viewer, upload, NOTHING, "word");

    assertThat(answers).allMatch(Filed.class::isInstance);
    assertThat(answers).containsOnly(after);
    Filings filings = server.part(Filings.class);
    assertThat(filings.all(area.id())).filteredOn(f -> f.uploadId() == upload.id()).hasSize(1);
    clerk = new Clerk(server, server.signedIn("clerk"), area, UNIT);
    staff = new Clerk(server, server.signedIn("staff"), area, UNIT);
  }

  /** Runs all at the same moment; a refusal is an answer, too. */
  private static List<Object> atOnce(List<Callable<Filed>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    CyclicBarrier start = new CyclicBarrier(calls.size());
    try {
      List<Future<Object>> running = new ArrayList<>();
      for (Callable<Filed> call : calls) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    return call.call();
                  } catch (Refusal e) {
                    return e;
                  }
                }));
      }
      List<Object> answers = new ArrayList<>();
      for (Future<Object> future : running) {
        answers.add(future.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
