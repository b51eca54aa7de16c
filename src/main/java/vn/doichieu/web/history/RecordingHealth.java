package vn.doichieu.web.history;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells the administrator how many results could not be kept; the server itself is well. */
@Component("resultsKept")
class RecordingHealth implements HealthIndicator {

  private final Recorder recorder;

  RecordingHealth(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public Health health() {
    return Health.up().withDetail("failed", recorder.failed()).build();
  }
}
