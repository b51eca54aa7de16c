package vn.doichieu.web.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.doichieu.tabular.DateText;
import vn.doichieu.web.request.Refusal;

/** A day that somebody typed or sent. */
public final class SentDay {

  /** Plans are of these years; databases and documents take days of no other either. */
  private static final int FIRST_YEAR = 2000;

  private static final int LAST_YEAR = 2100;

  private SentDay() {}

  /**
   * The day of a text, {@code 2024-11-09} or {@code 9/11/2024}; null for a blank one.
   *
   * @throws Refusal if it is none, or not of the years 2000 to 2100
   */
  public static @Nullable LocalDate of(@Nullable String text) {
    return text == null || text.isBlank() ? null : needed(text);
  }

  /** As above, but it may not be blank. */
  public static LocalDate needed(String text) {
    return DateText.isoOrDayFirst(text.strip())
        .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
        .orElseThrow(() -> Refusal.invalid("sent_day_invalid"));
  }
}
