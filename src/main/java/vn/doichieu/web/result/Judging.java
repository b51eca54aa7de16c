package vn.doichieu.web.result;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.doichieu.web.request.Refusal;

/**
 * Lets as many evaluations run at once as there are processors; the others wait for their turn, in
 * the order they came. Whoever asks for every day of a year so cannot take the machine.
 */
@Component
public class Judging {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** More than these would keep the server's threads from requests that need no evaluation. */
  private static final int MOST_WAITING = 32;

  private final Semaphore free;
  private final Duration patience;
  private final int mostWaiting;

  @Autowired
  Judging() {
    this(Runtime.getRuntime().availableProcessors(), PATIENCE, MOST_WAITING);
  }

  Judging(int atOnce, Duration patience, int mostWaiting) {
    free = new Semaphore(atOnce, true);
    this.patience = patience;
    this.mostWaiting = mostWaiting;
  }

  /**
   * Judges when it is its turn. What judges must not ask for another turn.
   *
   * @throws Refusal if too many are waiting, or it takes too long
   */
  public <T> T inTurn(Supplier<T> work) {
    await();
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private void await() {
    try {
      boolean mayWait = free.availablePermits() > 0 || free.getQueueLength() < mostWaiting;
      if (mayWait && free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The server is going down.
    }
    throw Refusal.busy();
  }

  /** How many are waiting. */
  int waiting() {
    return free.getQueueLength();
  }
}
