package vn.doichieu.web.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;

@Tag("web")
class ResultsTest {

  private static final String PLAN = "hoc_mon_2024";

  private static TestServer server;
  private static Area area;
  private static Visitor leader;
  private static String base;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample(PLAN);
    server.account("leader", Role.LEADER, null, null);
    leader = server.signedIn("leader");
    base = "/areas/" + area.id() + "/plans/" + PLAN;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Judged judged(Area of) {
    return server.part(Results.class).judged(of, PLAN, TestServer.TODAY, false);
  }

  @Test
  void whoeverAsksAtOnceGetsOneEvaluationAndAfterAChangeAnother() {
    List<CompletableFuture<Judged>> asked =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> judged(area)))
            .toList();
    Judged first = judged(area);

    assertThat(asked).allSatisfy(each -> assertThat(each.join()).isSameAs(first));
    server.part(Store.class).write(() -> server.part(Areas.class).changed(area.id()));
    assertThat(judged(server.part(Areas.class).get(area.id()))).isNotSameAs(first);
  }

  @Test
  void whatAServerTaggedIsUnknownToTheNextOne() {
    Viewer viewer = server.part(Accounts.class).find("leader").orElseThrow().viewer(true);
    Instant later = TestServer.TODAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    Results next =
        new Results(
            server.part(RulesVersions.class),
            server.part(Figures.class),
            server.part(Judging.class),
            Clock.fixed(later, ZoneOffset.UTC));
    Area now = server.part(Areas.class).get(area.id());

    String tag = next.judged(now, PLAN, TestServer.TODAY, false).tag(viewer);

    assertThat(judged(now).tag(viewer)).isEqualTo(judged(now).tag(viewer)).isNotEqualTo(tag);
  }

  @Test
  void whatCouldNotBeJudgedIsTriedAgain() {
    Area unknown = new Area(4711, "X", "X", 1, 1);

    assertThatThrownBy(() -> judged(unknown)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> judged(unknown)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> server.part(Areas.class).get(unknown.id()))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void whoComesWhenTooManyWaitIsToldSoAndOthersAreServed() throws Exception {
    Judging judging = server.part(Judging.class);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService crowd = Executors.newCachedThreadPool();
    leader.get(base);
    int all = Runtime.getRuntime().availableProcessors() + 32;
    for (int i = 0; i < all; i++) {
      crowd.submit(() -> judging.inTurn(() -> awaited(end)));
    }
    while (judging.waiting() < 32) {
      Thread.onSpinWait();
    }

    var refused = leader.get(base + "?asOf=2024-07-07");
    var known = leader.get(base);

    end.countDown();
    crowd.shutdown();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("10");
    assertThat(refused.body()).contains("Máy chủ đang tính nhiều kết quả cùng lúc.");
    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(crowd.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(leader.get(base + "?asOf=2024-07-07").statusCode()).isEqualTo(200);
  }

  private static boolean awaited(CountDownLatch end) {
    try {
      return end.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTurnThatDoesNotComeIsRefusedAndOneThatFailsIsGivenBack() {
    Judging one = new Judging(1, Duration.ofMillis(1), 1);

    assertThatThrownBy(() -> one.inTurn(() -> inAnotherThread(one))).hasMessage("503 busy");
    assertThatThrownBy(() -> one.inTurn(() -> failing())).hasMessage("of the work");
    assertThat(one.<String>inTurn(() -> "done")).isEqualTo("done");
  }

  private static String failing() {
    throw new IllegalStateException("of the work");
  }

  private static String inAnotherThread(Judging judging) {
    try {
      return CompletableFuture.supplyAsync(() -> judging.<String>inTurn(() -> "too early")).join();
    } catch (CompletionException e) {
      throw (Refusal) e.getCause();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?",
        "BASE?",
        "BASE/findings?",
        "BASE/findings/HM-N6/HOC_MON/2024?",
      })
  void aDayOrWordThatIsNoneIsRefusedInASentence(String path) {
    String to = path.replace("BASE", base);
    for (String wrong :
        List.of(
            "asOf=1999-12-31",
            "asOf=2101-01-01",
            "asOf=9999999-01-01",
            "asOf=2024-02-30",
            "asOf=01/06/2024",
            "asOf=x",
            "closed=maybe",
            "asOf=2024-06-01&closed=1")) {
      var answer = leader.get(to + wrong);
      assertThat(answer.statusCode()).as(to + wrong).isEqualTo(400);
      assertThat(answer.body())
          .as(to + wrong)
          .contains(wrong.contains("closed") ? "chỉ nhận true hoặc false" : "năm-tháng-ngày");
    }
    for (String right :
        List.of("asOf=2000-01-01", "asOf=2100-12-31&closed=on", "closed=", "asOf=")) {
      assertThat(leader.get(to + right).statusCode()).as(to + right).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"asOf=1999-12-31", "asOf=x", "closed=maybe"})
  void whatAsksForADayElsewhereRefusesItToo(String wrong) {
    Map<String, String> form = Map.of(wrong.split("=")[0], wrong.split("=")[1]);
    assertThat(leader.post(base + "/records", form).statusCode()).isEqualTo(400);
    assertThat(leader.post(base + "/lists", form).statusCode()).isEqualTo(400);
  }
}
