package vn.doichieu.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rows that another thread reads, when something goes wrong with it or with who takes them. */
class RowsAheadTest {

  private static final int SOME = 1000;

  private static CsvRow row(int line) {
    String[] cells = {"a"};
    return new CsvRow(line, cells, cells, 1);
  }

  @Test
  void endsWhenTheThreadThatReadsIsGone() {
    AtomicInteger line = new AtomicInteger();
    List<Integer> taken = new ArrayList<>();

    assertThatThrownBy(
            () ->
                RowsAhead.forEach(
                    () -> {
                      if (line.incrementAndGet() > SOME) {
                        throw RowsAheadTest.<RuntimeException>unheardOf();
                      }
                      return row(line.get());
                    },
                    row -> taken.add(row.line())))
        .isInstanceOf(IllegalStateException.class);

    assertThat(taken).startsWith(1, 2, 3).isSorted();
  }

  /** An exception that no caller expects: nothing hands it on. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> E unheardOf() throws E {
    throw (E) new IOException();
  }

  @Test
  void stopsReadingWhenWhoeverTakesTheRowsIsInterrupted() {
    AtomicInteger line = new AtomicInteger();

    assertThatThrownBy(
            () ->
                RowsAhead.forEach(
                    () -> row(line.incrementAndGet()),
                    row -> {
                      if (row.line() == SOME) {
                        Thread.currentThread().interrupt();
                      }
                    }))
        .isInstanceOf(IllegalStateException.class);

    Thread.interrupted();
    int read = line.get();
    assertThat(line).hasValue(read);
    assertThat(Thread.getAllStackTraces().keySet()).noneMatch(t -> t.getName().equals("rows"));
  }
}
