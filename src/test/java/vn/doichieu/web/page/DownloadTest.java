package vn.doichieu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

class DownloadTest {

  private static String disposition(String name) {
    return Objects.requireNonNull(Download.headers(name).getFirst(HttpHeaders.CONTENT_DISPOSITION));
  }

  @Test
  void aVietnameseNameComesAsItIsAndAPlainOneWithoutCodes() {
    String vietnamese = disposition("Danh sách đợt 1.xlsx");
    assertThat(vietnamese)
        .endsWith("filename*=UTF-8''Danh%20s%C3%A1ch%20%C4%91%E1%BB%A3t%201.xlsx");
    assertThat(ContentDisposition.parse(vietnamese).getFilename())
        .isEqualTo("Danh sách đợt 1.xlsx");
    assertThat(disposition("hoc_mon_2024-1.zip"))
        .isEqualTo("attachment; filename=\"hoc_mon_2024-1.zip\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "/",
        "../../etc/passwd",
        "..\\..\\boot.ini",
        "a\"; filename=\"b.html",
        "a\r\nSet-Cookie: x=1",
        "a\u202Ecod.exe",
        "a%0d%0ab",
        ".htaccess",
        "a\u0000b",
        "\ud800",
        "con<script>.csv"
      })
  void noNameLeavesItsPlace(String name) {
    String clean = Download.clean(name);
    assertThat(clean)
        .isNotEmpty()
        .doesNotContainPattern("[/\\\\\"\\r\\n\\x00<>%;:|?*\\u202E\\ud800]")
        .doesNotStartWith(".");
    assertThat(disposition(name)).matches("[ -~]+").startsWith("attachment; ");
  }

  @Test
  void whateverItHoldsItIsNeverShown() {
    var answer = Download.of("x.html", "<script>".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.getHeaders().toSingleValueMap())
        .containsEntry("Content-Type", "application/octet-stream")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .hasEntrySatisfying("Content-Disposition", d -> assertThat(d).startsWith("attachment"))
        .hasEntrySatisfying("Content-Security-Policy", p -> assertThat(p).contains("sandbox"));
  }
}
