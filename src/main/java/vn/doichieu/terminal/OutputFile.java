package vn.doichieu.terminal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.doichieu.wording.Messages;

/** A file that is written beside and moved into place: it is there whole, or as it was before. */
public final class OutputFile {

  private final Path file;
  private final Messages messages;

  private OutputFile(Path file, Messages messages) {
    this.file = file;
    this.messages = messages;
  }

  /**
   * The file to write, looked at before any work is done.
   *
   * @throws UsageProblem if its folder does not exist, or it is a folder itself
   */
  public static OutputFile of(Path file, Messages messages) {
    if (Files.isDirectory(file)) {
      throw new UsageProblem(messages.text("cli.output.folder", file));
    }
    if (!Files.isDirectory(folder(file))) {
      throw new UsageProblem(messages.text("cli.output.no_folder", folder(file)));
    }
    return new OutputFile(file, messages);
  }

  /** A file in a folder that may not exist yet. */
  static OutputFile inside(Path file, Messages messages) {
    return new OutputFile(file, messages);
  }

  /**
   * Sees to it that no file which the check reads is replaced.
   *
   * @throws UsageProblem if the file is one of them
   */
  public OutputFile apartFrom(List<Path> inputs) {
    for (Path input : inputs) {
      try {
        if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
          throw new UsageProblem(messages.text("cli.output.input", file));
        }
      } catch (IOException e) {
        throw new UsageProblem(messages.text("cli.output.failed", file, reason(e)));
      }
    }
    return this;
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  /** Writes text as a whole, or leaves what was there. */
  public void write(Consumer<Writer> writing) {
    writeBytes(out -> encode(writing, out));
  }

  /** Writes text as UTF-8. */
  public static void encode(Consumer<Writer> writing, OutputStream out) {
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
    writing.accept(writer);
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes bytes as a whole, or leaves what was there. */
  public void writeBytes(Consumer<OutputStream> writing) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        writeTo(file, writing); // A device or a pipe: nothing to move into its place.
      } else {
        writeBeside(writing);
      }
    } catch (IOException e) {
      throw new UsageProblem(messages.text("cli.output.failed", file, reason(e)));
    } catch (UncheckedIOException e) {
      throw new UsageProblem(messages.text("cli.output.failed", file, reason(e.getCause())));
    }
  }

  private void writeBeside(Consumer<OutputStream> writing) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path beside =
        folder(target)
            .resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      writeTo(beside, writing);
      keepPermissions(target, beside);
      try {
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** A replaced file stays as readable, and no more, as it was. */
  static void keepPermissions(Path before, Path after) throws IOException {
    if (Files.exists(before)
        && Files.getFileStore(after).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(after, Files.getPosixFilePermissions(before));
    }
  }

  private static void writeTo(Path path, Consumer<OutputStream> writing) throws IOException {
    try (OutputStream out = Files.newOutputStream(path)) {
      writing.accept(out);
    }
  }

  static String reason(@Nullable IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e == null || e.getMessage() == null ? "I/O" : e.getMessage();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
