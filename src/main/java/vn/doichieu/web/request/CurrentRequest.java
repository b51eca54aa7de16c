package vn.doichieu.web.request;

import org.jspecify.annotations.Nullable;

/** Who asks on this thread, and from where: for the log. */
public final class CurrentRequest {

  private static final ThreadLocal<@Nullable Origin> CURRENT = new ThreadLocal<>();

  private CurrentRequest() {}

  /**
   * Where a request comes from.
   *
   * @param login the account; "-" where nobody has signed in, "system" for the program itself
   * @param address the network address; "-" for the program itself
   */
  public record Origin(String login, String address) {

    /** The program itself: start-up, jobs. */
    public static final Origin SYSTEM = new Origin("system", "-");
  }

  public static Origin origin() {
    Origin origin = CURRENT.get();
    return origin == null ? Origin.SYSTEM : origin;
  }

  public static void begin(Origin origin) {
    CURRENT.set(origin);
  }

  public static void end() {
    CURRENT.remove();
  }
}
