package vn.doichieu.web.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.doichieu.command.Command;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Progress;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.wording.Messages;

/** {@code doichieu backup}: a whole copy of what the server keeps, also while it runs. */
public final class BackupCommand implements Command {

  private static final String DATA_DIR = "data-dir";
  private static final String DATABASE = "database";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "backup",
        List.of("FILE"),
        Choice.value(DATA_DIR, "DIR"),
        Choice.value(DATABASE, "JDBC-URL"));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Messages messages = arguments.messages();
    Path file = arguments.pathOf(arguments.operand());
    Path dataDir =
        arguments.has(DATA_DIR) ? arguments.path(DATA_DIR) : arguments.home().resolve("data");
    String url = arguments.has(DATABASE) ? arguments.text(DATABASE) : null;
    if (Files.isDirectory(file)) {
      throw new UsageProblem(messages.text("cli.output.folder", file));
    }
    try (Progress working = new Progress(console, messages.text("cli.working"))) {
      Optional<RunningServer> running = url == null ? RunningServer.of(dataDir) : Optional.empty();
      if (running.isPresent()) {
        PrivateFile.write(file, running.get()::backup);
      } else {
        direct(file, dataDir, url, messages);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UsageProblem(
          messages.text("cli.output.failed", file, String.valueOf(e.getMessage())));
    }
    console.write(messages.text("cli.backup.done", file) + "\n", messages);
    return ExitCode.PASSED;
  }

  private static void direct(Path file, Path dataDir, @Nullable String url, Messages messages)
      throws IOException {
    if (!OpenedDatabase.isThere(dataDir, url)) {
      throw new UsageProblem(messages.text("cli.backup.nothing", dataDir));
    }
    try (OpenedDatabase database = OpenedDatabase.open(dataDir, url, Clock.systemUTC())) {
      PrivateFile.write(file, out -> write(database, out));
    } catch (SQLException e) {
      throw new UsageProblem(messages.text("cli.backup.closed", String.valueOf(e.getMessage())));
    }
  }

  private static void write(OpenedDatabase database, OutputStream out) {
    database.backups().write(out, "backup");
  }
}
