package vn.doichieu.web.lists;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.doichieu.web.area.Area;

/** A file of a list as it is sent: to be kept, never shown among our own pages. */
final class ListDownload {

  private static final Map<String, String> TYPES =
      Map.of(
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "pdf", "application/pdf",
          "html", "text/html;charset=UTF-8",
          "json", "application/json");

  private ListDownload() {}

  static ResponseEntity<byte[]> of(Area area, ListJob job, String name, byte[] content) {
    int dot = name.lastIndexOf('.');
    String kept =
        name.substring(0, dot)
            + "-"
            + area.code()
            + "-"
            + job.planId()
            + "-"
            + job.choice().asOf()
            + name.substring(dot);
    return ResponseEntity.ok()
        .contentType(
            MediaType.parseMediaType(
                TYPES.getOrDefault(name.substring(dot + 1), "application/octet-stream")))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(kept, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }
}
