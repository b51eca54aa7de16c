package vn.doichieu.web.history;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks from time to time whether there are results to be kept; also right after a start. */
@Component
class RecordingThread implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RecordingThread.class);
  private static final int PAUSE_SECONDS = 15;

  private final Recorder recorder;
  private volatile ScheduledExecutorService thread = none();

  RecordingThread(Recorder recorder) {
    this.recorder = recorder;
  }

  private static ScheduledExecutorService none() {
    ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
    none.shutdown();
    return none;
  }

  @Override
  public void start() {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, "results-kept");
              made.setDaemon(true);
              return made;
            });
    var unused =
        thread.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      recorder.catchUp();
    } catch (RuntimeException e) {
      LOG.warn("results are kept later", e); // The database may be away for a moment.
    }
  }

  @Override
  public void stop() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return !thread.isShutdown();
  }
}
