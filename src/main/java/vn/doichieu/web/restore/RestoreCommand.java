package vn.doichieu.web.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import vn.doichieu.command.Command;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Progress;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.web.audit.AuditKey;
import vn.doichieu.web.backup.RunningServer;
import vn.doichieu.web.store.DatabaseKind;
import vn.doichieu.wording.Messages;

/** {@code doichieu restore}: what a backup holds, as a server's data. */
public final class RestoreCommand implements Command {

  private static final String DATA_DIR = "data-dir";
  private static final String DATABASE = "database";
  private static final String REPLACE = "replace";
  private static final String H2_SCHEMA = "public";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "restore",
        List.of("FILE"),
        Choice.value(DATA_DIR, "DIR"),
        Choice.value(DATABASE, "JDBC-URL"),
        Choice.flag(REPLACE));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Messages messages = arguments.messages();
    Path file = arguments.pathOf(arguments.operand());
    Path dataDir =
        arguments.has(DATA_DIR) ? arguments.path(DATA_DIR) : arguments.home().resolve("data");
    String url = arguments.has(DATABASE) ? arguments.text(DATABASE) : null;
    if (!Files.isRegularFile(file)) {
      throw new UsageProblem(messages.text("cli.restore.no_backup", file));
    }
    try (Progress working = new Progress(console, messages.text("cli.working"))) {
      restore(file, dataDir, url, arguments.has(REPLACE));
    } catch (UnfitBackup e) {
      throw new UsageProblem(messages.text(e.key(), e.arguments()));
    } catch (IOException | UncheckedIOException e) {
      throw new UsageProblem(
          messages.text("cli.output.failed", dataDir, String.valueOf(e.getMessage())));
    } catch (SQLException | DataAccessException | FlywayException e) {
      throw new UsageProblem(messages.text("cli.backup.closed", String.valueOf(e.getMessage())));
    }
    console.write(messages.text("cli.restore.done", file, dataDir) + "\n", messages);
    return ExitCode.PASSED;
  }

  /**
   * Restores a backup.
   *
   * @param url where to; null for a database file in the data folder
   * @param replaces whether what is there already may be put aside
   * @throws UnfitBackup if the backup is not whole, or something is there already
   */
  static void restore(Path file, Path dataDir, @Nullable String url, boolean replaces)
      throws IOException, SQLException {
    if (RunningServer.of(dataDir).isPresent()) {
      throw new UnfitBackup("restore.running", dataDir);
    }
    try (BackupFile backup = BackupFile.open(file)) {
      if (url == null) {
        toFile(backup, dataDir, replaces);
      } else {
        toServer(backup, dataDir, url, replaces);
      }
    }
  }

  private static void toFile(BackupFile backup, Path dataDir, boolean replaces) throws IOException {
    RestoredFolder.finish(dataDir);
    if (RestoredFolder.isTaken(dataDir) && !replaces) {
      throw new UnfitBackup("restore.taken", dataDir);
    }
    RestoredFolder.replace(
        dataDir,
        folder -> {
          try {
            new Restoration(backup, DatabaseKind.fileIn(folder), H2_SCHEMA).run();
          } catch (SQLException e) {
            throw new IOException(e);
          }
          AuditKey.restore(folder, backup.manifest().audit().key());
        });
  }

  private static void toServer(BackupFile backup, Path dataDir, String url, boolean replaces)
      throws IOException, SQLException {
    if (PostgresTables.isTaken(url) && !replaces) {
      throw new UnfitBackup("restore.taken", url.replaceAll("\\?.*", ""));
    }
    PostgresTables.clear(url);
    try {
      new Restoration(backup, url, PostgresTables.MAKING).run();
      RestoredKey.await(dataDir, backup.manifest().audit().key());
      PostgresTables.replace(url);
    } finally {
      PostgresTables.clear(url);
    }
    RestoredKey.settle(dataDir, url);
  }
}
