package vn.doichieu.drafting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder that is written beside and moved into place: it is there whole, or not at all. */
final class DraftFolder {

  /** What fills the folder. */
  interface Content {
    void writeTo(Path folder) throws IOException;
  }

  private DraftFolder() {}

  /**
   * Makes a folder.
   *
   * @throws UncheckedIOException if it exists already, or cannot be written
   */
  static void make(Path folder, Content content) {
    Path parent = folder.toAbsolutePath().getParent();
    Path root = parent == null ? folder.toAbsolutePath() : parent;
    try {
      if (Files.exists(folder)) {
        throw new FileAlreadyExistsException(folder.toString());
      }
      Files.createDirectories(root);
      Path beside = root.resolve("." + folder.getFileName() + "." + ProcessHandle.current().pid());
      try {
        Files.createDirectory(beside); // With the usual permissions, unlike a temporary one.
        content.writeTo(beside);
        Files.move(beside, folder);
      } finally {
        delete(beside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> inward = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : inward) {
        Files.delete(file);
      }
    }
  }
}
