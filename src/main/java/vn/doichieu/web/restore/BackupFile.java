package vn.doichieu.web.restore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import vn.doichieu.domain.Provenance;
import vn.doichieu.web.backup.Manifest;

/** A backup as it lies on the disk. */
final class BackupFile implements AutoCloseable {

  private static final int LONGEST_MANIFEST = 1 << 20;

  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens a backup, and reads it once from end to end.
   *
   * @throws UnfitBackup if it is none, or some of it is not what was written
   */
  static BackupFile open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new UnfitBackup("restore.no_backup", file);
    }
    try {
      BackupFile backup = new BackupFile(zip, manifest(zip, file));
      for (Manifest.Part part : backup.manifest.tables()) {
        backup.check(part);
      }
      return backup;
    } catch (ZipException e) {
      zip.close();
      throw new UnfitBackup("restore.broken", String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static Manifest manifest(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.NAME);
    if (entry == null) {
      throw new UnfitBackup("restore.no_backup", file);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      Manifest manifest = Manifest.of(in.readNBytes(LONGEST_MANIFEST));
      if (!manifest.format().equals(Manifest.FORMAT)) {
        throw new UnfitBackup("restore.other_format", manifest.format());
      }
      return manifest;
    } catch (JacksonException e) {
      throw new UnfitBackup("restore.broken", Manifest.NAME);
    }
  }

  private void check(Manifest.Part part) throws IOException {
    try (DigestInputStream in = new DigestInputStream(rows(part), Provenance.newSha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(part.sha256())) {
        throw new UnfitBackup("restore.broken", part.entry());
      }
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** The rows of a table, one JSON object after another. */
  InputStream rows(Manifest.Part part) throws IOException {
    ZipEntry entry = zip.getEntry(part.entry());
    if (entry == null) {
      throw new UnfitBackup("restore.broken", part.entry());
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
