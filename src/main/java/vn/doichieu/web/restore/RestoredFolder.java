package vn.doichieu.web.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a restored database file and the key of its log into a data folder together. They are made
 * in a folder beside; its renaming is the moment from which on they count, and whoever next opens
 * the data folder finishes what a crash interrupted.
 */
public final class RestoredFolder {

  private static final String DATABASE = "doichieu.mv.db";
  private static final String KEY = "audit.key";
  private static final List<String> FILES = List.of(DATABASE, KEY);

  private static final String MAKING = "restoring";
  private static final String READY = "restored";
  private static final String OLD = "old";
  private static final String ASIDE = "before-restore-";

  private final Path dataDir;

  private RestoredFolder(Path dataDir) {
    this.dataDir = dataDir;
  }

  /** Finishes what a restoration has begun with a data folder. */
  public static void finish(Path dataDir) {
    try {
      new RestoredFolder(dataDir).finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What makes the files of a restored database. */
  interface Making {
    void make(Path folder) throws IOException;
  }

  /** Makes the files beside and lets them count; what was there before is kept in a folder. */
  static void replace(Path dataDir, Making making) throws IOException {
    RestoredFolder restored = new RestoredFolder(dataDir);
    Path folder = dataDir.resolve(MAKING);
    delete(folder);
    Files.createDirectories(folder);
    try {
      making.make(folder);
      for (String file : FILES) {
        try (FileChannel channel =
            FileChannel.open(folder.resolve(file), StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
      Files.createDirectory(folder.resolve(OLD));
      Files.move(folder, dataDir.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(folder);
    }
    restored.finish();
  }

  /** Whether there is a database in a data folder. */
  static boolean isTaken(Path dataDir) {
    return Files.exists(dataDir.resolve(DATABASE));
  }

  private void finish() throws IOException {
    Path ready = dataDir.resolve(READY);
    if (!Files.isDirectory(ready)) {
      return;
    }
    Path old = ready.resolve(OLD);
    for (String file : FILES) {
      Path restored = ready.resolve(file);
      Path now = dataDir.resolve(file);
      if (Files.exists(restored)) {
        if (Files.exists(now)) {
          Files.move(now, old.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(restored, now, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    if (Files.exists(old) && !isEmpty(old)) {
      Files.move(old, aside(), StandardCopyOption.ATOMIC_MOVE);
    }
    delete(ready);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private Path aside() {
    int number = 1;
    while (Files.exists(dataDir.resolve(ASIDE + number))) {
      number++;
    }
    return dataDir.resolve(ASIDE + number);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
