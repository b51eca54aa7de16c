package vn.doichieu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** Three threads write what one writes, and none is left behind. */
class InOrderTest {

  private static final int WORKERS = 3;
  private static final FindingFilter EVERY = new FindingFilter(Set.of(), Set.of(), Set.of());
  private static final Messages MESSAGES = new Messages(Language.VI);
  private static final Evaluation SMALL =
      new Check(
              Path.of(""),
              Path.of("rules/hoc_mon_2024"),
              Path.of("sample-data/hoc_mon_2024"),
              LocalDate.of(2025, 2, 1),
              false)
          .run();

  @AfterEach
  void noThreadIsLeft() {
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("findings");
  }

  @ParameterizedTest
  @CsvSource({
    "csv,0",
    "csv,1",
    "csv,1024",
    "csv,1025",
    "csv,20000",
    "json,0",
    "json,1",
    "json,2",
    "json,1024",
    "json,1025",
    "json,20000"
  })
  void theBytesAreThoseOfOneThread(String format, int findings) {
    Evaluation evaluation = evaluation(findings);

    assertThat(bytes(format, evaluation, EVERY, WORKERS))
        .isEqualTo(bytes(format, evaluation, EVERY, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json"})
  void soAreThoseOfSomeFindings(String format) {
    Evaluation evaluation = evaluation(20_000);
    Set<Result> no = Set.of(Result.NOT_MET);
    for (FindingFilter filter :
        List.of(
            new FindingFilter(Set.of(), Set.of(), no),
            new FindingFilter(Set.of("no such unit"), Set.of(), Set.of()))) {
      assertThat(bytes(format, evaluation, filter, WORKERS))
          .isEqualTo(bytes(format, evaluation, filter, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json"})
  void anOutputThatFailsStopsThem(String format) {
    Evaluation evaluation = evaluation(20_000);
    byte[] whole = bytes(format, evaluation, EVERY, 1);
    IOException full = new IOException("full");
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            if (written.size() == whole.length / 2) {
              throw full;
            }
            written.write(b);
          }
        };

    assertThatThrownBy(() -> write(format, evaluation, EVERY, failing, WORKERS))
        .isInstanceOf(UncheckedIOException.class)
        .hasCause(full);
    assertThat(whole).startsWith(written.toByteArray());
  }

  /** The later of two fails first: the earlier is told, after what stands before it. */
  @Test
  void theFirstFailureInOrderIsTold() {
    CountDownLatch laterFailed = new CountDownLatch(1);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Function<Utf8Writer, Consumer<Finding>> writing =
        bytes ->
            finding -> {
              switch (String.valueOf(finding.numerator())) {
                case "800" -> {
                  await(laterFailed);
                  throw new IllegalArgumentException("first");
                }
                case "1600" -> {
                  laterFailed.countDown();
                  throw new IllegalArgumentException("second");
                }
                default -> bytes.raw(finding.numerator() + ";");
              }
            };
    Utf8Writer out = new Utf8Writer(written);

    assertThatThrownBy(() -> InOrder.write(numbered().spliterator(), WORKERS, out, writing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("first");
    out.flush();
    String all = IntStream.range(0, 800).mapToObj(i -> i + ";").collect(Collectors.joining());
    assertThat(all).startsWith(written.toString(StandardCharsets.UTF_8));
    assertThat(written.size()).isPositive();
  }

  @Test
  void anInterruptionStopsThem() {
    Thread caller = Thread.currentThread();
    CountDownLatch begun = new CountDownLatch(1);
    Function<Utf8Writer, Consumer<Finding>> writing =
        bytes ->
            finding -> {
              if (Thread.currentThread() == caller) {
                await(begun);
              } else if (begun.getCount() == 1) {
                begun.countDown();
                while (caller.getState() != Thread.State.WAITING) {
                  Thread.onSpinWait();
                }
                caller.interrupt();
                while (caller.isInterrupted()) { // Until it has felt it.
                  Thread.onSpinWait();
                }
              }
            };
    Utf8Writer out = new Utf8Writer(OutputStream.nullOutputStream());

    assertThatThrownBy(() -> InOrder.write(numbered().spliterator(), 2, out, writing))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Finding> numbered() {
    Finding f = SMALL.findings().get(0);
    return IntStream.range(0, 3000)
        .mapToObj(
            i ->
                new Finding(
                    f.target(),
                    f.unit(),
                    f.period(),
                    f.result(),
                    f.reason(),
                    f.basis(),
                    f.binding(),
                    f.flags(),
                    (long) i,
                    f.denominator(),
                    f.shortfall(),
                    f.waiver()))
        .toList();
  }

  private static Evaluation evaluation(int findings) {
    List<Finding> some = SMALL.findings();
    return new Evaluation(
        SMALL.plan(),
        SMALL.area(),
        SMALL.asOf(),
        SMALL.closed(),
        IntStream.range(0, findings).mapToObj(i -> some.get(i % some.size())).toList(),
        SMALL.problems(),
        SMALL.warnings(),
        SMALL.evidence(),
        SMALL.otherReadings(),
        SMALL.provenance());
  }

  private static byte[] bytes(
      String format, Evaluation evaluation, FindingFilter filter, int workers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(format, evaluation, filter, out, workers);
    return out.toByteArray();
  }

  private static void write(
      String format, Evaluation evaluation, FindingFilter filter, OutputStream out, int workers) {
    if (format.equals("csv")) {
      new CsvOutput(evaluation, filter, MESSAGES).write(out, workers);
    } else {
      new JsonWriter(evaluation, filter, MESSAGES).write(out, null, workers);
    }
  }
}
