package vn.doichieu.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.doichieu.wording.Messages;

/**
 * The two streams of the process, in UTF-8 whatever the platform's locale. A reader that closes the
 * pipe early ({@code | head}) ends the writing without a word.
 */
public final class Console {

  private static final int DEFAULT_WIDTH = 100;

  private final OutputStream out;
  private final PrintStream err;
  private final boolean terminal;
  private final boolean watched;
  private final int width;

  public Console(OutputStream out, OutputStream err, boolean terminal, int width) {
    this(out, err, terminal, false, width);
  }

  private Console(
      OutputStream out, OutputStream err, boolean terminal, boolean watched, int width) {
    this.out = out;
    this.err = new PrintStream(err, false, StandardCharsets.UTF_8);
    this.terminal = terminal;
    this.watched = watched;
    this.width = width;
  }

  /** The streams of this process, with what the launcher knows of the screen. */
  public static Console ofProcess() {
    boolean terminal = Boolean.getBoolean("doichieu.terminal");
    int width = Integer.getInteger("doichieu.columns", DEFAULT_WIDTH);
    return new Console(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        terminal,
        Boolean.getBoolean("doichieu.terminal.err"),
        width);
  }

  /** The columns of the screen. */
  public int width() {
    return width;
  }

  /** Whether standard output takes colours; {@code NO_COLOR} turns them off. */
  public boolean colours() {
    return terminal && System.getenv("NO_COLOR") == null;
  }

  /**
   * Writes a text to standard output.
   *
   * @throws UsageProblem if it cannot be written, for another reason than a closed pipe
   */
  public void write(String text, Messages messages) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(
        to -> {
          try {
            to.write(bytes);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        messages);
  }

  /** Writes to standard output as it is made, in parts of any size. Throws as above. */
  public void write(Consumer<OutputStream> writing, Messages messages) {
    try {
      writing.accept(out);
      out.flush();
    } catch (UncheckedIOException e) {
      failed(e.getCause(), messages);
    } catch (IOException e) {
      failed(e, messages);
    }
  }

  private static void failed(@Nullable IOException e, Messages messages) {
    String reason = OutputFile.reason(e);
    if (!reason.toLowerCase(Locale.ROOT).contains("pipe")) {
      throw new UsageProblem(messages.text("cli.stdout", reason));
    }
  }

  /** Whether somebody watches standard error on a screen. */
  public boolean watched() {
    return watched;
  }

  /** Shows a line that the next one takes the place of; nothing for an empty one. */
  void status(String line) {
    err.print("\r\u001B[K" + line);
    err.flush();
  }

  /** Writes a line to standard error. */
  public void error(String line) {
    err.print(line.endsWith("\n") ? line : line + "\n");
  }

  public PrintStream errors() {
    return err;
  }

  public void flush() {
    err.flush();
  }
}
