package vn.doichieu.web.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.doichieu.tabular.DateText;
import vn.doichieu.web.request.Refusal;

/** A day that somebody typed or sent. */
public final class SentDay {

  private SentDay() {}

  /**
   * The day of a text, {@code 2024-11-09} or {@code 9/11/2024}; null for a blank one.
   *
   * @throws Refusal if it is none
   */
  public static @Nullable LocalDate of(@Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : DateText.isoOrDayFirst(text.strip())
            .orElseThrow(() -> Refusal.invalid("sent_day_invalid"));
  }
}
