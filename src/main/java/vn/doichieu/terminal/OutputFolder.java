package vn.doichieu.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.wording.Messages;

/**
 * A folder of files that are written beside and moved into place together, once all of them are
 * whole. Other files in it are left alone.
 */
public final class OutputFolder {

  /** Writes files into a folder. */
  public interface Content {
    void writeTo(Path folder) throws IOException;
  }

  private final Path folder;
  private final Messages messages;

  private OutputFolder(Path folder, Messages messages) {
    this.folder = folder;
    this.messages = messages;
  }

  /**
   * The folder to write to, looked at before any work is done; it need not exist.
   *
   * @throws UsageProblem if it is a file
   */
  public static OutputFolder of(Path folder, Messages messages) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UsageProblem(messages.text("cli.output.file", folder));
    }
    return new OutputFolder(folder, messages);
  }

  /**
   * Sees to it that no file which is read is replaced.
   *
   * @param names the files that will be written, as seen from the folder
   * @throws UsageProblem if one of them is read
   */
  public void keep(List<Path> inputs, List<String> names) {
    for (String name : names) {
      Path file = folder.resolve(name);
      if (Files.isDirectory(file)) {
        throw new UsageProblem(messages.text("cli.output.folder", file));
      }
      OutputFile.inside(file, messages).apartFrom(inputs);
    }
  }

  /**
   * Writes files and moves them into place.
   *
   * @param whole the name of a folder inside that is replaced as a whole: if files stand in it that
   *     are not written again, all of it is kept under another name
   * @return where the earlier folder of that name is kept; null where nothing had to be kept
   */
  public @Nullable Path write(Content content, String whole) {
    Path beside = folder.resolve(".doichieu-" + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.createDirectories(folder);
      try {
        Files.createDirectory(beside);
        content.writeTo(beside);
        Path kept = retire(whole, beside);
        for (Path file : files(beside)) {
          move(file, folder.resolve(beside.relativize(file)));
        }
        return kept;
      } finally {
        delete(beside);
      }
    } catch (IOException e) {
      throw new UsageProblem(messages.text("cli.output.failed", where(e), OutputFile.reason(e)));
    } catch (UncheckedIOException e) {
      throw new UsageProblem(
          messages.text("cli.output.failed", where(e.getCause()), OutputFile.reason(e.getCause())));
    }
  }

  private @Nullable Path retire(String whole, Path beside) throws IOException {
    Path old = folder.resolve(whole);
    if (!Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    Path written = beside.resolve(whole);
    Set<Path> now =
        Files.isDirectory(written)
            ? files(written).stream().map(written::relativize).collect(Collectors.toSet())
            : Set.of();
    if (files(old).stream().map(old::relativize).allMatch(now::contains)) {
      return null;
    }
    int number = 1;
    while (Files.exists(folder.resolve(whole + "-cu-" + number))) {
      number++;
    }
    return Files.move(old, folder.resolve(whole + "-cu-" + number));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void move(Path file, Path target) throws IOException {
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private Object where(@Nullable IOException e) {
    return e instanceof FileSystemException at && at.getFile() != null ? at.getFile() : folder;
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
