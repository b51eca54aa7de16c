package vn.doichieu.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
   * Sees to it that the folder is not the one whose files are read.
   *
   * @throws UsageProblem if it is
   */
  public void apartFrom(Path data) {
    try {
      if (Files.exists(folder) && Files.exists(data) && Files.isSameFile(folder, data)) {
        throw new UsageProblem(messages.text("cli.output.data", folder));
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Sees to it that no file which is read is replaced.
   *
   * @param names the files that will be written, as seen from the folder
   * @throws UsageProblem if one of them is read, or is a folder
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
   * Sees to it that a folder can be made in this one.
   *
   * @throws UsageProblem if a file stands in its place
   */
  public void makeRoom(String name) {
    Path inside = folder.resolve(name);
    if (Files.exists(inside) && !Files.isDirectory(inside)) {
      throw new UsageProblem(messages.text("cli.output.blocked", inside));
    }
  }

  /**
   * Writes files and folders and moves them into place: all of them, or none.
   *
   * @param kept what is not lost where it is replaced by something else, and the name under which
   *     it is kept then: a file of other bytes; a folder with files that are not written again
   * @return where something is kept
   */
  public List<Path> write(Content content, Map<String, String> kept) {
    boolean made = Files.notExists(folder);
    boolean done = false;
    try {
      Files.createDirectories(folder);
      List<Path> keptAt = writeBeside(content, kept);
      done = true;
      return keptAt;
    } catch (IOException e) {
      throw failed(e);
    } catch (UncheckedIOException e) {
      throw failed(e.getCause());
    } finally {
      if (made && !done) {
        removeEmpty();
      }
    }
  }

  private List<Path> writeBeside(Content content, Map<String, String> kept) throws IOException {
    Path beside = Files.createTempDirectory(folder, ".doichieu-");
    try {
      Path written = Files.createDirectory(beside.resolve("new"));
      content.writeTo(written);
      Path old = Files.createDirectory(beside.resolve("old"));
      return new Replacement(folder, written, old).run(kept);
    } finally {
      delete(beside);
    }
  }

  private void removeEmpty() {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Why nothing could be written is told already.
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private UsageProblem failed(@Nullable IOException e) {
    Object where =
        e instanceof FileSystemException at && at.getFile() != null ? at.getFile() : folder;
    return new UsageProblem(messages.text("cli.output.failed", where, OutputFile.reason(e)));
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
