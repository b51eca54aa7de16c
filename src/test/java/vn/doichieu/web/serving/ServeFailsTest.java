package vn.doichieu.web.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.web.audit.AuditChain;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** A server that cannot start says in a sentence what is in its way. */
@Tag("web")
class ServeFailsTest {

  @TempDir private Path folder;

  @Test
  void aPortThatIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      refused("cổng " + port + " đang có chương trình khác dùng", "--port", port);
    }
  }

  @Test
  void aDatabaseThatIsNotThere() {
    refused(
        "không mở được cơ sở dữ liệu (mã 08001)",
        "--database",
        "jdbc:postgresql://127.0.0.1:1/doichieu?user=nobody");
  }

  @Test
  void aDatabaseOfAKindThatIsNotKnown() {
    refused("cần một địa chỉ JDBC của PostgreSQL", "--database", "jdbc:mysql://127.0.0.1/x");
  }

  @Test
  void anAddressThatThisMachineHasNot() {
    refused("không có địa chỉ mạng “192.0.2.1”", "--address", "192.0.2.1");
  }

  @Test
  void aFolderThatIsAFile() throws IOException {
    Files.createFile(folder.resolve("data"));
    refused("không tạo hoặc không ghi được thư mục");
  }

  /** To go on with another key would make the log of before impossible to verify. */
  @Test
  void aLostKeyOfTheLog() throws IOException {
    start().close();
    Path key = folder.resolve("data").resolve("audit.key");
    String right = Files.readString(key);
    Files.delete(key);

    refused("không phải khóa đã ghi nhật ký", "--port", "0");
    refused("không phải khóa đã ghi nhật ký", "--port", "0");
    Files.writeString(key, right);
    try (Server server = start()) {
      assertThat(server.part(AuditLog.class).verify()).isInstanceOf(AuditChain.Holds.class);
    }
  }

  @Test
  void aNewFolderIsClosedToOtherUsers() throws IOException {
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      refused("08001", "--database", "jdbc:postgresql://127.0.0.1:1/doichieu?user=nobody");
      assertThat(Files.getPosixFilePermissions(folder.resolve("data")))
          .allMatch(permission -> permission.name().startsWith("OWNER"));
    }
  }

  private Server start() {
    Path home = Path.of("").toAbsolutePath();
    Path data = folder.resolve("data");
    return Server.start(new ServerSettings(home, data, "127.0.0.1", 0, null, Clock.systemUTC()));
  }

  private void refused(String sentence, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(out, out, false, 100);
    ServeCommand command = new ServeCommand();
    List<String> words =
        Stream.concat(Stream.of("--data-dir", folder.resolve("data").toString()), Stream.of(more))
            .toList();
    Arguments arguments =
        Arguments.read(
                command.syntax(),
                words,
                Path.of("").toAbsolutePath(),
                new Messages(Language.VI),
                console)
            .orElseThrow();

    assertThatThrownBy(() -> command.run(arguments, console))
        .isInstanceOfSatisfying(
            UsageProblem.class, problem -> assertThat(problem.sentence()).contains(sentence));
    assertThat(out.size()).isZero();
  }
}
