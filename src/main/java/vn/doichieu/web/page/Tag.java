package vn.doichieu.web.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import vn.doichieu.domain.Provenance;

/** ETags: whoever has an answer already is not sent it again. */
public final class Tag {

  private static final int DIGITS = 32;

  private Tag() {}

  /**
   * An answer, tagged by what it holds.
   *
   * @param body a record: two that say the same have the same text
   */
  public static <T extends Record> ResponseEntity<T> answer(T body) {
    byte[] hash = Provenance.newSha256().digest(body.toString().getBytes(StandardCharsets.UTF_8));
    return ResponseEntity.ok().eTag(HexFormat.of().formatHex(hash).substring(0, DIGITS)).body(body);
  }

  /** The tag of an answer in a language. */
  public static String of(String tag, Locale locale) {
    return '"' + tag + "-" + PageText.language(locale).code() + '"';
  }

  /** Whether a program said that it has this answer. */
  public static boolean same(String tag, @Nullable String known) {
    return known != null
        && Arrays.stream(known.split(","))
            .map(String::strip)
            .map(each -> each.startsWith("W/") ? each.substring(2) : each)
            .anyMatch(each -> each.equals(tag) || each.equals("*"));
  }

  /** Says that it has. */
  public static <T> ResponseEntity<T> notModified(String tag) {
    return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
  }
}
