package vn.doichieu.web.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Files unpacked from the database for what reads files. Nothing in it counts: it is emptied at
 * every start, and made again from the database.
 */
public final class WorkFolder {

  private final Path home;
  private final Path folder;

  /**
   * An empty folder.
   *
   * @param home the program's folder
   * @param dataDir the server's data folder
   */
  public WorkFolder(Path home, Path dataDir) {
    this.home = home;
    this.folder = dataDir.resolve("work");
    try {
      delete(folder);
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program's folder, with the rules that all plans share. */
  public Path home() {
    return home;
  }

  /**
   * A folder that stays: filled once, whole or not there.
   *
   * @param key what tells it from all others, of letters, digits and hyphens
   * @param name its own name
   */
  public synchronized Path folder(String key, String name, Consumer<Path> fill) {
    Path parent = folder.resolve(key);
    if (!Files.exists(parent)) {
      Path beside = folder.resolve(key + ".new");
      try {
        delete(beside);
        Files.createDirectories(beside.resolve(name));
        fill.accept(beside.resolve(name));
        Files.move(beside, parent);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return parent.resolve(name);
  }

  /** Does something with a folder that is gone afterwards. */
  public <T> T temporary(Function<Path, T> work) {
    try {
      Path temporary = Files.createTempDirectory(folder, "t");
      try {
        return work.apply(temporary);
      } finally {
        delete(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
