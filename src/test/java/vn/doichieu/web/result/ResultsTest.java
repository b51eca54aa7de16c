package vn.doichieu.web.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.store.Store;

@Tag("web")
class ResultsTest {

  private static final String PLAN = "hoc_mon_2024";

  private static TestServer server;
  private static Area area;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample(PLAN);
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
  void whatCouldNotBeJudgedIsTriedAgain() {
    Area unknown = new Area(4711, "X", "X", 1, 1);

    assertThatThrownBy(() -> judged(unknown)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> judged(unknown)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> server.part(Areas.class).get(unknown.id()))
        .isInstanceOf(Refusal.class);
  }
}
