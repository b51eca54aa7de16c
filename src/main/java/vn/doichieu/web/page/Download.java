package vn.doichieu.web.page;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.doichieu.wording.PlainText;

/**
 * A file to be saved, never shown: whatever its content pretends to be, a browser neither runs nor
 * renders it.
 */
public final class Download {

  private static final int LONGEST_NAME = 120;
  private static final String FALLBACK = "file";

  /** What may stand in a name as it is (RFC 5987). */
  private static final String PLAIN = "!#$&+-.^_`|~";

  private Download() {}

  /**
   * The answer with a file.
   *
   * @param name what it is called; without path, control characters and quotation marks it is safe
   *     in a header and on a disk
   */
  public static ResponseEntity<byte[]> of(String name, byte[] content) {
    return ResponseEntity.ok().headers(headers(name)).contentLength(content.length).body(content);
  }

  /** The headers of such an answer, for what is written as it is made. */
  public static HttpHeaders headers(String name) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
    headers.set(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    return headers;
  }

  /** The name twice: without marks for what reads nothing else, and as it is. */
  static String disposition(String name) {
    String clean = clean(name);
    return "attachment; filename=\"" + ascii(clean) + "\"; filename*=UTF-8''" + encoded(clean);
  }

  /** A name that is safe on any disk: the last part of a path, without what steers or quotes. */
  public static String clean(String name) {
    String plain = PlainText.of(name);
    String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
    String safe =
        last.replaceAll("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\"<>:|?*%;]", " ")
            .replaceAll("\\s+", " ")
            .strip()
            .replaceAll("^[. ]+|[. ]+$", "");
    if (safe.isEmpty()) {
      return FALLBACK;
    }
    return safe.length() <= LONGEST_NAME ? safe : safe.substring(safe.length() - LONGEST_NAME);
  }

  private static String ascii(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .replaceAll("[^ -~]", "_");
  }

  private static String encoded(String name) {
    StringBuilder text = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      text.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return text.toString();
  }
}
