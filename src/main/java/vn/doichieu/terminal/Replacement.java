package vn.doichieu.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files and folders that take the place of others of the same names. If one of them cannot be
 * moved, those that were are taken back, so that no half of them is mistaken for the whole.
 */
final class Replacement {

  /** One step back. */
  private interface Undo {
    void run() throws IOException;
  }

  private final Path folder;
  private final Path written;
  private final Path old;
  private final Deque<Undo> steps = new ArrayDeque<>();
  private final List<Path> kept = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param folder where they go
   * @param written the folder in which they stand, on the same disk
   * @param old an empty folder for what they replace
   */
  Replacement(Path folder, Path written, Path old) {
    this.folder = folder;
    this.written = written;
    this.old = old;
  }

  /** Moves everything into place; tells where something is kept of what was there. */
  List<Path> run(Map<String, String> keep) throws IOException {
    try {
      for (Map.Entry<String, String> entry : new TreeMap<>(keep).entrySet()) {
        keep(entry.getKey(), entry.getValue());
      }
      for (Path path : list(written)) {
        put(path, folder.resolve(written.relativize(path)));
      }
      return kept;
    } catch (IOException | UncheckedIOException e) {
      while (!steps.isEmpty()) {
        steps.pop().run();
      }
      throw e;
    }
  }

  private void keep(String name, String under) throws IOException {
    Path there = folder.resolve(name);
    Path now = written.resolve(name);
    if (Files.isDirectory(there)) {
      if (!writtenAgain(there, now)) {
        Path target = free(under);
        move(there, target);
        steps.push(() -> move(target, there));
        kept.add(target);
      }
    } else if (Files.exists(there) && Files.exists(now) && Files.mismatch(there, now) >= 0) {
      copy(there, under);
    }
  }

  private static boolean writtenAgain(Path there, Path now) throws IOException {
    Set<Path> names =
        Files.isDirectory(now)
            ? files(now).stream().map(now::relativize).collect(Collectors.toSet())
            : Set.of();
    return files(there).stream().map(there::relativize).allMatch(names::contains);
  }

  private void copy(Path there, String under) throws IOException {
    Path same = folder.resolve(under);
    if (Files.isRegularFile(same) && Files.mismatch(there, same) < 0) {
      return; // Kept already.
    }
    Path target = free(under);
    Path whole = old.resolve(target.getFileName());
    Files.copy(there, whole, StandardCopyOption.COPY_ATTRIBUTES);
    move(whole, target);
    steps.push(() -> Files.deleteIfExists(target));
    kept.add(target);
  }

  /** "ket-qua-2025-01-15.json", or with a number where there is such a file. */
  private Path free(String name) {
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    Path path = folder.resolve(name);
    for (int i = 2; Files.exists(path, LinkOption.NOFOLLOW_LINKS); i++) {
      path = folder.resolve(stem + "-" + i + name.substring(stem.length()));
    }
    return path;
  }

  private void put(Path path, Path target) throws IOException {
    Path before = old.resolve(path.getFileName());
    if (Files.isDirectory(target)) {
      move(target, before);
      steps.push(() -> move(before, target));
    } else if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      CopyOption[] asItIs = {LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES};
      Files.copy(target, before, asItIs);
      OutputFile.keepPermissions(target, path);
      steps.push(() -> move(before, target));
    } else {
      steps.push(() -> Files.deleteIfExists(target));
    }
    move(path, target);
    if (Files.isDirectory(target)) {
      steps.push(() -> move(target, path));
    }
  }

  private static void move(Path path, Path target) throws IOException {
    try {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** All files in a folder, whatever they are. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !Files.isDirectory(path)).sorted().toList();
    }
  }
}
