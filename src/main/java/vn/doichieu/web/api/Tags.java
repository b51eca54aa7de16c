package vn.doichieu.web.api;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import vn.doichieu.web.page.PageText;

/** ETags: what a program has already is not sent again. */
final class Tags {

  private Tags() {}

  /** The tag of an answer in a language. */
  static String of(String tag, Locale locale) {
    return '"' + tag + "-" + PageText.language(locale).code() + '"';
  }

  /** Whether a program said that it has this answer. */
  static boolean same(String tag, @Nullable String known) {
    return known != null
        && Arrays.stream(known.split(","))
            .map(String::strip)
            .map(each -> each.startsWith("W/") ? each.substring(2) : each)
            .anyMatch(each -> each.equals(tag) || each.equals("*"));
  }

  /** Says that it has. */
  static ResponseEntity<byte[]> notModified(String tag) {
    return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
  }
}
