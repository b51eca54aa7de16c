package vn.doichieu.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Problem;

/** A file of more than a megabyte, whose rows a second thread reads ahead. */
class LargeCsvTableTest {

  private static final int ROWS = 60_000;
  private static final List<String> REQUIRED = List.of("unit", "value");

  @TempDir private Path folder;

  @Test
  void givesEveryRowInOrderWithItsLine() throws IOException {
    List<String> seen = new ArrayList<>();
    try (CsvTable table = open(text().getBytes(UTF_8))) {
      table.forEach(row -> seen.add(row.line() + " " + row.cell(0) + " " + row.cell(1)));
    }

    assertThat(seen)
        .isEqualTo(IntStream.range(0, ROWS).mapToObj(i -> (i + 2) + " xã " + i + " 7").toList());
  }

  @Test
  void givesAllRowsBeforeABrokenOneAndNamesItsLine() throws IOException {
    String broken = text().replace("xã 40000,", "xã 40000,\"7\"x,");
    List<Integer> lines = new ArrayList<>();

    List<Problem> problems = refused(broken.getBytes(UTF_8), lines);

    assertThat(problems)
        .extracting(p -> p.kind() + " " + p.location().row())
        .containsExactly("MALFORMED_CSV 40002");
    assertThat(lines).isEqualTo(IntStream.rangeClosed(2, 40_001).boxed().toList());
  }

  @Test
  void isRefusedAtTheFirstLineThatIsNotUtf8() throws IOException {
    byte[] bytes = text().getBytes(UTF_8);
    int line = 2;
    for (int i = 0; i < bytes.length; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
      if (line == 50_001 && bytes[i] == '\n') {
        bytes[i + 2] = (byte) 0xE3;
        break;
      }
    }
    List<Integer> lines = new ArrayList<>();

    List<Problem> problems = refused(bytes, lines);

    assertThat(problems)
        .extracting(p -> p.kind() + " " + p.location().row())
        .containsExactly("NOT_UTF8 50000");
    assertThat(lines).isEqualTo(IntStream.range(2, 2 + lines.size()).boxed().toList());
  }

  @Test
  void leavesNothingRunningWhenItsReaderStopsHalfWay() throws IOException {
    try (CsvTable table = open(text().getBytes(UTF_8))) {
      assertThatThrownBy(
              () ->
                  table.forEach(
                      row -> {
                        if (row.line() == 1_000) {
                          throw new IllegalStateException("enough");
                        }
                      }))
          .hasMessage("enough");
    }

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(Thread::isAlive)
        .extracting(Thread::getName)
        .doesNotContain("rows");
  }

  private static String text() {
    StringBuilder text = new StringBuilder("unit,value,note\n");
    IntStream.range(0, ROWS)
        .forEach(i -> text.append("xã ").append(i).append(",7,số liệu minh họa\n"));
    assertThat(text.length()).isGreaterThan(1 << 20);
    return text.toString();
  }

  private List<Problem> refused(byte[] bytes, List<Integer> lines) throws IOException {
    try (CsvTable table = open(bytes)) {
      UnreadableInput refusal =
          catchThrowableOfType(
              UnreadableInput.class, () -> table.forEach(row -> lines.add(row.line())));
      assertThat(refusal).isNotNull();
      return refusal.problems();
    }
  }

  private CsvTable open(byte[] bytes) throws IOException {
    return CsvTable.open(Files.write(folder.resolve("t.csv"), bytes), REQUIRED);
  }
}
