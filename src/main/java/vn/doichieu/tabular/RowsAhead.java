package vn.doichieu.tabular;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a large file on a thread of its own, a few batches ahead of whoever takes them.
 * Rows come in order, and a failure comes after all rows that stand before it.
 */
final class RowsAhead {

  private static final int BATCH = 1 << 8;
  private static final int BATCHES_AHEAD = 1 << 4;

  /** How often to look, in seconds, whether the thread that reads is still there. */
  private static final int LOOK = 1;

  private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final Supplier<@Nullable CsvRow> rows;
  private final Thread reading = new Thread(this::read, "rows");

  /**
   * Some rows.
   *
   * @param isLast whether none come after them
   * @param failure why the reading ended with them; null if it went on, or all was read
   */
  private record Batch(CsvRow[] rows, boolean isLast, @Nullable Throwable failure) {}

  private RowsAhead(Supplier<@Nullable CsvRow> rows) {
    this.rows = rows;
  }

  /**
   * Hands over all rows on the caller's thread. When this ends, nothing is being read any more.
   *
   * @param rows gives one row after the other, then null; or throws
   */
  static void forEach(Supplier<@Nullable CsvRow> rows, Consumer<CsvRow> action) {
    RowsAhead ahead = new RowsAhead(rows);
    ahead.reading.setDaemon(true);
    ahead.reading.start();
    try {
      ahead.take(action);
    } finally {
      ahead.end();
    }
  }

  private void take(Consumer<CsvRow> action) {
    Batch batch;
    do {
      batch = next();
      for (CsvRow row : batch.rows()) {
        action.accept(row);
      }
    } while (!batch.isLast());
    if (batch.failure() instanceof RuntimeException unreadable) {
      throw unreadable;
    } else if (batch.failure() instanceof Error error) { // No memory left.
      throw error;
    }
  }

  private Batch next() {
    try {
      while (true) {
        boolean ended = !reading.isAlive(); // Looked at first: it may add a last batch.
        Batch batch = batches.poll(LOOK, TimeUnit.SECONDS);
        if (batch != null) {
          return batch;
        } else if (ended) { // With no memory left even to say why.
          throw new IllegalStateException("nobody reads the rows any more");
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void end() {
    reading.interrupt(); // It may wait for a place in the queue, which nobody will make.
    try {
      reading.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try {
      Batch batch;
      do {
        batch = readBatch();
        batches.put(batch);
      } while (!batch.isLast());
    } catch (InterruptedException e) {
      // Nobody waits for the rest.
    }
  }

  private Batch readBatch() {
    CsvRow[] read = new CsvRow[BATCH];
    int count = 0;
    try {
      while (count < BATCH) {
        CsvRow row = rows.get();
        if (row == null) {
          return new Batch(Arrays.copyOf(read, count), true, null);
        }
        read[count++] = row;
      }
      return new Batch(read, false, null);
    } catch (RuntimeException | Error e) {
      return new Batch(Arrays.copyOf(read, count), true, e);
    }
  }
}
