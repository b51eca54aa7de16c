package vn.doichieu.web.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.testing.web.TestPostgres;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.backup.Backups;
import vn.doichieu.web.backup.RunningServer;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.serving.Server;
import vn.doichieu.web.serving.ServerSettings;
import vn.doichieu.web.store.Store;

@Tag("web")
class RestoreTest {

  private static TestServer server;
  private static Area area;
  private static Path backup;

  @TempDir static Path folder;

  @BeforeAll
  static void backUp() throws IOException {
    server = TestServer.start();
    area = server.sample("hoc_mon_2024");
    server.account("clerk", Role.CLERK, area, "xa_a");
    backup = folder.resolve("backup.zip");
    try (OutputStream out = Files.newOutputStream(backup)) {
      server.part(Backups.class).write(out, "test");
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatIsRestoredJudgesAsBefore(@TempDir Path dataDir) throws Exception {
    RestoreCommand.restore(backup, dataDir, null, false);

    holdsWhatWasBackedUp(dataDir, null);
  }

  @Test
  void aBackupGoesIntoTheOtherKindOfDatabaseAndBack(@TempDir Path dataDir, @TempDir Path again)
      throws Exception {
    String postgres = TestPostgres.newDatabase();
    RestoreCommand.restore(backup, dataDir, postgres, false);
    holdsWhatWasBackedUp(dataDir, postgres);

    Path second = folder.resolve("second.zip");
    try (Server restored = start(dataDir, postgres);
        OutputStream out = Files.newOutputStream(second)) {
      restored.part(Backups.class).write(out, "test");
    }
    RestoreCommand.restore(second, again, null, false);
    holdsWhatWasBackedUp(again, null);
  }

  @Test
  void dataThatAreThereAreReplacedOnlyWhenAskedAndKeptAside(@TempDir Path dataDir)
      throws Exception {
    try (Server other = start(dataDir, null)) {
      assertThat(other.firstPassword()).isNotEmpty();
    }
    assertThatThrownBy(() -> RestoreCommand.restore(backup, dataDir, null, false))
        .isInstanceOf(UnfitBackup.class)
        .hasMessageContaining("taken");

    RestoreCommand.restore(backup, dataDir, null, true);

    holdsWhatWasBackedUp(dataDir, null);
    assertThat(names(dataDir.resolve("before-restore-1")))
        .containsExactly("audit.key", "doichieu.mv.db");
  }

  @Test
  void tablesThatAreThereAreReplacedOnlyWhenAskedAndKeptAside(@TempDir Path dataDir)
      throws Exception {
    String postgres = TestPostgres.newDatabase();
    start(dataDir, postgres).close();
    assertThatThrownBy(() -> RestoreCommand.restore(backup, dataDir, postgres, false))
        .isInstanceOf(UnfitBackup.class)
        .hasMessageContaining("taken");

    RestoreCommand.restore(backup, dataDir, postgres, true);

    holdsWhatWasBackedUp(dataDir, postgres);
  }

  @Test
  void newRowsAfterARestoreGetNumbersOfTheirOwn(@TempDir Path dataDir) throws Exception {
    RestoreCommand.restore(backup, dataDir, null, false);

    try (Server restored = start(dataDir, null)) {
      long before = restored.part(Filings.class).last(area.id());
      Store store = restored.part(Store.class);
      long id =
          store.write(
              () ->
                  store.insert(
                      "insert into upload (area_id, kind, made_by, made_at, based_on, basis,"
                          + " hash) values (?, 'file', 1, current_timestamp, ?, '1', 'x')",
                      area.id(),
                      before));

      assertThat(id).isGreaterThan(1);
    }
  }

  @Test
  void aBackupWithOneChangedByteIsRefusedAndLeavesNothing(@TempDir Path dataDir)
      throws IOException {
    for (String entry : List.of("tables/account.jsonl", "tables/audit_entry.jsonl")) {
      Path changed = changed(entry, "admin", "adm1n");

      assertThatThrownBy(() -> RestoreCommand.restore(changed, dataDir, null, false))
          .isInstanceOf(UnfitBackup.class)
          .hasMessageContaining(entry);
      assertThat(names(dataDir)).isEmpty();
    }
  }

  @Test
  void aBackupWhoseLogWasMadeUpIsRefusedAndLeavesNothing(@TempDir Path dataDir) throws IOException {
    Path changed = folder.resolve("made-up.zip");
    Files.deleteIfExists(changed);
    Files.copy(backup, changed);
    rewriteWithRightHash(changed, "tables/audit_entry.jsonl", "admin", "adm1n");

    assertThatThrownBy(() -> RestoreCommand.restore(changed, dataDir, null, false))
        .isInstanceOf(UnfitBackup.class)
        .hasMessageContaining("chain");
    assertThat(names(dataDir)).isEmpty();
  }

  @Test
  void aBackupThatWasCutOffIsRefused(@TempDir Path dataDir) throws IOException {
    byte[] whole = Files.readAllBytes(backup);
    for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
      Path cut = folder.resolve("cut.zip");
      Files.write(cut, java.util.Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> RestoreCommand.restore(cut, dataDir, null, false))
          .isInstanceOf(UnfitBackup.class);
    }
  }

  @Test
  void nothingIsRestoredUnderARunningServer() {
    assertThatThrownBy(() -> RestoreCommand.restore(backup, server.dataDir(), null, true))
        .isInstanceOf(UnfitBackup.class)
        .hasMessageContaining("running");
  }

  @Test
  void whatACrashInterruptsIsFinishedByWhoeverOpensTheFolderNext(@TempDir Path dataDir)
      throws Exception {
    RestoreCommand.restore(backup, dataDir, null, false);
    Path ready = Files.createDirectories(dataDir.resolve("restored").resolve("old")).getParent();
    Files.move(dataDir.resolve("audit.key"), ready.resolve("audit.key"));

    RestoredFolder.finish(dataDir);

    assertThat(names(dataDir)).containsExactly("audit.key", "doichieu.mv.db");
    holdsWhatWasBackedUp(dataDir, null);
  }

  @Test
  void aRunningServerGivesABackupToWhoeverKnowsItsSecret() throws IOException {
    RunningServer running = RunningServer.of(server.dataDir()).orElseThrow();
    Path taken = folder.resolve("running.zip");
    try (OutputStream out = Files.newOutputStream(taken)) {
      running.backup(out);
    }

    try (BackupFile file = BackupFile.open(taken)) {
      assertThat(file.manifest().tables()).hasSizeGreaterThan(10);
    }
    RunningServer stranger = new RunningServer(running.port(), "0".repeat(64));
    assertThatThrownBy(() -> stranger.backup(OutputStream.nullOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("403");
  }

  private static void holdsWhatWasBackedUp(Path dataDir, @Nullable String database) {
    try (Server restored = start(dataDir, database)) {
      assertThat(restored.firstPassword()).isEmpty();
      assertThat(
              restored
                  .part(Results.class)
                  .judged(area, "hoc_mon_2024", TestServer.TODAY, false)
                  .evaluation()
                  .findings())
          .usingRecursiveComparison()
          .ignoringFieldsOfTypes(vn.doichieu.domain.Target.class)
          .isEqualTo(
              server
                  .part(Results.class)
                  .judged(area, "hoc_mon_2024", TestServer.TODAY, false)
                  .evaluation()
                  .findings());
    }
  }

  private static Server start(Path dataDir, @Nullable String database) {
    return Server.start(
        new ServerSettings(
            Path.of("").toAbsolutePath(), dataDir, "127.0.0.1", 0, database, Clock.systemUTC()));
  }

  private static Path changed(String entry, String from, String to) throws IOException {
    Path changed = folder.resolve("changed.zip");
    Files.deleteIfExists(changed);
    Files.copy(backup, changed);
    try (FileSystem zip = FileSystems.newFileSystem(changed)) {
      Path rows = zip.getPath(entry);
      Files.writeString(rows, Files.readString(rows).replaceFirst(from, to));
    }
    return changed;
  }

  private static void rewriteWithRightHash(Path file, String entry, String from, String to)
      throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path rows = zip.getPath(entry);
      String before = sha256(Files.readAllBytes(rows));
      Files.writeString(rows, Files.readString(rows).replaceFirst(from, to));
      Path manifest = zip.getPath("manifest.json");
      Files.writeString(
          manifest, Files.readString(manifest).replace(before, sha256(Files.readAllBytes(rows))));
    }
  }

  private static String sha256(byte[] bytes) {
    return java.util.HexFormat.of()
        .formatHex(vn.doichieu.domain.Provenance.newSha256().digest(bytes));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("work"))
          .sorted()
          .toList();
    }
  }
}
