package vn.doichieu.web.bounds;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP whose requests have to say in some time what they want: a drip of headers does not hold a
 * connection for ever. Tomcat itself bounds only the time between two bytes.
 */
public final class TimedHeaders extends Http11NioProtocol {

  private static final Duration MOST = Duration.ofSeconds(20);

  private final long most;
  private final LongSupplier nanos;

  /** Made by the server, which knows the name of this class only. */
  public TimedHeaders() {
    this(MOST, System::nanoTime);
  }

  /**
   * With a time of one's own.
   *
   * @param most from the first byte of a request to the last of its headers
   */
  TimedHeaders(Duration most, LongSupplier nanos) {
    this.most = most.toNanos();
    this.nanos = nanos;
  }

  @Override
  protected Processor createProcessor() {
    return new Http11Processor(this, getAdapter()) {
      @Override
      public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        return isLate(request.getStartTimeNanos()) && !isAsync()
            ? SocketState.CLOSED
            : super.service(socket);
      }
    };
  }

  /** Whether a request that is still being read was begun too long ago; below 0 for none. */
  private boolean isLate(long begun) {
    return begun >= 0 && nanos.getAsLong() - begun > most;
  }
}
