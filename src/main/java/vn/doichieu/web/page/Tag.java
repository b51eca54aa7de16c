package vn.doichieu.web.page;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.http.ResponseEntity;
import vn.doichieu.domain.Provenance;

/** Answers with an ETag by what they hold: whoever has them already is not sent them again. */
public final class Tag {

  private static final int DIGITS = 32;

  private Tag() {}

  /**
   * An answer.
   *
   * @param body a record: two that say the same have the same text
   */
  public static <T extends Record> ResponseEntity<T> answer(T body) {
    byte[] hash = Provenance.newSha256().digest(body.toString().getBytes(StandardCharsets.UTF_8));
    return ResponseEntity.ok().eTag(HexFormat.of().formatHex(hash).substring(0, DIGITS)).body(body);
  }
}
