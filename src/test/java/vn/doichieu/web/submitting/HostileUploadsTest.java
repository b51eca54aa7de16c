package vn.doichieu.web.submitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.audit.AuditSearch;
import vn.doichieu.web.filing.Uploads;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.store.Store;

@Tag("web")
class HostileUploadsTest {

  private static TestServer server;
  private static Area area;
  private static Clerk clerk;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.emptyArea("hoc_mon_2024");
    server.account("clerk", Role.CLERK, area, "TT_HOC_MON");
    clerk = new Clerk(server, server.signedIn("clerk"), area, "TT_HOC_MON");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static long kept() {
    return server
        .part(Store.class)
        .sql()
        .sql("select count(*) from upload")
        .query(Long.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../etc/cron.d/x.csv",
        "..\\..\\windows\\x.csv",
        "/etc/passwd.csv",
        "a;b|c&d.csv",
        "<script>alert(1)</script>.csv",
        "=HYPERLINK(1).csv",
        "CON.csv",
        ".csv",
        "~$so lieu.csv",
        "..csv",
        "số liệu tháng 3 – lần 2.csv"
      })
  void namesAreCleanedAndNamedOnPages(String name) {
    String trial = Clerk.address(clerk.upload(name, clerk.csv("communication_forms", "4")));

    long id = Long.parseLong(trial.substring(trial.lastIndexOf('/') + 1));
    assertThat(server.part(Uploads.class).files(id).keySet())
        .singleElement()
        .asString()
        .matches("[\\p{L}\\p{N}_(][\\p{L}\\p{N} ._()-]*\\.csv");
    assertThat(clerk.visitor().get(trial).body()).doesNotContain("<script>alert");
  }

  @Test
  void aVeryLongNameIsBounded() {
    String trial =
        Clerk.address(
            clerk.upload("đ".repeat(180) + ".csv", clerk.csv("communication_forms", "4")));

    assertThat(clerk.visitor().get(trial).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>"
      })
  void formulasAndScriptsAreTextOfNoUse(String value) {
    String trial = clerk.tried(clerk.csv("communication_forms", '"' + value + '"'));

    String page = clerk.visitor().get(trial).body();

    assertThat(page)
        .contains("không hợp lệ")
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x");
  }

  @Test
  void aBombIsRefusedAndNotKept() throws IOException {
    long before = kept();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 1200; i++) {
        zip.write(zeros);
      }
    }

    HttpResponse<String> answer = clerk.upload("bom.xlsx", bytes.toByteArray());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void aFileOneByteTooLargeIsRefusedInWords() {
    byte[] content = new byte[16 * 1024 * 1024 + 1];
    Arrays.fill(content, (byte) 'x');

    HttpResponse<String> answer = clerk.upload("to.csv", content);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("16 MB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>",
        "",
        "MZ\u0000\u0001",
        "a,b,c\n1,2,3\n"
      })
  void whatIsNoTableIsRefusedWithItsPlace(String text) {
    long before = kept();

    HttpResponse<String> answer = clerk.upload("gia.csv", text);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("gia.csv").doesNotContain("<script>alert");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void figuresOfOtherUnitsAreRefusedWithTheirPlaces() {
    long before = kept();

    HttpResponse<String> answer =
        clerk.upload(
            "la.csv",
            clerk.csv("communication_forms", "4") + "BA_DIEM,communication_forms,2024,9\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("la.csv, dòng 3").contains("BA_DIEM");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void personalDataAreRefusedAndRepeatedNowhere() {
    long before = kept();
    String number = "079085001234";

    HttpResponse<String> cell =
        clerk.upload(
            "a.csv",
            "unit,item,period,value,note\nTT_HOC_MON,communication_forms,2024,4,CCCD "
                + number
                + "\n");
    HttpResponse<String> name =
        clerk.upload("Nguyễn Văn An.csv", clerk.csv("communication_forms", "4"));
    HttpResponse<String> column =
        clerk.upload(
            "b.csv", "unit,item,period,value,ho ten\nTT_HOC_MON,communication_forms,2024,4,X\n");

    for (HttpResponse<String> answer : List.of(cell, name, column)) {
      assertThat(answer.statusCode()).isBetween(400, 422);
      assertThat(answer.body()).doesNotContain(number).doesNotContain("Nguyễn Văn An");
    }
    assertThat(kept()).isEqualTo(before);
    assertThat(server.part(AuditLog.class).page(AuditSearch.ALL, 1000, Long.MAX_VALUE))
        .noneMatch(entry -> (entry.subject() + entry.detail()).contains(number));
  }

  @Test
  void aNoteWithATelephoneNumberIsRefusedAndNotKept() {
    String trial = clerk.tried(clerk.csv("communication_forms", "4"));

    HttpResponse<String> answer = clerk.submit(trial, Map.of("note", "gọi 0912 345 678 nếu cần"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("dữ liệu cá nhân");
  }
}
