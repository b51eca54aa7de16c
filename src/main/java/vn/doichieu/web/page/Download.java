package vn.doichieu.web.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
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

  /** What no browser runs; of all other names it is not said what they hold. */
  private static final Map<String, String> TYPES =
      Map.of(
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "pdf", "application/pdf",
          "zip", "application/zip",
          "json", "application/json");

  private Download() {}

  /**
   * The answer with a file.
   *
   * @param name what it is called; without path, control characters and quotation marks it is safe
   *     in a header and on a disk
   */
  public static ResponseEntity<byte[]> of(String name, byte[] content) {
    return ResponseEntity.ok().headers(headers(name)).body(content);
  }

  /** The headers of such an answer. */
  public static HttpHeaders headers(String name) {
    String clean = clean(name);
    String type = TYPES.get(clean.substring(clean.lastIndexOf('.') + 1));
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(
        type == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(type));
    // Programs that read the plain name only are given no encoded one without need.
    boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(clean);
    headers.setContentDisposition(
        ContentDisposition.attachment()
            .filename(clean, plain ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8)
            .build());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    return headers;
  }

  /** A name that is safe on any disk: the last part of a path, without what steers or quotes. */
  static String clean(String name) {
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
}
