package vn.doichieu.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.audit.AuditSearch;
import vn.doichieu.web.backup.Backups;
import vn.doichieu.web.backup.DatabaseTable;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.restore.WholeBackup;
import vn.doichieu.web.store.Store;

@Tag("web")
class ExportPagesTest {

  private static TestServer server;
  private static Visitor administrator;
  private static long area;
  private static String token;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    area = server.sample("hoc_mon_2024").id();
    Account account = server.account("quan-tri", Role.ADMINISTRATOR, null, null);
    token =
        server
            .part(ApiTokens.class)
            .create(account.viewer(true), "=cmd|calc", ApiTokens.Scope.READ, 1);
    administrator = server.signedIn("quan-tri");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> download(String path) {
    return administrator.postForFile(path);
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  @Test
  void aBackupFromThePageIsWholeAndInTheLog(@TempDir Path folder) throws IOException {
    HttpResponse<byte[]> sent = download("/export/backup");

    assertThat(sent.statusCode()).isEqualTo(200);
    Path file = folder.resolve("backup.zip");
    Files.write(file, sent.body());
    WholeBackup.check(file);
    assertThat(server.part(AuditLog.class).page(AuditSearch.ALL, 10, Long.MAX_VALUE))
        .anyMatch(e -> e.action().equals("backup.taken") && e.actor().equals("quan-tri"));
  }

  @Test
  void allDataComeAsTablesWithoutAnythingThatLetsSomebodyIn() throws IOException {
    HttpResponse<byte[]> sent = download("/export/data");

    assertThat(sent.statusCode()).isEqualTo(200);
    Map<String, String> entries = unzipped(sent.body());
    List<String> hashes =
        server
            .part(Store.class)
            .sql()
            .sql("select password_hash from account union select hash from api_token")
            .query(String.class)
            .list();
    assertThat(entries.values())
        .allSatisfy(
            text -> {
              assertThat(text).doesNotContain(token);
              hashes.forEach(hash -> assertThat(text).doesNotContain(hash));
            });
    assertThat(entries.get("csv/account.csv")).startsWith("\uFEFFid,login,title,role,");
    assertThat(entries.get("csv/api_token.csv")).contains(",'=cmd|calc,");
    assertThat(entries.get("json/api_token.json")).contains("\"=cmd|calc\"");
    assertThat(entries.keySet()).anyMatch(name -> name.startsWith("files/upload_file/1/1."));
  }

  @Test
  void aRowWithTwoContentsGivesTwoFiles() throws IOException {
    String records = "/areas/" + area + "/plans/hoc_mon_2024/records";
    assertThat(administrator.post(records, Map.of()).statusCode()).isEqualTo(302);

    HttpResponse<byte[]> sent = download("/export/data");

    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(unzipped(sent.body()))
        .containsKeys("files/result_record/1/1-content", "files/result_record/1/1-inputs");
  }

  @Test
  void noColumnThatSoundsSecretIsExported() {
    List<String> columns = new ArrayList<>();
    server
        .part(Backups.class)
        .atOneMoment(
            tables -> {
              for (DatabaseTable table : tables) {
                table.columns().forEach(c -> columns.add(table.name() + "." + c.name()));
              }
              return 0;
            });

    assertThat(columns.stream().filter(name -> name.matches(".*(password|secret|token.*hash).*")))
        .as("known to DataExport; add a new one there")
        .containsExactlyInAnyOrder("account.password_hash", "api_token.hash");
  }

  @Test
  void everythingIsReadAsItStandsAtOneMoment() {
    Store store = server.part(Store.class);
    String countOfFiles = "select count(*) from rules_file";
    long before = store.sql().sql(countOfFiles).query(Long.class).single();

    long[] counted =
        server
            .part(Backups.class)
            .atOneMoment(
                tables -> {
                  store.sql().sql("select count(*) from account").query(Long.class).single();
                  Thread writer =
                      new Thread(
                          () ->
                              store.write(
                                  () ->
                                      store
                                          .sql()
                                          .sql(
                                              "insert into rules_file (version_id, name, content)"
                                                  + " select min(id), 'late', ? from rules_version")
                                          .param(new byte[] {1})
                                          .update()));
                  writer.start();
                  try {
                    writer.join();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  return new long[] {store.sql().sql(countOfFiles).query(Long.class).single()};
                });

    assertThat(counted[0]).isEqualTo(before);
    assertThat(store.sql().sql(countOfFiles).query(Long.class).single()).isEqualTo(before + 1);
  }

  @Test
  void nobodyButAnAdministratorTakesAnythingAway() {
    for (Role role : Role.values()) {
      if (role == Role.ADMINISTRATOR || role == Role.CLERK) {
        continue;
      }
      server.account("as-" + role.code(), role, null, null);
      Visitor visitor = server.signedIn("as-" + role.code());
      assertThat(visitor.get("/export").statusCode()).as(role.code()).isEqualTo(403);
      assertThat(visitor.post("/export/backup", Map.of()).statusCode()).isEqualTo(403);
      assertThat(visitor.post("/export/data", Map.of()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aForgedRequestGetsNothing() {
    HttpResponse<String> forged =
        administrator.send(
            HttpRequest.newBuilder(administrator.uri("/export/backup"))
                .POST(BodyPublishers.noBody()));

    assertThat(forged.statusCode()).isEqualTo(403);
  }
}
