package vn.doichieu.web.result;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;

/**
 * When an area is judged.
 *
 * @param asOf the day as of which is judged
 * @param closed whether as if every period were over
 */
public record Moment(LocalDate asOf, boolean closed) {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  /**
   * As the parameters of a request ask.
   *
   * @param asOf a day as 2025-02-01; null or blank: today
   * @param closed "true" or "on"; null, blank, "false" or "off": not
   * @throws Refusal if the day is none, or closed is something else
   */
  public static Moment of(@Nullable String asOf, @Nullable String closed, Times times) {
    boolean over = over(closed);
    if (asOf == null || asOf.isBlank()) {
      return new Moment(times.today(), over);
    }
    try {
      LocalDate day = LocalDate.parse(asOf.strip());
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return new Moment(day, over);
      }
    } catch (DateTimeParseException e) {
      // Told below, as a day out of range is.
    }
    throw Refusal.invalid("as_of");
  }

  private static boolean over(@Nullable String closed) {
    return switch (closed == null ? "" : closed.strip()) {
      case "true", "on" -> true;
      case "", "false", "off" -> false;
      default -> throw Refusal.invalid("closed");
    };
  }
}
