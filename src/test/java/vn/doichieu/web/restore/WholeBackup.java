package vn.doichieu.web.restore;

import java.io.IOException;
import java.nio.file.Path;

/** Looks into backups for tests of other packages. */
public final class WholeBackup {

  private WholeBackup() {}

  /** Throws unless a backup is whole. */
  public static void check(Path file) throws IOException {
    BackupFile.open(file).close();
  }
}
