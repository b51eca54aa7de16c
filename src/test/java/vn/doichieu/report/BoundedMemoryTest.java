package vn.doichieu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/**
 * Results are written in memory that does not grow with them: many times more text than a Java of
 * 64 MiB could hold.
 */
@Tag("once")
class BoundedMemoryTest {

  private static final int FINDINGS = 400_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "table"})
  void aLargeResultIsWrittenInSixtyFourMebibytes(String format) throws Exception {
    Path told = folder.resolve("told");
    Process writing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                "-Dslf4j.internal.verbosity=WARN",
                "-cp",
                System.getProperty("java.class.path"),
                BoundedMemoryTest.class.getName(),
                format)
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();

    assertThat(writing.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(writing.exitValue()).as(Files.readString(told)).isZero();
    long bytes = Long.parseLong(Files.readString(told).strip());
    assertThat(bytes).isGreaterThan(100 << 20);
  }

  @Test
  void theLargeResultIsTheSmallOneManyTimes() {
    Evaluation small = small();

    assertThat(Set.copyOf(large(small).findings())).isEqualTo(Set.copyOf(small.findings()));
  }

  /** Writes a large result to nowhere, and tells how many bytes it has. */
  public static void main(String[] arguments) {
    Evaluation large = large(small());
    FindingFilter every = new FindingFilter(Set.of(), Set.of(), Set.of());
    Messages messages = new Messages(Language.VI);
    Counted out = new Counted();
    switch (arguments[0]) {
      case "csv" -> new CsvOutput(large, every, messages).write(out);
      case "json" -> new JsonWriter(large, every, messages).write(out);
      default -> table(large, every, messages, out);
    }
    System.out.println(out.bytes);
  }

  private static void table(
      Evaluation large, FindingFilter every, Messages messages, OutputStream out) {
    TableOutput.Options options = new TableOutput.Options("data", 100, false, true);
    try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      new TableOutput(large, every, messages, options).write(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Evaluation small() {
    return new Check(
            Path.of(""),
            Path.of("rules/hoc_mon_2024"),
            Path.of("sample-data/hoc_mon_2024"),
            LocalDate.of(2025, 2, 1),
            false)
        .run();
  }

  /** Each finding many times, one after the other, as a list that holds none of them. */
  private static Evaluation large(Evaluation small) {
    return new Evaluation(
        small.plan(),
        small.area(),
        small.asOf(),
        small.closed(),
        new Repeated(small.findings()),
        small.problems(),
        small.warnings(),
        small.evidence(),
        small.otherReadings(),
        small.provenance());
  }

  private static final class Repeated extends AbstractList<Finding> implements RandomAccess {

    private final List<Finding> findings;

    Repeated(List<Finding> findings) {
      this.findings = findings;
    }

    @Override
    public Finding get(int index) {
      Finding f = findings.get((int) ((long) index * findings.size() / FINDINGS));
      return new Finding(
          f.target(),
          f.unit(),
          f.period(),
          f.result(),
          f.reason(),
          f.basis(),
          f.binding(),
          f.flags(),
          f.numerator(),
          f.denominator(),
          f.shortfall(),
          f.waiver());
    }

    @Override
    public int size() {
      return FINDINGS;
    }
  }

  private static final class Counted extends OutputStream {

    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }
}
