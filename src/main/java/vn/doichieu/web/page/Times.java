package vn.doichieu.web.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times as the people of the offices say them: in Asia/Ho_Chi_Minh, wherever the server stands. */
@Component
public class Times {

  /** The time zone of all offices. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);
  private static final DateTimeFormatter TIME_EN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Clock clock;

  /** Times by a clock. */
  public Times(Clock clock) {
    this.clock = clock;
  }

  /** The day it is in the offices. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  /** A moment, to the minute; empty for null. */
  public String time(@Nullable Instant instant) {
    if (instant == null) {
      return "";
    }
    boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
    return (english ? TIME_EN : TIME).format(instant.atZone(ZONE));
  }

  /** A day; empty for null. */
  public String day(@Nullable LocalDate day) {
    return day == null ? "" : PageText.language(LocaleContextHolder.getLocale()).date(day);
  }
}
