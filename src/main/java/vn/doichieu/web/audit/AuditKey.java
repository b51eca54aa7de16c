package vn.doichieu.web.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the log's hashes. It stands in a file beside the database, so that whoever can write
 * to the database alone cannot make up a chain that holds.
 */
public final class AuditKey {

  private static final String FILE = "audit.key";
  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  private AuditKey(byte[] key) {
    this.key = key;
  }

  /** The key of a data folder; made when there is none yet. */
  public static AuditKey in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        write(file, key);
      }
      return new AuditKey(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key of a data folder, if there is one. */
  public static Optional<AuditKey> existing(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE)) ? Optional.of(in(folder)) : Optional.empty();
  }

  /** The key as text, for a backup. */
  public String text() {
    return HexFormat.of().formatHex(key);
  }

  /** Puts a backup's key into a data folder. */
  public static void restore(Path folder, String text) {
    try {
      write(folder.resolve(FILE), HexFormat.of().parseHex(text.strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] key) throws IOException {
    Path beside = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(beside);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          beside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(beside, HexFormat.of().formatHex(key));
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether an entry's hash is that of what the entry tells. */
  public boolean fits(AuditEntry entry) {
    return AuditLog.hash(
            this,
            entry.number(),
            entry.at(),
            entry.actor(),
            entry.address(),
            entry.action(),
            entry.subject(),
            entry.detail(),
            entry.previous())
        .equals(entry.hash());
  }

  /** A key as text. */
  public static AuditKey of(String text) {
    return new AuditKey(HexFormat.of().parseHex(text.strip()));
  }

  /** The hash of some texts; where one ends and the next begins is part of it. */
  String hash(List<String> texts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (String text : texts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }
}
