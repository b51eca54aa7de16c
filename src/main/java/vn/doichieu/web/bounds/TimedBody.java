package vn.doichieu.web.bounds;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request, which has to come at some pace: a drip does not hold a thread for ever.
 */
final class TimedBody implements InputBuffer {

  private final InputBuffer body;
  private final Pace pace;
  private final LongSupplier nanos;
  private final long begun;
  private long bytes;
  private boolean late;

  /**
   * How slow a body may be.
   *
   * @param patience for any body
   * @param bytesPerSecond the time that a body may take beyond that, by what has come of it
   * @param most the time that no body may take
   */
  record Pace(Duration patience, long bytesPerSecond, Duration most) {

    boolean allows(long elapsedNanos, long bytes) {
      long allowed = patience.toNanos() + bytes * Duration.ofSeconds(1).toNanos() / bytesPerSecond;
      return elapsedNanos <= Math.min(allowed, most.toNanos());
    }
  }

  TimedBody(InputBuffer body, Pace pace, LongSupplier nanos) {
    this.body = body;
    this.pace = pace;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  @Override
  public int doRead(ApplicationBufferHandler handler) throws IOException {
    if (late || !pace.allows(nanos.getAsLong() - begun, bytes)) {
      late = true;
      throw new SocketTimeoutException("The body came too slowly.");
    }
    int read = body.doRead(handler);
    bytes += Math.max(read, 0);
    return read;
  }

  @Override
  public int available() {
    return body.available();
  }
}
