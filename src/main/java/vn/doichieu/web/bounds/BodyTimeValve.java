package vn.doichieu.web.bounds;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Bounds the time that the body of a request may take, also of one that nobody wanted to read: what
 * is left of it is read for a while, so that the sender sees the answer, and then the connection is
 * closed. Tomcat itself bounds only the time between two bytes.
 */
final class BodyTimeValve extends ValveBase {

  private final TimedBody.Pace pace;
  private final TimedBody.Pace leftPace;
  private final LongSupplier nanos;

  /**
   * A valve around everything.
   *
   * @param leftPace of what is left when the answer is there
   */
  BodyTimeValve(TimedBody.Pace pace, TimedBody.Pace leftPace, LongSupplier nanos) {
    super(true);
    this.pace = pace;
    this.leftPace = leftPace;
    this.nanos = nanos;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request coyote = request.getCoyoteRequest();
    InputBuffer own = coyote.getInputBuffer();
    coyote.setInputBuffer(new TimedBody(own, pace, nanos));
    try {
      getNext().invoke(request, response);
      if (hasBody(coyote) && !request.isAsync()) {
        response.finishResponse(); // What comes of the rest changes nothing of the answer.
        coyote.setInputBuffer(new TimedBody(own, leftPace, nanos));
        finish(coyote);
      }
    } finally {
      coyote.setInputBuffer(own);
    }
  }

  private static boolean hasBody(org.apache.coyote.Request coyote) {
    return coyote.getContentLengthLong() > 0 || coyote.getHeader("transfer-encoding") != null;
  }

  private static void finish(org.apache.coyote.Request coyote) {
    boolean awaitsLeave = coyote.hasExpectation() && coyote.getBytesRead() == 0;
    if (!awaitsLeave && !isRead(coyote)) {
      try {
        while (coyote.doRead(new Nowhere()) > 0) {
          if (isRead(coyote)) {
            return;
          }
        }
      } catch (IOException e) {
        coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  private static boolean isRead(org.apache.coyote.Request coyote) {
    AtomicBoolean read = new AtomicBoolean();
    coyote.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
    return read.get();
  }

  /** Takes bytes and keeps none. */
  private static final class Nowhere implements ApplicationBufferHandler {

    private ByteBuffer buffer = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {
      // What is thrown away needs no room.
    }
  }
}
