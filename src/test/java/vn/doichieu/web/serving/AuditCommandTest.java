package vn.doichieu.web.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.testing.web.TestPostgres;
import vn.doichieu.web.store.DatabaseKind;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

@Tag("web")
class AuditCommandTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aLogThatNobodyWasAtHoldsAndNothingIsChangedByLooking() throws Exception {
    started(null).close();
    Map<String, String> before = files();

    assertThat(run()).isZero();
    assertThat(said()).contains("còn nguyên").containsPattern("[0-9a-f]{64}");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void theFirstEntryThatWasChangedIsNamed() throws Exception {
    started(null).close();
    change(
        DatabaseKind.fileIn(folder),
        "",
        "update audit_entry set detail = 'x' where number in (2, 3)");

    assertThat(run()).isEqualTo(1);
    assertThat(said()).contains("mục 2");
  }

  /** H2 holds its file against other processes only: its own shell is one. */
  @Test
  void aProgramThatHoldsTheDatabaseIsNamedWithTheRemedy() throws Exception {
    started(null).close();
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(
                        org.h2.Driver.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString(),
                "org.h2.tools.Shell",
                "-url",
                DatabaseKind.fileIn(folder),
                "-user",
                "",
                "-password",
                "")
            .redirectErrorStream(true)
            .start();
    try {
      readUntil(other.getInputStream(), "sql>");
      assertThat(problem()).contains("máy chủ đang chạy").contains("Nhật ký");
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(run()).isZero();
  }

  private static void readUntil(InputStream in, String prompt) throws IOException {
    StringBuilder said = new StringBuilder();
    while (said.indexOf(prompt) < 0) {
      int c = in.read();
      assertThat(c).as(said.toString()).isNotNegative();
      said.append((char) c);
    }
  }

  @Test
  void aFolderWithoutDatabaseOrKeyIsNamed() throws Exception {
    assertThat(problem()).contains("audit.key").contains("--data-dir");
    Files.writeString(folder.resolve("audit.key"), "00");
    assertThat(problem()).contains("không có cơ sở dữ liệu");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).hasSize(1);
    }
  }

  @Test
  void aPostgresDatabaseIsCheckedWhileTheServerRuns() throws Exception {
    String database = TestPostgres.newDatabase();
    try (Server server = started(database)) {
      assertThat(server.port()).isPositive();
      assertThat(run("--database", database)).isZero();
      change(database, null, "delete from audit_entry where number = 4");
      assertThat(run("--database", database)).isEqualTo(1);
      assertThat(said()).contains("mục 4 bị xóa");
    }
  }

  private Server started(@Nullable String database) {
    Path home = Path.of("").toAbsolutePath();
    return Server.start(
        new ServerSettings(home, folder, "127.0.0.1", 0, database, Clock.systemUTC()));
  }

  private static void change(String url, @Nullable String user, String statement)
      throws SQLException {
    try (Connection connection =
            user == null
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, user, "");
        Statement sql = connection.createStatement()) {
      sql.executeUpdate(statement);
    }
  }

  private Map<String, String> files() throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String problem() {
    try {
      return "exit " + run();
    } catch (UsageProblem problem) {
      return problem.sentence();
    }
  }

  private int run(String... more) {
    out.reset();
    AuditCommand command = new AuditCommand();
    Console console = new Console(out, out, false, 100);
    List<String> words =
        Stream.concat(Stream.of("verify", "--data-dir", folder.toString()), Stream.of(more))
            .toList();
    return command.run(
        Arguments.read(
                command.syntax(),
                words,
                Path.of("").toAbsolutePath(),
                new Messages(Language.VI),
                console)
            .orElseThrow(),
        console);
  }
}
