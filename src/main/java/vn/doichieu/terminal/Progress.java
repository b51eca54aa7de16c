package vn.doichieu.terminal;

/**
 * Says on a terminal that work is going on, once it takes longer than a person waits unasked.
 * Starts no thread, and says nothing, where nobody watches.
 */
public final class Progress implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 1000;

  private final Console console;
  private final String what;
  private final Thread ticker;

  public Progress(Console console, String what) {
    this.console = console;
    this.what = what;
    ticker = new Thread(this::tick, "progress");
    if (console.watched()) {
      ticker.setDaemon(true);
      ticker.start();
    }
  }

  private void tick() {
    int seconds = 0;
    try {
      while (true) {
        Thread.sleep(PATIENCE_MILLIS);
        seconds++;
        console.status(what + " " + seconds + " s");
      }
    } catch (InterruptedException e) {
      console.status("");
    }
  }

  /** Ends the work and takes the words from the screen. */
  @Override
  public void close() {
    ticker.interrupt();
    try {
      ticker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
